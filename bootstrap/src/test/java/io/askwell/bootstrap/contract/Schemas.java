package io.askwell.bootstrap.contract;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.JsonNodeException;
import tools.jackson.databind.node.ObjectNode;

/** Checks JSON against the contract's schemas. */
final class Schemas {
    private final JsonNode named;
    private final JsonNode closedNamed;
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(Dialects.getDraft202012());
    private final Map<JsonNode, Schema> open = new HashMap<>();
    private final Map<JsonNode, Schema> closed = new HashMap<>();

    Schemas(Contract contract) {
        this.named = contract.components().path("schemas");
        this.closedNamed = closed(named);
    }

    /** Whether a client may send it. */
    boolean allows(JsonNode schema, JsonNode value) {
        try {
            return errors(open.computeIfAbsent(schema, key -> compile(key, named)), value).isEmpty();
        } catch (JsonNodeException beyondLong) {
            // The validator cannot compare such a decimal with a bound; no number of ours is as large.
            return false;
        }
    }

    /** What is wrong with something that the server sent; a field that the schema does not name is wrong too. */
    List<String> complaints(JsonNode schema, JsonNode value) {
        return errors(closed.computeIfAbsent(schema, key -> compile(closed(key), closedNamed)), value).stream()
                .map(error -> error.getInstanceLocation() + " " + error.getMessage()).toList();
    }

    private static List<Error> errors(Schema schema, JsonNode value) {
        return schema.validate(value,
                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }

    /** References point into the document; a schema by itself has what they stand for inside. */
    private Schema compile(JsonNode schema, JsonNode named) {
        var root = (ObjectNode) schema.deepCopy();
        root.set("$defs", named);
        return registry.getSchema(root.toString().replace("\"#/components/schemas/", "\"#/$defs/"));
    }

    private static JsonNode closed(JsonNode schema) {
        JsonNode copy = schema.deepCopy();
        close(copy);
        return copy;
    }

    private static void close(JsonNode node) {
        if (node instanceof ObjectNode object && "object".equals(object.path("type").stringValue(""))
                && object.has("properties") && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        node.values().forEach(Schemas::close);
    }
}
