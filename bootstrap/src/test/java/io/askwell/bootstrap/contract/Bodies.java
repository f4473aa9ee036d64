package io.askwell.bootstrap.contract;

import io.askwell.bootstrap.contract.Attempt.Expectation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** Random bodies in the media types that the contract knows. */
final class Bodies {
    private static final List<String> TRASH = List.of("", " ", "null", "[]", "{}", "\"x\"", "5", "{", "{\"name\":",
            "{\"name\":}", "{}{}", "{'name':'x'}", "{\"name\":\"x\",}", "/* */{}", "\ufeff{}", "\u0000", "NaN",
            "{\"name\":\"a\",\"name\":\"b\",\"email\":\"a@b.org\"}", "{\"name\":\"\\ud800\",\"email\":\"a@b.org\"}",
            "{\"customerId\":1e2147483647}", "{\"totalAmount\":1e-2147483647,\"customerId\":1}", "name,email",
            "email,name\n\"",
            "name,email\n\"a", "\n\n\n", "{\"question\":\"\\u0000\"}", "<xml/>");
    private final Schemas schemas;
    private final Values values;
    private final RandomGenerator random;

    /** @param expectation what the contract says of it */
    record Body(byte[] bytes, Expectation expectation) {
        static Body of(String text, Expectation expectation) {
            return new Body(text.getBytes(StandardCharsets.UTF_8), expectation);
        }
    }

    Bodies(Schemas schemas, Values values, RandomGenerator random) {
        this.schemas = schemas;
        this.values = values;
        this.random = random;
    }

    /** @param wanted what the contract shall say of the body, if that can be had */
    Body body(String mediaType, Operation operation, Expectation wanted) {
        if (wanted == Expectation.ANYTHING) {
            return trash(mediaType, operation);
        }
        JsonNode schema = operation.bodies().get(mediaType);
        return switch (mediaType) {
            case "application/x-ndjson" -> Body.of(lines(line(schema), wanted), Expectation.RIGHT);
            // Its columns are those of the JSON lines.
            case "text/csv" -> Body.of(csv(line(operation.bodies().get("application/x-ndjson"))), Expectation.RIGHT);
            default -> json(schema, wanted);
        };
    }

    private static JsonNode line(JsonNode schema) {
        return schema.path("contentSchema").path("items");
    }

    private Body json(JsonNode schema, Expectation wanted) {
        JsonNode value = wanted == Expectation.WRONG ? values.wrong(schema).orElseThrow() : values.right(schema);
        return Body.of(value.toString(), schemas.allows(schema, value) ? Expectation.RIGHT : Expectation.WRONG);
    }

    /** Wrong lines do not make a wrong request: the report tells of them. */
    private String lines(JsonNode schema, Expectation wanted) {
        return IntStream.range(0, random.nextInt(1, 8))
                .mapToObj(line -> wanted == Expectation.WRONG && random.nextBoolean()
                        ? values.wrong(schema).orElseThrow()
                        : values.right(schema))
                .map(JsonNode::toString).collect(Collectors.joining("\n"));
    }

    private String csv(JsonNode schema) {
        return "name,email\n" + IntStream.range(0, random.nextInt(1, 8)).mapToObj(line -> values.right(schema))
                .map(customer -> quoted(customer.path("name")) + "," + quoted(customer.path("email")))
                .collect(Collectors.joining("\r\n"));
    }

    private static String quoted(JsonNode text) {
        return "\"" + text.stringValue().replace("\"", "\"\"") + "\"";
    }

    private Body trash(String mediaType, Operation operation) {
        return switch (random.nextInt(8)) {
            case 0 -> Body.of(values.wild(3).toString(), Expectation.ANYTHING);
            case 1 -> Body.of("[".repeat(random.nextInt(1, 5_000)), Expectation.ANYTHING);
            case 2 -> Body.of("{\"name\":".repeat(random.nextInt(1, 2_000)), Expectation.ANYTHING);
            case 3 -> Body.of("{\"customerId\":" + "9".repeat(random.nextInt(1, 3_000)) + "}", Expectation.ANYTHING);
            case 4 -> bytes();
            case 5 -> mutilated(body(mediaType, operation, Expectation.RIGHT));
            case 6 -> Body.of("{\"name\":\"" + "x".repeat(300_000) + "\"}", Expectation.ANYTHING);
            default -> Body.of(values.pick(TRASH), Expectation.ANYTHING);
        };
    }

    private Body bytes() {
        var bytes = new byte[random.nextInt(64)];
        random.nextBytes(bytes);
        return new Body(bytes, Expectation.ANYTHING);
    }

    /** With one byte changed. */
    private Body mutilated(Body body) {
        byte[] bytes = body.bytes().clone();
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        return new Body(bytes, Expectation.ANYTHING);
    }
}
