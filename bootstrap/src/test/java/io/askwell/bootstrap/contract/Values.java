package io.askwell.bootstrap.contract;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Random values: such as a schema allows, such as it refuses, and such as nobody thinks of. */
final class Values {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int ATTEMPTS = 300;
    private static final List<String> TEXTS = List.of("Alice Wonderland", "billing", "x", "1.7", "Žofie 🙂", "李小龍",
            "O'Brien; DROP TABLE orders--", "%_\\", "a\tb\nc", "مرحبا", "e\u0301", "null", "0", "-1", "1e3", "true",
            "<b>",
            "${jndi:x}", "../../etc/passwd", "\"quoted\"", "\ufeffbom", "\u202eright to left", "10001");
    private static final List<String> ODD_TEXTS = List.of("", " ", "\t", "\u0000", "a\u0000b", "bell\u0007",
            "\u001b[31m",
            "\u0085", "no-address", "a@b", "@x.org", "a@@b.org", "a b@c.org", "a@b..org", "2024-02-30", "0000-01-01",
            "10000-01-01", "24-1-1", "yesterday", "1,5", "1.5.2", "NaN", "Infinity", "0x10", "none,orders", "--id",
            "TRUE");
    private static final List<String> HEADERS = List.of("*", "\"1\"", "\"2\"", "W/\"1\"", "\"1\", \"2\"",
            "\"99999999999999999999\"", "\"x y\"");
    private static final List<String> ODD_HEADERS = List.of("1", "\"\"", "\"1", "x", "\"1\" \"2\"", "W/", ",",
            "two words");
    private static final List<LocalDate> DAYS = List.of(LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 31),
            LocalDate.of(2024, 2, 29), LocalDate.of(2024, 5, 1), LocalDate.of(1582, 10, 10));
    private static final List<String> TIMES = List.of("T00:00:00Z", "T23:59:59.999999999Z", "T12:00:00+14:00");
    private final Contract contract;
    private final Schemas schemas;
    private final KnownIds ids;
    private final RandomGenerator random;

    Values(Contract contract, Schemas schemas, KnownIds ids, RandomGenerator random) {
        this.contract = contract;
        this.schemas = schemas;
        this.ids = ids;
        this.random = random;
    }

    /** One that the schema allows. */
    JsonNode right(JsonNode schema) {
        return find(() -> candidate(schema, false), value -> schemas.allows(schema, value)).orElseThrow(
                () -> new AssertionError("no value was found for " + schema));
    }

    /** One that the schema refuses, if there is any. */
    Optional<JsonNode> wrong(JsonNode schema) {
        return find(() -> candidate(schema, true), value -> !schemas.allows(schema, value));
    }

    private static Optional<JsonNode> find(Supplier<JsonNode> candidates, Predicate<JsonNode> fits) {
        return IntStream.range(0, ATTEMPTS).mapToObj(attempt -> candidates.get()).filter(fits).findFirst();
    }

    private JsonNode candidate(JsonNode reference, boolean odd) {
        JsonNode schema = contract.resolve(reference);
        if (odd && random.nextInt(4) == 0) {
            return wild(2);
        }
        if (schema.has("enum")) {
            return odd ? text(true) : pick(schema.path("enum").values().stream().toList());
        }
        if (schema.has("oneOf")) {
            return candidate(pick(schema.path("oneOf").values().stream().toList()), odd);
        }
        JsonNode types = schema.path("type");
        String type = types.isArray()
                ? pick(types.values().stream().toList()).stringValue()
                : types.stringValue("string");
        return switch (type) {
            case "object" -> object(schema, odd);
            case "integer" -> JSON.numberNode(integer(schema, odd));
            case "number" -> JSON.numberNode(amount(odd));
            case "boolean" -> odd ? text(true) : JSON.booleanNode(random.nextBoolean());
            case "null" -> JSON.nullNode();
            default -> odd ? sized(schema, true) : switch (schema.path("format").stringValue("")) {
                case "date" -> JSON.stringNode(pick(DAYS).toString());
                case "date-time" -> JSON.stringNode(pick(DAYS) + pick(TIMES));
                default -> sized(schema, false);
            };
        };
    }

    /** With one field that is odd, or one too many, or one too few. */
    private ObjectNode object(JsonNode schema, boolean odd) {
        ObjectNode object = JSON.objectNode();
        List<String> required = schema.path("required").values().stream().map(JsonNode::stringValue).toList();
        schema.path("properties").properties().forEach(property -> {
            if (required.contains(property.getKey()) || random.nextBoolean()) {
                object.set(property.getKey(), candidate(property.getValue(), false));
            }
        });
        if (odd) {
            String name = pick(List.copyOf(schema.path("properties").propertyNames()));
            switch (random.nextInt(4)) {
                case 0 -> object.remove(name);
                case 1 -> object.set(pick(List.of("nam", "ID", "id", "__proto__", "", "a.b", "🙂")), wild(1));
                default -> object.set(name, candidate(schema.path("properties").path(name), true));
            }
        }
        return object;
    }

    private BigInteger integer(JsonNode schema, boolean odd) {
        var limits = new ArrayList<BigInteger>();
        for (String limit : List.of("minimum", "maximum")) {
            if (schema.has(limit)) {
                limits.add(schema.path(limit).bigIntegerValue().add(BigInteger.valueOf(random.nextInt(3) - 1L)));
            }
        }
        if (odd || limits.isEmpty()) {
            limits.addAll(List.of(BigInteger.ZERO, BigInteger.valueOf(-1), BigInteger.valueOf(Integer.MAX_VALUE),
                    BigInteger.valueOf(Integer.MAX_VALUE + 1L), BigInteger.TWO.pow(63), BigInteger.TEN.pow(25)));
        }
        return random.nextInt(4) > 0 && !odd ? new BigInteger(ids.some("customers")) : pick(limits);
    }

    private BigDecimal amount(boolean odd) {
        return odd
                ? pick(List.of(new BigDecimal("-0.01"), new BigDecimal("100000000"), new BigDecimal("1E+400"),
                        new BigDecimal("-1E-400"), new BigDecimal("99999999.991")))
                : pick(List.of(BigDecimal.ZERO, new BigDecimal("99999999.99"), new BigDecimal("1E+3"),
                        new BigDecimal("0.01"), BigDecimal.valueOf(random.nextLong(1_000_000), 2)));
    }

    private JsonNode sized(JsonNode schema, boolean odd) {
        if (schema.has("maxLength") && random.nextInt(4) == 0) {
            int length = schema.path("maxLength").intValue() + (odd ? 1 : 0);
            return JSON.stringNode(pick(List.of("x", "é", "🙂")).repeat(length));
        }
        return text(odd);
    }

    /** Any text, also such as may stand in a header or is an e-mail address. */
    private JsonNode text(boolean odd) {
        return JSON.stringNode(switch (random.nextInt(5)) {
            case 0 -> "%s%d@Example%d.org".formatted(pick(List.of("a", "ž", "o'b", "x+y")), random.nextInt(1_000_000),
                    random.nextInt(3));
            case 1 -> pick(odd ? ODD_HEADERS : HEADERS);
            case 2 -> visible(random.nextInt(1, odd ? 300 : 255));
            default -> pick(odd ? ODD_TEXTS : TEXTS);
        });
    }

    private String visible(int length) {
        return random.ints(length, '!', '~' + 1).mapToObj(Character::toString).collect(Collectors.joining());
    }

    /** Any JSON at all. */
    JsonNode wild(int depth) {
        return switch (random.nextInt(depth > 0 ? 9 : 7)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.booleanNode(random.nextBoolean());
            case 2 -> JSON.numberNode(random.nextInt());
            case 3 -> JSON.numberNode(new BigDecimal(pick(List.of("1e309", "-1e-309", "0.1", "1e99999",
                    "123456789012345678901234567890"))));
            case 4 -> text(true);
            case 5, 6 -> text(false);
            case 7 -> JSON.arrayNode().addAll(IntStream.range(0, random.nextInt(4)).mapToObj(i -> wild(depth - 1))
                    .toList());
            default -> JSON.objectNode().set(pick(TEXTS), wild(depth - 1));
        };
    }

    <T> T pick(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
