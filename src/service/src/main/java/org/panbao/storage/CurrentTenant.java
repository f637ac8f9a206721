package org.panbao.storage;

import java.util.Optional;
import java.util.UUID;

/** Whose request this thread is serving. Answered by {@code access}, which knows the caller. */
public interface CurrentTenant {

    Optional<UUID> find();
}
