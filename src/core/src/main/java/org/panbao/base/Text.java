package org.panbao.base;

/** The same sentence in Chinese (read first) and English. */
public record Text(String zh, String en) {

    /** Both languages with every {@code {name}} replaced by {@code value}. */
    public Text with(String name, String value) {
        String mark = "{" + name + "}";
        return new Text(zh.replace(mark, value), en.replace(mark, value));
    }

    /** Each language with every {@code {name}} replaced by {@code value} in that language. */
    public Text with(String name, Text value) {
        String mark = "{" + name + "}";
        return new Text(zh.replace(mark, value.zh()), en.replace(mark, value.en()));
    }
}
