package io.askwell.application.access;

import io.askwell.domain.access.ApiKeys;
import io.askwell.domain.access.Caller;
import io.askwell.domain.access.port.in.Authenticate;
import java.util.Optional;

/** Knows callers by their keys. */
public final class AccessService implements Authenticate {
    private final ApiKeys keys;

    public AccessService(ApiKeys keys) {
        this.keys = keys;
    }

    @Override
    public Optional<Caller> owner(String key) {
        return keys.owner(key);
    }
}
