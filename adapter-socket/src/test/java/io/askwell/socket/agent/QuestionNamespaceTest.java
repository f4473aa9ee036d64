package io.askwell.socket.agent;

import static io.askwell.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.domain.agent.ConversationId;
import io.askwell.domain.agent.Mode;
import io.askwell.socket.Frames;
import io.askwell.socket.RawClient;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Questions over Socket.IO, frame by frame. */
class QuestionNamespaceTest {
    private static final AgentSockets sockets = AgentSockets.start();
    private static final RawClient client = new RawClient(sockets.server);

    @AfterAll
    static void stop() {
        sockets.close();
    }

    @Test
    void aQuestionIsAcknowledgedWithItsRunAndAnsweredInOrder() {
        Frames socket = connected().send("427[\"question\",{\"question\":\"Alice 2\",\"mode\":\"grammar\"}]");

        String run = data("437", socket).get(0).path("runId").asString();
        for (int number = 0; number < 2; number++) {
            assertThat(socket.next()).isEqualTo(
                    "42[\"answerChunk\",{\"runId\":\"%s\",\"id\":\"1.%d\",\"chunk\":\"Alice %d\"}]".formatted(run,
                            number + 1, number));
        }
        assertThat(data("42", socket).get(0).asString()).isEqualTo("answerComplete");
        var asked = sockets.runs.asked.getLast();
        assertThat(asked.caller().name()).isEqualTo("alice");
        assertThat(asked.mode()).contains(Mode.GRAMMAR);
        assertThat(asked.detached()).isFalse();
    }

    @Test
    void aQuestionIsAcknowledgedThoughNothingHappensInItsRunYet() {
        Frames socket = connected().send("427[\"question\",{\"question\":\"Alice 0 never\"}]");

        assertThat(data("437", socket).get(0).path("runId").asString()).isNotEmpty();
    }

    @Test
    void aQuestionNeedsNoAcknowledgementAndMayBeCalledQuery() {
        assertThat(data("42", connected().send("42[\"question\",{\"query\":\"Alice 1\"}]")).get(0).asString())
                .isEqualTo("answerChunk");
    }

