package io.askwell.llm.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.StreamingHandle;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplyCollectorTest {
    private final List<String> passed = new ArrayList<>();
    private final ReplyCollector collector = new ReplyCollector(passed::add);

    @Test
    void theFirstTokenIsPassedOnAtOnce() {
        arrive("Alice");

        assertThat(passed).containsExactly("Alice");
    }

    @Test
    void tokensThatArriveTogetherArePassedOnTogether() {
        arrive("Alice", " has", " two");
        collector.flush();
        arrive(" orders");
        collector.flush();
        collector.flush();

        assertThat(passed).containsExactly("Alice", " has two", " orders");
    }

    @Test
    void anAnswerThatArrivesInOnePieceIsStillShownPieceByPiece() {
        arrive("a", "b", "c", "d", "e", "f", "g", "h", "i", "j");

        assertThat(passed).containsExactly("a", "bcdefghi");
    }

    @Test
    void whatArrivedBeforeTheConnectionBrokeIsPassedOn() {
        arrive("Alice", " has");
        collector.onError(new IOException("reset"));

        assertThat(passed).containsExactly("Alice", " has");
        assertThatThrownBy(collector::reply).isInstanceOf(ModelUnavailable.class);
    }

    private void arrive(String... tokens) {
        for (String token : tokens) {
            collector.onPartialResponse(new PartialResponse(token),
                    new PartialResponseContext(new Uncancelled()));
        }
    }

    private static final class Uncancelled implements StreamingHandle {
        @Override
        public void cancel() {
            throw new AssertionError("nothing is wrong");
        }

        @Override
        public boolean isCancelled() {
            return false;
        }
    }
}
