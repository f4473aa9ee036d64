package io.askwell.domain.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The keys that open the API. Only their SHA-256 digests are kept, and they are compared in a time that tells nothing of
 * where they differ or which of them matched.
 */
public final class ApiKeys {
    /** The caller's name where a single key has none. */
    public static final String DEFAULT_NAME = "default";
    private final Map<String, byte[]> digests;

    private ApiKeys(Map<String, byte[]> digests) {
        this.digests = digests;
    }

    /**
     * Reads {@code key} or {@code name:key,name:key}.
     *
     * @throws IllegalArgumentException if a name or a key is empty or stands there twice; the message holds no key
     */
    public static ApiKeys parse(String text) {
        var digests = new LinkedHashMap<String, byte[]>();
        for (String entry : text.split(",", -1)) {
            int colon = entry.indexOf(':');
            String name = colon < 0 ? DEFAULT_NAME : entry.substring(0, colon).strip();
            String key = entry.substring(colon + 1).strip();
            if (name.isEmpty()) {
                throw new IllegalArgumentException("API_KEY: a key has an empty name");
            }
            if (key.isEmpty()) {
                throw new IllegalArgumentException("API_KEY: the key named '%s' is empty".formatted(name));
            }
            byte[] digest = digest(key);
            if (digests.values().stream().anyMatch(other -> MessageDigest.isEqual(other, digest))) {
                throw new IllegalArgumentException("API_KEY: the key '%s' stands there twice".formatted(name));
            }
            if (digests.put(name, digest) != null) {
                throw new IllegalArgumentException("API_KEY: the name '%s' stands there twice".formatted(name));
            }
        }
        return new ApiKeys(digests);
    }

    /** The owner of the key, or empty. */
    public Optional<Caller> owner(String presented) {
        byte[] digest = digest(presented);
        Optional<Caller> owner = Optional.empty();
        for (var entry : digests.entrySet()) {
            if (MessageDigest.isEqual(entry.getValue(), digest)) {
                owner = Optional.of(new Caller(entry.getKey()));
            }
        }
        return owner;
    }

    private static byte[] digest(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
