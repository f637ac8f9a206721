package org.panbao.intake.csv;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Finding;
import org.panbao.base.Problem;
import org.panbao.base.ProblemCode;
import org.panbao.base.Severity;
import org.panbao.intake.parse.Excerpt;

/** The charset of a file as its sender names it: {@code utf-8}, {@code gb18030}, {@code gbk} or {@code gb2312}, in any case. */
public final class DeclaredCharset {

    private static final Charset GB18030 = Charset.forName("GB18030"); // GB2312 and GBK are parts of it
    private static final Map<String, Charset> TAKEN =
            Map.of("utf-8", StandardCharsets.UTF_8, "gb18030", GB18030, "gbk", GB18030, "gb2312", GB18030);

    private DeclaredCharset() {}

    /**
     * The charset of this name, null for null; throws {@link Problem} INVALID_REQUEST, about the query parameter
     * {@code charset}, for any other.
     */
    public static @Nullable Charset parse(@Nullable String name) {
        if (name == null) {
            return null;
        }
        Charset found = TAKEN.get(name.toLowerCase(Locale.ROOT));
        if (found == null) {
            throw refused(name);
        }
        return found;
    }

    private static Problem refused(String name) {
        String code = "csv-charset-not-taken";
        Finding finding =
                new Finding(Severity.ERROR, "", code, CsvWords.text(code, Map.of("charset", Excerpt.of(name))));
        return new Problem(ProblemCode.INVALID_REQUEST, Map.of("parameter", "charset"), List.of(finding));
    }
}
