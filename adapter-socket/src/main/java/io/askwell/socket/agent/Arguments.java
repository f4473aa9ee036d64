package io.askwell.socket.agent;

import io.askwell.domain.agent.ConversationId;
import io.askwell.domain.agent.EventId;
import io.askwell.domain.agent.Mode;
import io.askwell.domain.agent.Question;
import io.askwell.domain.agent.RunId;
import io.askwell.domain.failure.Invalid;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a client wrote into an event or a frame, read field by field; each throws {@link Invalid} with the field's name. */
record Arguments(JsonNode fields) {

    /** The first of the event's arguments, which must be an object. */
    static Arguments of(List<JsonNode> arguments) {
        if (arguments.isEmpty() || !arguments.getFirst().isObject()) {
            throw new Invalid("arguments", "must be one object");
        }
        return new Arguments(arguments.getFirst());
    }

    /**
     * A question.
     *
     * @param mode empty leaves it to the server
     */
    record Asked(Question question, Optional<ConversationId> conversation, Optional<Mode> mode) {}

    /** {@code {question, conversationId, mode}}, or {@code query} instead of the first. What else is there is left alone. */
    Asked asked() {
        return Invalid.all(checks -> new Asked(checks.read(() -> Question.parse(questionText())),
                checks.read(() -> Optional.ofNullable(text("conversationId")).map(ConversationId::parse)),
                checks.read(() -> Optional.ofNullable(text("mode")).map(Mode::parse))));
    }

    private @Nullable String questionText() {
        String question = text("question");
        return question == null ? text("query") : question;
    }

    /** {@code {runId}}. */
    RunId runId() {
        return RunId.parse(required("runId"));
    }

    /** {@code {after}}: the event that the client saw last; without it, it has seen none. */
    EventId after() {
        String after = text("after");
        return after == null || after.isEmpty() ? EventId.START : EventId.parse("after", after);
    }

    String required(String field) {
        String text = text(field);
        if (text == null) {
            throw new Invalid(field, "must not be missing");
        }
        return text;
    }

    @Nullable
    String text(String field) {
        JsonNode value = fields.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isString()) {
            throw new Invalid(field, "must be a string");
        }
        return value.stringValue();
    }
}
