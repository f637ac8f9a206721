package org.panbao.base;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/**
 * The texts of one module in both languages, read from {@code messages/<module>.properties} (zh-CN) and
 * {@code messages/<module>_en.properties} in UTF-8. The two files must have the same keys.
 */
public final class Messages {

    private final Properties zh;
    private final Properties en;

    private Messages(Properties zh, Properties en) {
        this.zh = zh;
        this.en = en;
    }

    /** Reads both files of {@code module} beside {@code neighbour}; throws when one is missing or their keys differ. */
    public static Messages of(Class<?> neighbour, String module) {
        Messages messages = new Messages(
                read(neighbour, "/messages/" + module + ".properties"),
                read(neighbour, "/messages/" + module + "_en.properties"));
        if (!messages.zh.keySet().equals(messages.en.keySet())) {
            throw new IllegalStateException("messages/" + module + ": the two languages have different keys");
        }
        return messages;
    }

    /** The text with this key; throws {@link IllegalArgumentException} when there is none. */
    public Text text(String key) {
        String inChinese = zh.getProperty(key);
        String inEnglish = en.getProperty(key);
        if (inChinese == null || inEnglish == null) {
            throw new IllegalArgumentException("no text with key " + key);
        }
        return new Text(inChinese, inEnglish);
    }

    /** The text with every {@code {name}} replaced by its value. */
    public Text text(String key, Map<String, String> values) {
        Text text = text(key);
        for (Map.Entry<String, String> value : values.entrySet()) {
            text = text.with(value.getKey(), value.getValue());
        }
        return text;
    }

    /** All keys, sorted. */
    public Set<String> keys() {
        return new TreeSet<>(zh.stringPropertyNames());
    }

    private static Properties read(Class<?> neighbour, String resource) {
        Properties properties = new Properties();
        try (InputStream stream = neighbour.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("missing resource " + resource);
            }
            properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
        return properties;
    }
}