    @Test
    void aQuestionMayBelongToAConversation() {
        data("42", connected().send("42[\"question\",{\"question\":\"Alice 1\",\"conversationId\":\"c-1\"}]"));

        assertThat(sockets.runs.asked.getLast().conversation()).contains(new ConversationId("c-1"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{} | question | must not be blank",
            "{\"question\":7} | question | must be a string", "{\"question\":\" \"} | question | must not be blank",
            "{\"question\":\"x\",\"mode\":\"best\"} | mode | must be one of grammar, grammar-first, model",
            "{\"question\":\"x\",\"conversationId\":\"a b\"} | conversationId | must be 1 to 64 characters out of",
            "\"How many?\" | arguments | must be one object", "null | arguments | must be one object"})
    void aQuestionOfAnotherFormIsRefusedWithTheFieldAndItsLimit(String argument, String field, String limit) {
        JsonNode error = data("431", connected().send("421[\"question\"," + argument + "]")).get(0).path("error");

        assertThat(error.path("type").asString()).isEqualTo("invalid-request");
        assertThat(error.path("message").asString()).contains(field, limit);
        assertThat(error.path("errors").get(0).path("field").asString()).isEqualTo(field);
    }

    @Test
    void aQuestionThatIsTooLongIsRefusedWithTheLimit() {
        JsonNode error = data("42", connected().send("42[\"question\",{\"question\":\"" + "a".repeat(2_001) + "\"}]"));

        assertThat(error.get(0).asString()).isEqualTo("error");
        assertThat(error.get(1).path("message").asString())
                .isEqualTo("question: must be at most 2000 characters long, but has 2001");
    }

    @Test
    void whatTheAgentRefusesIsSaid() {
        assertThat(data("431", connected().send("421[\"question\",{\"question\":\"fail 1\"}]")).toString())
                .isEqualTo("[{\"error\":{\"type\":\"agent-unavailable\",\"message\":\"There is no agent today.\"}}]");
    }

    @Test
    void anUnknownEventIsRefused() {
        assertThat(data("42", connected().send("42[\"ask\",{}]")).get(1).path("message").asString())
                .isEqualTo("event: must be one of question, cancel, resume");
    }

    @Test
    void severalQuestionsAtOnceHaveRunsOfTheirOwn() {
        Frames socket = connected();
        for (int i = 0; i < 3; i++) {
            socket.send("42" + i + "[\"question\",{\"question\":\"Alice 0 never\"}]");
        }
        socket.send("429[\"question\",{\"question\":\"Bob 1\"}]");

        assertThat(data("439", socket, 4).get(0).path("runId").asString()).isNotEmpty();
        assertThat(data("42", socket).get(1).path("chunk").asString()).isEqualTo("Bob 0");
    }

    @Test
    void noMoreQuestionsThanAllowedAreUnderWayAtOnce() {
        Frames socket = connected();
        for (int i = 0; i < 4; i++) {
            socket.send("42[\"question\",{\"question\":\"Alice 0 never\"}]");
        }

        assertThat(data("435", socket.send("425[\"question\",{\"question\":\"Alice 1\"}]")).get(0).path("error")
                .path("type").asString()).isEqualTo("too-many-at-once");
    }

    @Test
    void aRunIsCancelled() {
        Frames socket = connected().send("421[\"question\",{\"question\":\"Alice 1 never\"}]");
        String run = data("431", socket).get(0).path("runId").asString();
        socket.next();

        socket.send("422[\"cancel\",{\"runId\":\"" + run + "\"}]");
        var both = List.of(socket.next().toString(), socket.next().toString());
        assertThat(both).anyMatch(it -> it.equals("432[{\"runId\":\"" + run + "\"}]"))
                .anyMatch(it -> it.startsWith("42[\"error\"") && it.contains("\"type\":\"cancelled\""));
    }

    @Test
    void aRunIsTakenUpAfterTheEventThatWasSeenLast() {
        Frames socket = connected().send("421[\"question\",{\"question\":\"Alice 3\"}]");
        String run = data("431", socket).get(0).path("runId").asString();
        Frames other = connected().send("422[\"resume\",{\"runId\":\"" + run + "\",\"after\":\"1.2\"}]");

        assertThat(data("432", other).get(0).path("runId").asString()).isEqualTo(run);
        assertThat(data("42", other).get(1).path("id").asString()).isEqualTo("1.3");
        assertThat(data("42", other).get(0).asString()).isEqualTo("answerComplete");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cancel", "resume"})
    void toAnotherKeyARunDoesNotExist(String event) {
        Frames socket = connected().send("421[\"question\",{\"question\":\"Alice 1\"}]");
        String run = data("431", socket).get(0).path("runId").asString();

        assertThat(data("431", connected("bob-key").send("421[\"" + event + "\",{\"runId\":\"" + run + "\"}]")).get(0)
                .path("error").path("type").asString()).isEqualTo("run-not-found");
        assertThat(data("432", socket.send("422[\"question\",{}]"), 10).get(0).path("error").isMissingNode()).isFalse();
    }

    @Test
    void aPlaceThatIsNoneIsNamed() {
        assertThat(data("431", connected().send(
                "421[\"resume\",{\"runId\":\"3f0d1a52-7c1e-4f59-9d3c-0a1b2c3d4e5f\",\"after\":\"seven\"}]")).get(0)
                .path("error").path("errors").get(0).path("field").asString()).isEqualTo("after");
        assertThat(data("431", connected().send("421[\"cancel\",{}]")).get(0).path("error").path("errors").get(0)
                .path("field").asString()).isEqualTo("runId");
    }

    @Test
    void aClientThatGoesAwayWatchesNoLonger() {
        Frames socket = connected().send("42[\"question\",{\"question\":\"Alice 1 never\"}]");
        socket.next();
        int before = sockets.runs.watchers.get();
        socket.close();

        await().until(() -> sockets.runs.watchers.get() < before);
    }

    @Test
    void aClientThatAsksForNonsenseAndReadsNoAnswerIsSentAway() {
        var session = client.polling();
        session.post("40{\"apiKey\":\"alice-key\"}");
        String nonsense = String.join("\u001e", Collections.nCopies(7_000, "42[\"x\"]"));

        assertThat(session.post(nonsense).statusCode()).isEqualTo(200);
        assertThat(session.poll().statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"40", "40{}", "40{\"apiKey\":\"wrong\"}", "40{\"apiKey\":7}", "40{\"apiKey\":\"\"}"})
    void withoutAKeyNothingIsServed(String connect) {
        int before = sockets.runs.asked.size();
        Frames socket = client.webSocket();
        socket.next();
        socket.send(connect).send("421[\"question\",{\"question\":\"Alice 1\"}]");

        assertThat(socket.next()).isEqualTo(
                "44{\"message\":\"This needs a valid key in auth.apiKey or in the header X-API-Key.\"}");
        assertThat(socket.closed()).isEqualTo(1000);
        assertThat(sockets.runs.asked).hasSize(before);
    }

    @Test
    void aKeyMayComeInTheQuery() {
        Frames socket = client.connect("EIO=4&transport=websocket&apiKey=alice-key");
        socket.next();

        assertThat((String) socket.send("40").next()).startsWith("40{");
        assertThat((String) again("EIO=4&transport=websocket&apiKey=alice-key", "40{\"apiKey\":\"wrong\"}"))
                .startsWith("44");
    }

    private static Object again(String query, String connect) {
        Frames socket = client.connect(query);
        socket.next();
        return socket.send(connect).next();
    }

    private static Frames connected() {
        return connected("alice-key");
    }

    private static Frames connected(String key) {
        Frames socket = client.webSocket();
        socket.next();
        assertThat((String) socket.send("40{\"apiKey\":\"" + key + "\"}").next()).startsWith("40{");
        return socket;
    }

    private static JsonNode data(String head, Frames socket) {
        return data(head, socket, 1);
    }

    /** Of the first of so many messages that begins with the head and a bracket. */
    private static JsonNode data(String head, Frames socket, int within) {
        String message = socket.next().toString();
        if (within > 1 && !message.startsWith(head + "[")) {
            return data(head, socket, within - 1);
        }
        assertThat(message).startsWith(head + "[");
        return JsonMapper.shared().readTree(message.substring(head.length()));
    }
}
