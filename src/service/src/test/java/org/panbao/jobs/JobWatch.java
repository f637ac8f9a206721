package org.panbao.jobs;

import java.time.Duration;
import java.util.function.Predicate;
import org.panbao.support.Answer;
import org.panbao.support.ApiClient;
import tools.jackson.databind.JsonNode;

/** Asks for a job until it is as wanted. */
public final class JobWatch {

    private static final Duration LONGEST = Duration.ofMinutes(15);

    private JobWatch() {}

    /** The first answer that is as wanted; fails after a quarter of an hour, and when the job has ended otherwise. */
    public static JsonNode await(ApiClient owner, String path, Predicate<JsonNode> wanted) {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (true) {
            Answer answer = owner.get(path);
            if (answer.status() == 200 && wanted.test(answer.json())) {
                return answer.json();
            }
            if (answer.status() != 200
                    || System.nanoTime() > end
                    || !answer.json().get("endedAt").isNull()) {
                throw new AssertionError("not as wanted: " + answer.body());
            }
            sleep();
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
