package io.askwell.bootstrap;

import java.security.SecureRandom;
import java.util.Base64;

/** Random secrets. */
public final class Secrets {
    private static final int BYTES = 24;
    private static final SecureRandom random = new SecureRandom();

    private Secrets() {}

    /** 192 bits in 32 characters that need no quoting anywhere. */
    public static String generate() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
