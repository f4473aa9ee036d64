package io.askwell.bootstrap.contract;

import io.askwell.bootstrap.contract.Operation.Parameter;
import io.askwell.bootstrap.contract.Operation.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The contract as the server serves it. */
final class Contract {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private final JsonNode document;
    private final List<Operation> operations;

    private Contract(JsonNode document) {
        this.document = document;
        this.operations = document.path("paths").properties().stream().flatMap(path -> path.getValue().properties()
                .stream().filter(entry -> METHODS.contains(entry.getKey()))
                .map(entry -> operation(entry.getKey(), path.getKey(), path.getValue(), entry.getValue()))).toList();
    }

    static Contract parse(String json) {
        return new Contract(JsonMapper.shared().readTree(json));
    }

    List<Operation> operations() {
        return operations;
    }

    JsonNode components() {
        return document.path("components");
    }

    /** What a reference stands for; anything else is itself. */
    JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? resolve(document.at(node.path("$ref").stringValue().substring(1))) : node;
    }

    private Operation operation(String method, String path, JsonNode shared, JsonNode node) {
        var parameters = new ArrayList<Parameter>();
        for (JsonNode list : List.of(shared.path("parameters"), node.path("parameters"))) {
            list.values().stream().map(this::resolve).map(this::parameter).forEach(parameters::add);
        }
        JsonNode security = node.path("security");
        return new Operation(node.path("operationId").stringValue(), method.toUpperCase(Locale.ROOT), path,
                isOpen(security), parameters,
                schemas(resolve(node.path("requestBody"))), responses(node.path("responses")));
    }

    /** Where nothing is asked for, or where nothing is one of the choices. */
    private static boolean isOpen(JsonNode security) {
        return security.isArray() && (security.isEmpty() || security.valueStream().anyMatch(JsonNode::isEmpty));
    }

    private Parameter parameter(JsonNode node) {
        return new Parameter(node.path("name").stringValue(), node.path("in").stringValue(),
                node.path("required").asBoolean(false), node.path("schema"));
    }

    private Map<Integer, Response> responses(JsonNode nodes) {
        var responses = new LinkedHashMap<Integer, Response>();
        nodes.properties().forEach(entry -> {
            JsonNode response = resolve(entry.getValue());
            responses.put(Integer.valueOf(entry.getKey()),
                    new Response(map(response.path("headers"), this::resolve), schemas(response), problems(response)));
        });
        return responses;
    }

    private Map<String, JsonNode> schemas(JsonNode holder) {
        return map(holder.path("content"), content -> content.path("schema"));
    }

    /** Each kind has an example. */
    private Set<String> problems(JsonNode response) {
        var kinds = new TreeSet<String>();
        response.path("content").path("application/problem+json").path("examples").properties().forEach(
                example -> kinds.add(resolve(example.getValue()).path("value").path("type").stringValue()));
        return kinds;
    }

    private static Map<String, JsonNode> map(JsonNode object, Function<JsonNode, JsonNode> value) {
        var map = new LinkedHashMap<String, JsonNode>();
        object.properties().forEach(entry -> map.put(entry.getKey(), value.apply(entry.getValue())));
        return map;
    }
}
