package org.panbao.intake.csv;

import org.panbao.base.Text;

/** The language in which tables are written for people. Read are both. */
public enum Language {
    ZH,
    EN;

    /** The text in this language. */
    String of(Text text) {
        return this == ZH ? text.zh() : text.en();
    }
}
