package io.askwell.socket.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.domain.agent.ConversationId;
import io.askwell.domain.agent.EventId;
import io.askwell.domain.agent.Mode;
import io.askwell.domain.agent.Question;
import io.askwell.domain.agent.RunId;
import io.askwell.domain.agent.RunNotFound;
import io.askwell.domain.failure.Invalid;
import io.askwell.domain.failure.Violation;
import io.askwell.socket.agent.ClientFrame.Faulty;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class FrameReaderTest {
    private static final String RUN = "3f0d1a52-7c1e-4f59-9d3c-0a1b2c3d4e5f";
    private final FrameReader reader = new FrameReader(JsonMapper.shared());

    @Test
    void readsAQuestionWithAllThatMayStandBesideIt() {
        assertThat(reader.read("""
            {"type":"ask","ref":"q1","question":" How many? ","mode":"grammar","conversationId":"c-1"}"""))
                .isEqualTo(new ClientFrame.Ask(Optional.of("q1"), new Arguments.Asked(new Question("How many?"),
                        Optional.of(new ConversationId("c-1")), Optional.of(Mode.GRAMMAR))));
        assertThat(reader.read("{\"question\":\"How many?\",\"type\":\"ask\",\"mode\":null}")).isEqualTo(
                new ClientFrame.Ask(Optional.empty(),
                        new Arguments.Asked(new Question("How many?"), Optional.empty(), Optional.empty())));
    }

    @Test
    void readsTheOtherFrames() {
        assertThat(reader.read("{\"type\":\"auth\",\"apiKey\":\"k\"}"))
                .isEqualTo(new ClientFrame.Auth(Optional.empty(), "k"));
        assertThat(reader.read("{\"type\":\"ping\",\"ref\":\"\"}")).isEqualTo(new ClientFrame.Ping(Optional.of("")));
        assertThat(reader.read("{\"type\":\"cancel\",\"runId\":\"" + RUN + "\"}"))
                .isEqualTo(new ClientFrame.Cancel(Optional.empty(), new RunId(RUN)));
        assertThat(reader.read("{\"type\":\"resume\",\"runId\":\"" + RUN + "\",\"after\":\"2.7\"}"))
                .isEqualTo(new ClientFrame.Resume(Optional.empty(), new RunId(RUN), new EventId(2, 7)));
        assertThat(reader.read("{\"type\":\"resume\",\"runId\":\"" + RUN + "\"}"))
                .isEqualTo(new ClientFrame.Resume(Optional.empty(), new RunId(RUN), EventId.START));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', value = {
            "{ | frame | is not valid JSON (line 1, column 2)",
            "{'type':'ping'} | frame | is not valid JSON (line 1, column 2)",
            "{\"type\":\"ping\"} {} | frame | is not valid JSON",
            "{\"type\":\"ping\",\"type\":\"ask\"} | frame | has a field twice (line 1, column 22)",
            "[] | frame | must be a JSON object",
            "null | frame | must be a JSON object",
            "7 | frame | must be a JSON object",
            "{} | type | must not be missing",
            "{\"type\":7} | type | must be a string",
            "{\"type\":\"ASK\"} | type | must be one of auth, ask, resume, cancel, ping",
            "{\"type\":\"auth\"} | apiKey | must not be missing",
            "{\"type\":\"auth\",\"apiKey\":[]} | apiKey | must be a string",
            "{\"type\":\"ask\"} | question | must not be blank",
            "{\"type\":\"ask\",\"question\":{}} | question | must be a string",
            "{\"type\":\"ask\",\"question\":\"x\",\"mode\":\"best\"} | mode | must be one of grammar, grammar-first, model",
            "{\"type\":\"ask\",\"question\":\"x\",\"conversationId\":\"a b\"} | conversationId "
                    + "| must be 1 to 64 characters out of A-Z, a-z, 0-9, _ and -",
            "{\"type\":\"ask\",\"question\":\"x\",\"after\":\"1.1\"} | after | is not a known field of ask",
            "{\"type\":\"ping\",\"ref\":7} | ref | must be a string",
            "{\"type\":\"cancel\"} | runId | must not be missing",
            "{\"type\":\"resume\",\"runId\":\"" + RUN + "\",\"after\":\"seven\"} | after "
                    + "| must be the id of an event, such as 1.7"})
    void namesTheFieldThatIsWrongAndItsLimit(String frame, String field, String limit) {
        assertThat(reader.read(frame)).isInstanceOfSatisfying(Faulty.class,
                faulty -> assertThat(faulty.fault()).isInstanceOfSatisfying(Invalid.class, invalid -> assertThat(
                        invalid.violations()).containsExactly(new Violation(field, limit))));
    }

    @Test
    void namesEverythingThatIsWrongAndKeepsTheNameOfTheFrame() {
        var faulty = (Faulty) reader.read("{\"type\":\"ask\",\"ref\":\"q1\",\"question\":\"" + "a".repeat(2_001)
                + "\",\"mode\":\"best\",\"modus\":1}");

        assertThat(faulty.ref()).contains("q1");
        assertThat(((Invalid) faulty.fault()).violations()).containsExactly(
                new Violation("modus", "is not a known field of ask"),
                new Violation("question", "must be at most 2000 characters long, but has 2001"),
                new Violation("mode", "must be one of grammar, grammar-first, model"));
    }

    @Test
    void boundsWhatIsEchoed() {
        var faulty = (Faulty) reader.read("{\"type\":\"ping\",\"ref\":\"" + "a".repeat(65) + "\"}");

        assertThat(faulty.ref()).isEmpty();
        assertThat(faulty.fault().reason()).isEqualTo("ref: must be at most 64 characters long, but has 65");
        assertThat(((Faulty) reader.read("{\"type\":\"ping\",\"" + "a".repeat(9_000) + "\":1}")).fault().reason())
                .hasSizeLessThan(150);
    }

    @Test
    void anIdThatNoRunCanHaveIsThatOfNoRun() {
        assertThat(((Faulty) reader.read("{\"type\":\"cancel\",\"runId\":\"none\"}")).fault())
                .isInstanceOf(RunNotFound.class);
    }
}
