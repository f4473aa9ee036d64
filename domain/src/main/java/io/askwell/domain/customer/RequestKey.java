package io.askwell.domain.customer;

import io.askwell.domain.access.Caller;

/**
 * Names a request, so that repeating it creates nothing twice.
 *
 * @param caller whose request it is: everybody has keys of his own
 * @param key what the caller calls it, 1 to {@value #MAX_LENGTH} characters
 * @param fingerprint of what was asked for: the same for the same request
 */
public record RequestKey(Caller caller, String key, String fingerprint) {
    public static final int MAX_LENGTH = 255;
}
