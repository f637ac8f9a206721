package org.panbao.storage;

/** Marks an answer with a secret in it, which may not be kept for a repeated request. */
public final class AnswerShownOnce {

    /** Name of the request attribute; set it to {@code true} before answering. */
    public static final String ATTRIBUTE = "panbao.answer-shown-once";

    private AnswerShownOnce() {}
}
