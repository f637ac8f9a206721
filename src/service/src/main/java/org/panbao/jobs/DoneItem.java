package org.panbao.jobs;

/**
 * An item that was done.
 *
 * @param position its place in the input, from 0
 * @param key how the input names it
 */
public record DoneItem(int position, String key, ItemOutcome outcome) {}
