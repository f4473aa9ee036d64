package io.askwell.rest.customer;

import io.askwell.domain.failure.Invalid;
import io.askwell.rest.BadInput;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Merges a patch into what is there, as RFC 7396 says: absent is unchanged, null is cleared. */
final class MergePatch {
    static final String MEDIA_TYPE = "application/merge-patch+json";
    private final JsonMapper json;

    MergePatch(JsonMapper json) {
        this.json = json;
    }

    /**
     * @param current what is there, as a client would send it
     * @throws Invalid if the patch is no object, or what comes of it cannot be read
     */
    <R> R apply(R current, JsonNode patch, Class<R> type) {
        if (!(patch instanceof ObjectNode fields)) {
            throw new Invalid("body", "must be a JSON object");
        }
        try {
            ObjectNode merged = json.valueToTree(current);
            // What we hold has no objects inside, so there is nothing to merge deeper down.
            fields.properties().forEach(field -> merged.set(field.getKey(), field.getValue()));
            return json.treeToValue(merged, type);
        } catch (JacksonException wrong) {
            throw BadInput.json(wrong);
        }
    }
}
