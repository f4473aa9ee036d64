package io.askwell.socket;

import java.util.List;
import java.util.Random;

/** What broken or wicked clients send: nothing like a message, or nearly one. The same seed gives the same. */
public final class Noise {
    private static final String ALPHABET = "0123456789bdop-/,?\"[]{}:\\\u001e\u0000 \u00e9\ud83d\udc6d_placeholdernum";
    private final Random random;
    private final List<String> samples;

    /** @param samples well-formed ones, to be changed a little */
    public Noise(long seed, List<String> samples) {
        this.random = new Random(seed);
        this.samples = samples;
    }

    public String next() {
        return random.nextInt(4) == 0 ? nonsense(random.nextInt(40)) : mutated();
    }

    public byte[] bytes() {
        byte[] bytes = new byte[random.nextInt(64)];
        random.nextBytes(bytes);
        return bytes;
    }

    public int upTo(int bound) {
        return random.nextInt(bound);
    }

    private String nonsense(int length) {
        var text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    private String mutated() {
        var text = new StringBuilder(samples.get(random.nextInt(samples.size())));
        for (int change = random.nextInt(3); change >= 0 && !text.isEmpty(); change--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(5)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, nonsense(1 + random.nextInt(3)));
                case 2 -> text.setCharAt(at, ALPHABET.charAt(random.nextInt(ALPHABET.length())));
                case 3 -> text.setLength(at);
                default -> text.append(samples.get(random.nextInt(samples.size())));
            }
        }
        return text.toString();
    }
}
