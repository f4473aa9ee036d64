package io.askwell.socket.agent;

import io.askwell.domain.failure.Failure;
import io.askwell.domain.failure.Invalid;
import io.askwell.domain.failure.Violation;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Reads the frames of clients, as strictly as the bodies of requests: a field that nobody knows is refused by name. */
final class FrameReader {
    static final int MAX_REF = 64;
    private static final String FRAME = "frame";
    private final ObjectReader json;

    FrameReader(JsonMapper json) {
        this.json = json.readerFor(JsonNode.class).with(StreamReadFeature.STRICT_DUPLICATE_DETECTION);
    }

    /** The kinds of frames, and which fields each has. */
    private enum Kind {
        AUTH, ASK, RESUME, CANCEL, PING;

        static Kind of(Arguments fields) {
            String name = fields.required("type");
            return Arrays.stream(values()).filter(kind -> kind.label().equals(name)).findFirst()
                    .orElseThrow(() -> new Invalid("type", "must be one of "
                            + Arrays.stream(values()).map(Kind::label).collect(Collectors.joining(", "))));
        }

        private String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean knows(String field) {
            return switch (field) {
                case "type", "ref" -> true;
                case "apiKey" -> this == AUTH;
                case "question", "mode", "conversationId" -> this == ASK;
                case "runId" -> this == RESUME || this == CANCEL;
                case "after" -> this == RESUME;
                default -> false;
            };
        }
    }

    /** Never fails: what cannot be read is a {@link ClientFrame.Faulty}, with the client's name for it if that can be read. */
    ClientFrame read(String text) {
        Optional<String> ref = Optional.empty();
        try {
            var fields = new Arguments(object(text));
            ref = ref(fields);
            return frame(ref, fields);
        } catch (Failure fault) {
            return new ClientFrame.Faulty(ref, fault);
        }
    }

    private JsonNode object(String text) {
        try {
            JsonNode node = json.readValue(text);
            if (node.isObject()) {
                return node;
            }
        } catch (StreamReadException twice) {
            boolean isTwice = String.valueOf(twice.getOriginalMessage()).startsWith("Duplicate");
            throw new Invalid(FRAME, (isTwice ? "has a field twice" : "is not valid JSON") + " (line %d, column %d)"
                    .formatted(twice.getLocation().getLineNr(), twice.getLocation().getColumnNr()));
        } catch (JacksonException malformed) {
            throw new Invalid(FRAME, "is not valid JSON");
        }
        throw new Invalid(FRAME, "must be a JSON object");
    }

    private static ClientFrame frame(Optional<String> ref, Arguments fields) {
        Kind kind = Kind.of(fields);
        return Invalid.all(checks -> {
            var _ = checks.read(() -> refuseUnknown(fields, kind));
            return switch (kind) {
                case AUTH -> new ClientFrame.Auth(ref, checks.read(() -> fields.required("apiKey")));
                case PING -> new ClientFrame.Ping(ref);
                case ASK -> new ClientFrame.Ask(ref, checks.read(fields::asked));
                case RESUME -> new ClientFrame.Resume(ref, checks.read(fields::runId), checks.read(fields::after));
                case CANCEL -> new ClientFrame.Cancel(ref, checks.read(fields::runId));
            };
        });
    }

    private static Optional<String> ref(Arguments fields) {
        String ref = fields.text("ref");
        if (ref != null && ref.length() > MAX_REF) {
            throw new Invalid("ref", "must be at most %d characters long, but has %d".formatted(MAX_REF, ref.length()));
        }
        return Optional.ofNullable(ref);
    }

    /** @return the fields that nobody knows, of which there are none */
    private static List<Violation> refuseUnknown(Arguments fields, Kind kind) {
        List<Violation> unknown = fields.fields().propertyNames().stream().filter(field -> !kind.knows(field))
                .map(field -> new Violation(shortened(field), "is not a known field of " + kind.label())).toList();
        if (!unknown.isEmpty()) {
            throw new Invalid(unknown);
        }
        return unknown;
    }

    private static String shortened(String name) {
        return name.length() <= MAX_REF ? name : name.substring(0, MAX_REF) + "…";
    }
}
