package org.panbao.storage.http;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer kept under an idempotency key.
 *
 * @param call method and path that were answered
 * @param body null when the answer was shown once only
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record StoredAnswer(
        String call, String requestSha256, int status, Map<String, String> headers, byte @Nullable [] body) {}
