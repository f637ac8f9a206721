package org.panbao.base;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The languages that people read, Chinese first. */
public enum Language {
    ZH("zh", "zh-CN"),
    EN("en", "en");

    private static final Messages MESSAGES = Messages.of(Language.class, "base");

    private final String code;
    private final String tag;

    Language(String code, String tag) {
        this.code = code;
        this.tag = tag;
    }

    /** As callers name it: {@code zh} or {@code en}. */
    public String code() {
        return code;
    }

    /** The BCP 47 tag. */
    public String tag() {
        return tag;
    }

    /** The text in this language. */
    public String of(Text text) {
        return this == EN ? text.en() : text.zh();
    }

    /** The language with this code; empty when there is none. */
    public static Optional<Language> find(String code) {
        return Arrays.stream(values())
                .filter(language -> language.code.equals(code))
                .findFirst();
    }

    /** As {@link #find}; throws {@link Problem} INVALID_REQUEST, about the query parameter {@code lang}, when there is none. */
    public static Language parse(String code) {
        return find(code).orElseThrow(() -> {
            Finding finding = new Finding(Severity.ERROR, "", "parameter-lang", MESSAGES.text("parameter-lang"));
            return new Problem(ProblemCode.INVALID_REQUEST, Map.of("parameter", "lang"), List.of(finding));
        });
    }

    /** English for English readers, else Chinese. */
    public static Language of(Locale locale) {
        return locale.getLanguage().equals(EN.code) ? EN : ZH;
    }
}
