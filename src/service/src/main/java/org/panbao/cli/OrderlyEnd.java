package org.panbao.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/**
 * Lets a command clean up when the process is told to end (Ctrl-C, SIGTERM): its work is asked to give up, and the end
 * waits until it has.
 */
final class OrderlyEnd implements AutoCloseable, BooleanSupplier {

    private final AtomicBoolean asked = new AtomicBoolean();
    private final CountDownLatch cleaned = new CountDownLatch(1);
    private final Thread hook = new Thread(this::waitForTheWork, "orderly-end");

    OrderlyEnd() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Whether the work should give up. */
    @Override
    public boolean getAsBoolean() {
        return asked.get();
    }

    /** The work has ended and has cleaned up. */
    @Override
    public void close() {
        cleaned.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the process is ending already
        }
    }

    private void waitForTheWork() {
        asked.set(true);
        try {
            cleaned.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
