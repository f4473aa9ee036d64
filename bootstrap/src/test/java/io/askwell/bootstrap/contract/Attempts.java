package io.askwell.bootstrap.contract;

import static java.util.Map.entry;

import io.askwell.bootstrap.RunningAskwell;
import io.askwell.bootstrap.contract.Attempt.Expectation;
import io.askwell.bootstrap.contract.Operation.Parameter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Makes requests up. */
final class Attempts {
    /** Texts of these shapes are JSON already. */
    private static final Map<String, Pattern> LITERALS = Map.of("integer", Pattern.compile("-?(0|[1-9]\\d*)"), "number",
            Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?"), "boolean", Pattern.compile("true|false"));
    private static final Pattern SENDABLE = Pattern.compile("[!-~]([ -~]*[!-~])?");
    private final Contract contract;
    private final Schemas schemas;
    private final KnownIds ids;
    private final Values values;
    private final Bodies bodies;
    private final RandomGenerator random;

    Attempts(Contract contract, Schemas schemas, KnownIds ids, RandomGenerator random) {
        this.contract = contract;
        this.schemas = schemas;
        this.ids = ids;
        this.random = random;
        this.values = new Values(contract, schemas, ids, random);
        this.bodies = new Bodies(schemas, values, random);
    }

    Attempt attempt(Operation operation) {
        return new Draft(operation, random.nextInt(20)).attempt();
    }

    /** A request that is being put together; what is wrong with it, if anything, is in one of its parts. */
    private final class Draft {
        private final Operation operation;
        private final int kind;
        private final List<Map.Entry<String, String>> headers = new ArrayList<>();
        private final List<String> query = new ArrayList<>();
        private String path;
        private byte[] body;
        private Expectation expectation = Expectation.RIGHT;

        Draft(Operation operation, int kind) {
            this.operation = operation;
            this.kind = kind;
            this.path = operation.path();
        }

        Attempt attempt() {
            bringKey();
            operation.parameters().forEach(parameter -> add(parameter, kind >= 10 && kind < 14));
            addBody();
            accept();
            if (kind == 18) {
                addUnknownParameter();
            }
            String target = query.isEmpty() ? path : path + "?" + String.join("&", query);
            return new Attempt(operation, target, headers, body, expectation);
        }

        private void expect(Expectation also) {
            expectation = expectation.and(also);
        }

        private void bringKey() {
            if (kind == 19 && !operation.open()) {
                expect(Expectation.WRONG);
                headers.add(values.pick(List.of(entry("X-API-Key", "wrong"), entry("Authorization", "Basic eDp5"),
                        entry("Authorization", "Bearer"), entry("X-Other", "x"))));
            } else if (!operation.open()) {
                headers.add(random.nextBoolean()
                        ? entry("X-API-Key", RunningAskwell.KEY)
                        : entry("Authorization", "Bearer " + RunningAskwell.KEY));
            }
        }

        private void add(Parameter parameter, boolean wrongToo) {
            if (!parameter.required() && random.nextInt(3) > 0) {
                return;
            }
            JsonNode value = wrongToo && random.nextBoolean()
                    ? values.wrong(parameter.schema()).orElseGet(() -> values.right(parameter.schema()))
                    : values.right(parameter.schema());
            String text = value.isString() ? value.stringValue() : value.toString();
            switch (parameter.in()) {
                case "path" -> addToPath(parameter, text);
                case "header" -> {
                    if (SENDABLE.matcher(text).matches()) {
                        expect(judge(parameter, text));
                        headers.add(entry(parameter.name(), text));
                    }
                }
                default -> {
                    expect(judge(parameter, text));
                    query.add(parameter.name() + "=" + encode(text));
                }
            }
        }

        private void addToPath(Parameter parameter, String text) {
            boolean known = kind < 10 && random.nextInt(4) > 0;
            String id = known
                    ? ids.some(operation.path().substring(1, operation.path().indexOf("/{")))
                    // Nothing, or dots alone, would make another path of it.
                    : text.isBlank() || text.matches("\\.+") ? "x" : text;
            expect(judge(parameter, id));
            path = path.replace("{" + parameter.name() + "}", encode(id));
        }

        /** What the schema says of a text, read as the schema's type. */
        private Expectation judge(Parameter parameter, String text) {
            String type = contract.resolve(parameter.schema()).path("type").stringValue("string");
            boolean isLiteral = LITERALS.containsKey(type) && LITERALS.get(type).matcher(text).matches();
            JsonNode value = isLiteral ? ResponseCheck.JSON.readTree(text) : JsonNodeFactory.instance.stringNode(text);
            return schemas.allows(parameter.schema(), value) ? Expectation.RIGHT : Expectation.WRONG;
        }

        private void addBody() {
            if (operation.bodies().isEmpty()) {
                return;
            }
            String mediaType = values.pick(List.copyOf(operation.bodies().keySet()));
            var made = bodies.body(mediaType, operation, kind < 10 || kind >= 18
                    ? Expectation.RIGHT
                    : kind < 14 ? values.pick(List.of(Expectation.RIGHT, Expectation.WRONG)) : Expectation.ANYTHING);
            body = made.bytes();
            expect(made.expectation());
            if (kind == 17) {
                String other = values.pick(List.of("text/plain", "application/xml", "application/json;charset=UTF-16",
                        "json", "application/*", "multipart/form-data", "application/json; charset=nothing"));
                headers.add(entry("Content-Type", other));
            } else if (kind != 16 || random.nextBoolean()) {
                headers.add(entry("Content-Type", mediaType));
            }
        }

        private void accept() {
            List<String> offered = List.copyOf(operation.produces());
            if (kind == 15) {
                headers.add(entry("Accept", values.pick(List.of("text/html", "nonsense", "///", "*", "image/*;q=0.1",
                        "application/json;q=2", "text/event-stream;q=0.1, text/html"))));
                expect(Expectation.ANYTHING);
            } else if (!offered.isEmpty() && random.nextInt(3) == 0) {
                headers.add(entry("Accept", values.pick(offered)));
            }
        }

        private void addUnknownParameter() {
            query.add(values
                    .pick(List.of("nam=x", "unknown", "limit=1&limit=2", "%00=1", "include[]=orders", "a%20b=c")));
            boolean readsQueries = operation.parameters().stream().anyMatch(one -> one.in().equals("query"));
            expect(readsQueries ? Expectation.WRONG : Expectation.ANYTHING);
        }

        private static String encode(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
        }
    }
}
