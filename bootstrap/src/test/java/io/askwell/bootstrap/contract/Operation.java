package io.askwell.bootstrap.contract;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * An operation as the contract describes it.
 *
 * @param path with its variables, such as {@code /customers/{id}}
 * @param open whether it wants no key
 * @param bodies the schema of the request's body for each media type; empty where there is no body
 * @param responses by status
 */
record Operation(String id, String method, String path, boolean open, List<Parameter> parameters,
        Map<String, JsonNode> bodies, Map<Integer, Response> responses) {

    /** @param in {@code path}, {@code query} or {@code header} */
    record Parameter(String name, String in, boolean required, JsonNode schema) {}

    /**
     * A response that may come.
     *
     * @param headers by name; those that must be there say {@code required}
     * @param bodies the schema for each media type; empty where there is no body
     * @param problems the kinds of problems that it stands for, if it stands for problems
     */
    record Response(Map<String, JsonNode> headers, Map<String, JsonNode> bodies, Set<String> problems) {}

    /** The media types of what the client gets where all is well. */
    Set<String> produces() {
        return responses.entrySet().stream().filter(response -> response.getKey() < 300)
                .flatMap(response -> response.getValue().bodies().keySet().stream())
                .collect(Collectors.toSet());
    }

    Optional<Response> response(int status) {
        return Optional.ofNullable(responses.get(status));
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
