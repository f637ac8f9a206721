package org.panbao.base;

/** How much a finding matters: an error refuses the input, a warning is stored beside it, information only tells. */
public enum Severity {
    ERROR,
    WARNING,
    INFO
}
