package io.askwell.testkit.model;

import static io.askwell.testkit.model.Chunks.quoted;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/**
 * A reply of a {@link ScriptedModel}. Begin with one of the static methods; each of the others gives a reply that differs
 * in one thing.
 */
public final class ScriptedReply {
    final int status;
    final Map<String, String> headers;
    final String errorBody;
    final Iterable<String> deltas;
    final String finishReason;
    final String usage;
    final Duration headersAfter;
    final Duration pace;
    /** After how many pieces it waits; negative for none. */
    final int heldAfter;
    final Mono<?> letGoOn;
    final Ending ending;
    /** How many bytes of the stream are sent; negative for all that belong to the ending. */
    final int cutAfter;

    private ScriptedReply(Draft draft) {
        this.status = draft.status;
        this.headers = Map.copyOf(draft.headers);
        this.errorBody = draft.errorBody;
        this.deltas = draft.deltas;
        this.finishReason = draft.finishReason;
        this.usage = draft.usage;
        this.headersAfter = draft.headersAfter;
        this.pace = draft.pace;
        this.heldAfter = draft.heldAfter;
        this.letGoOn = draft.letGoOn;
        this.ending = draft.ending;
        this.cutAfter = draft.cutAfter;
    }

    /** A text in these pieces. */
    public static ScriptedReply text(String... tokens) {
        return text(List.of(tokens));
    }

    /** A text in these pieces, which are made as they are sent. */
    public static ScriptedReply text(Iterable<String> tokens) {
        var draft = new Draft();
        draft.deltas = () -> Chunks.mapped(tokens.iterator(), token -> "{\"content\":%s}".formatted(quoted(token)));
        return new ScriptedReply(draft);
    }

    /** A text of so many pieces: {@code "t0 "}, {@code "t1 "} and so on. */
    public static ScriptedReply tokens(int count) {
        return text(() -> IntStream.range(0, count).mapToObj(i -> "t" + i + " ").iterator());
    }

    /** A call of a tool, its arguments split over several pieces. */
    public static ScriptedReply toolCall(String name, String arguments) {
        var head = "{\"tool_calls\":[{\"index\":0,\"id\":\"call_1\",\"type\":\"function\","
                + "\"function\":{\"name\":%s,\"arguments\":\"\"}}]}".formatted(quoted(name));
        var draft = new Draft();
        draft.finishReason = "tool_calls";
        draft.deltas = Stream.concat(Stream.of(head), Chunks.pieces(arguments, 7).stream()
                .map(piece -> "{\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":%s}}]}"
                        .formatted(quoted(piece))))
                .toList();
        return new ScriptedReply(draft);
    }

    /** A call of the tool {@code run_sql}. */
    public static ScriptedReply runSql(String thought, String sql) {
        return toolCall("run_sql", "{\"thought\":%s,\"tables\":[],\"sql\":%s}".formatted(quoted(thought), quoted(sql)));
    }

    /** A status other than 200, with the usual body of an error. */
    public static ScriptedReply status(int status, String message) {
        var draft = new Draft();
        draft.status = status;
        draft.errorBody = Chunks.error(message);
        return new ScriptedReply(draft);
    }

    /** Not even headers. */
    public static ScriptedReply silence() {
        return text().headersAfter(Duration.ofDays(1));
    }

    public ScriptedReply header(String name, String value) {
        return with(draft -> draft.headers.put(name, value));
    }

    public ScriptedReply headersAfter(Duration delay) {
        return with(draft -> draft.headersAfter = delay);
    }

    /** The time before each piece. */
    public ScriptedReply every(Duration delay) {
        return with(draft -> draft.pace = delay);
    }

    /** After so many pieces it falls silent until it is let go on. */
    public ScriptedReply heldAfter(int pieces, Mono<?> letGoOn) {
        return with(draft -> {
            draft.heldAfter = pieces;
            draft.letGoOn = letGoOn;
        });
    }

    public ScriptedReply finishReason(String reason) {
        return with(draft -> draft.finishReason = reason);
    }

    public ScriptedReply usage(int promptTokens, int completionTokens) {
        return with(draft -> draft.usage = Chunks.usage(promptTokens, completionTokens));
    }

    /** After its pieces the connection is closed in good order, without a finish reason. */
    public ScriptedReply endsEarly() {
        return with(draft -> draft.ending = Ending.EARLY);
    }

    /**
     * Of its stream come only so many bytes; then the connection is closed in good order, or reset.
     *
     * @param bytes at most {@link #streamLength()}
     */
    public ScriptedReply cutAfter(int bytes, boolean thenReset) {
        return with(draft -> {
            draft.cutAfter = bytes;
            draft.ending = thenReset ? Ending.RESET : Ending.EARLY;
        });
    }

    /** How many bytes the events of a whole reply are. */
    public int streamLength() {
        return stream().getBytes(StandardCharsets.UTF_8).length;
    }

    /** The events as they are sent. */
    String stream() {
        var events = new StringBuilder();
        deltas.forEach(delta -> events.append(event(Chunks.delta(delta))));
        lastEvents(Ending.WHOLE).forEach(event -> events.append(event(event)));
        return events.toString();
    }

    static String event(String data) {
        return "data: " + data + "\n\n";
    }

    /** After its pieces the connection is reset. */
    public ScriptedReply thenReset() {
        return with(draft -> draft.ending = Ending.RESET);
    }

    /** After its pieces comes an error in the place of an event. */
    public ScriptedReply thenError() {
        return with(draft -> draft.ending = Ending.ERROR);
    }

    /** After its pieces comes nothing, but the connection stays open. */
    public ScriptedReply thenSilence() {
        return with(draft -> draft.ending = Ending.STALLED);
    }

    /** After a whole reply the connection stays open. */
    public ScriptedReply keptOpen() {
        return with(draft -> draft.ending = Ending.KEPT_OPEN);
    }

    /** The events after the pieces. */
    List<String> lastEvents() {
        return lastEvents(ending);
    }

    private List<String> lastEvents(Ending as) {
        return switch (as) {
            case WHOLE, KEPT_OPEN -> {
                var events = new ArrayList<>(List.of(Chunks.finish(finishReason)));
                if (!usage.isEmpty()) {
                    events.add(usage);
                }
                events.add("[DONE]");
                yield events;
            }
            case ERROR -> List.of(Chunks.error("the server is overloaded"), "[DONE]");
            case EARLY, RESET, STALLED -> List.of();
        };
    }

    private ScriptedReply with(Consumer<Draft> change) {
        var draft = new Draft(this);
        change.accept(draft);
        return new ScriptedReply(draft);
    }

    /** A reply that is still being made. */
    private static final class Draft {
        private int status = 200;
        private Map<String, String> headers = new TreeMap<>();
        private String errorBody = "";
        private Iterable<String> deltas = List.of();
        private String finishReason = "stop";
        private String usage = "";
        private Duration headersAfter = Duration.ZERO;
        private Duration pace = Duration.ZERO;
        private Ending ending = Ending.WHOLE;
        private int cutAfter = -1;
        private int heldAfter = -1;
        private Mono<?> letGoOn = Mono.empty();

        private Draft() {}

        private Draft(ScriptedReply from) {
            status = from.status;
            headers = new TreeMap<>(from.headers);
            errorBody = from.errorBody;
            deltas = from.deltas;
            finishReason = from.finishReason;
            usage = from.usage;
            headersAfter = from.headersAfter;
            pace = from.pace;
            ending = from.ending;
            cutAfter = from.cutAfter;
            heldAfter = from.heldAfter;
            letGoOn = from.letGoOn;
        }
    }
}
