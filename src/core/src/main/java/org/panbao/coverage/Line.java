package org.panbao.coverage;

/** The two lines of the pilot: own loss, and liability to others. */
public enum Line {
    PROPERTY,
    LIABILITY
}
