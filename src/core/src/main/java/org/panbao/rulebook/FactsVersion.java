package org.panbao.rulebook;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.panbao.base.Sha256;

/**
 * The shape of the records and enums that DRL files import: component names and types, constants. Rules compiled against
 * one shape are not used with another.
 */
final class FactsVersion {

    private static final Pattern IMPORT = Pattern.compile("^import ([\\w.]+);$", Pattern.MULTILINE);

    private FactsVersion() {}

    static String of(Collection<byte[]> drlFiles) {
        SortedSet<String> shapes = new TreeSet<>();
        for (byte[] drl : drlFiles) {
            Matcher imported = IMPORT.matcher(new String(drl, StandardCharsets.UTF_8));
            while (imported.find()) {
                shapes.add(shape(imported.group(1)));
            }
        }
        return Sha256.of(String.join("\n", shapes));
    }

    private static String shape(String className) {
        StringBuilder shape = new StringBuilder(className);
        Class<?> type = load(className);
        if (type.isEnum()) {
            shape.append(Arrays.toString(type.getEnumConstants()));
        } else if (type.isRecord()) {
            for (RecordComponent component : type.getRecordComponents()) {
                shape.append(' ')
                        .append(component.getGenericType().getTypeName())
                        .append(' ')
                        .append(component.getName());
            }
        }
        return shape.toString();
    }

    /** Loads an imported class; nested classes are imported with a dot where their binary name has a dollar sign. */
    private static Class<?> load(String className) {
        String name = className;
        while (true) {
            try {
                return Class.forName(name, false, FactsVersion.class.getClassLoader());
            } catch (ClassNotFoundException e) {
                int dot = name.lastIndexOf('.');
                if (dot < 0) {
                    throw new RulebookException("rules", "imports the unknown class " + className, e);
                }
                name = name.substring(0, dot) + '$' + name.substring(dot + 1);
            }
        }
    }
}
