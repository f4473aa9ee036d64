package io.askwell.bootstrap.contract;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A request that was made up.
 *
 * @param target path and query, percent-encoded
 * @param body null for none
 * @param expectation what the contract says of it
 */
record Attempt(Operation operation, String target, List<Map.Entry<String, String>> headers, byte[] body,
        Expectation expectation) {

    /** What the contract says of a request. */
    enum Expectation {
        /** All that it holds is as it should be: it is not refused as wrong. */
        RIGHT,
        /** Something in it is not: it is refused. */
        WRONG,
        /** Nothing in particular: it is handled somehow. */
        ANYTHING;

        Expectation and(Expectation other) {
            return this == WRONG || other == WRONG ? WRONG : this == ANYTHING || other == ANYTHING ? ANYTHING : RIGHT;
        }
    }

    /** To be repeated by hand. */
    @Override
    public String toString() {
        return "%s %s %s %s".formatted(operation.method(), target, headers.stream()
                .map(header -> header.getKey() + ": " + header.getValue()).collect(Collectors.joining(" | ")),
                body == null ? "" : shortened(new String(body, StandardCharsets.UTF_8)));
    }

    private static String shortened(String text) {
        String line = text.replace("\n", "\\n").replace("\u0000", "\\0");
        return line.length() <= 400 ? line : line.substring(0, 400) + "… (%d characters)".formatted(line.length());
    }
}
