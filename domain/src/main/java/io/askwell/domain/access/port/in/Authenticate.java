package io.askwell.domain.access.port.in;

import io.askwell.domain.access.Caller;
import java.util.Optional;

/** How a caller proves who it is, the same on every transport. */
public interface Authenticate {

    /** The owner of the key, or empty if no caller has it. Never blocks. */
    Optional<Caller> owner(String key);
}
