package io.askwell.bootstrap.contract;

import io.askwell.bootstrap.contract.Attempt.Expectation;
import io.askwell.bootstrap.contract.Operation.Response;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** What the contract says of a response. */
final class ResponseCheck {
    /** Fields of which a schema cannot say all: they depend on what is stored, on another field, or on the configuration. */
    private static final Set<String> BEYOND_SCHEMAS = Set.of("customerId", "cursor", "orderDateFrom", "since",
            "totalAmountMin",
            "mode");
    /** Keeps numbers as they are written. */
    static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
    private final Schemas schemas;
    private final Attempt attempt;
    private final HttpResponse<String> response;
    private final List<String> complaints = new ArrayList<>();

    private ResponseCheck(Schemas schemas, Attempt attempt, HttpResponse<String> response) {
        this.schemas = schemas;
        this.attempt = attempt;
        this.response = response;
    }

    /** What the response does not do as the contract says. */
    static List<String> complaints(Schemas schemas, Attempt attempt, HttpResponse<String> response) {
        var check = new ResponseCheck(schemas, attempt, response);
        int status = response.statusCode();
        if (status >= 500) {
            check.complain("a mistake of the server");
        }
        attempt.operation().response(status).ifPresentOrElse(check::check,
                () -> check.complain("the contract knows no %d here".formatted(status)));
        check.checkExpectation(status);
        return check.complaints;
    }

    private void complain(String what) {
        complaints.add(what);
    }

    private void check(Response described) {
        described.headers().forEach(this::checkHeader);
        String body = response.body();
        if (described.bodies().isEmpty()) {
            if (!body.isEmpty()) {
                complain("there should be no body");
            }
            return;
        }
        String type = response.headers().firstValue("Content-Type").orElse("").split(";")[0];
        JsonNode schema = described.bodies().get(type);
        if (schema == null) {
            complain("the contract knows no %s here".formatted(type));
        } else {
            checkBody(type, schema, body, described);
        }
    }

    private void checkHeader(String name, JsonNode header) {
        response.headers().firstValue(name).ifPresentOrElse(
                value -> schemas.complaints(header.path("schema"), JsonNodeFactory.instance.stringNode(value))
                        .forEach(complaint -> complain(name + ": " + complaint)),
                () -> {
                    if (header.path("required").asBoolean(false)) {
                        complain(name + " is missing");
                    }
                });
    }

    private void checkBody(String type, JsonNode schema, String body, Response described) {
        try {
            switch (type) {
                case "application/x-ndjson" -> body.lines().forEach(line -> checkItem(schema, JSON.readTree(line)));
                case "text/event-stream" -> Stream.of(body.split("\n\n")).filter(event -> !event.startsWith(":"))
                        .forEach(event -> checkItem(schema, event(event)));
                default -> {
                    if (type.endsWith("json")) {
                        checkJson(type, schema, JSON.readTree(body), described);
                    }
                }
            }
        } catch (JacksonException e) {
            complain("the body is not JSON: " + e.getOriginalMessage());
        }
    }

    private void checkJson(String type, JsonNode schema, JsonNode value, Response described) {
        schemas.complaints(schema, value).forEach(this::complain);
        if (type.equals("application/problem+json")) {
            checkProblem(value, described);
        }
    }

    private void checkItem(JsonNode schema, JsonNode item) {
        schemas.complaints(schema.path("contentSchema").path("items"), item).forEach(this::complain);
    }

    private static JsonNode event(String text) {
        var event = JsonNodeFactory.instance.objectNode();
        text.lines().forEach(line -> {
            String[] field = line.split(":", 2);
            switch (field[0]) {
                case "event" -> event.put("event", field[1].strip());
                case "data" -> event.set("data", JSON.readTree(field[1]));
                default -> {
                }
            }
        });
        return event;
    }

    private void checkProblem(JsonNode problem, Response described) {
        if (problem.path("status").intValue(0) != response.statusCode()) {
            complain("the problem says another status");
        }
        if (!described.problems().contains(problem.path("type").stringValue(""))) {
            complain("the contract knows no such problem here");
        }
    }

    private void checkExpectation(int status) {
        if (attempt.expectation() == Expectation.WRONG && status < 400) {
            complain("the request should have been refused");
        }
        boolean refused = status == 400 || status == 406 || status == 413 || status == 415;
        if (attempt.expectation() == Expectation.RIGHT && refused && !isBeyondSchemas()) {
            complain("the request should not have been refused");
        }
    }

    private boolean isBeyondSchemas() {
        try {
            JsonNode problem = JSON.readTree(response.body());
            Set<String> fields = problem.path("errors").values().stream()
                    .map(error -> error.path("field").stringValue("")).collect(Collectors.toSet());
            return problem.path("type").stringValue("").endsWith(":import-rejected")
                    || (!fields.isEmpty() && BEYOND_SCHEMAS.containsAll(fields));
        } catch (JacksonException e) {
            return false;
        }
    }
}
