package io.askwell.llm.agent;

import static io.askwell.llm.agent.Bench.COUNT;
import static io.askwell.llm.agent.Bench.completed;
import static io.askwell.llm.agent.Bench.of;
import static io.askwell.testkit.Patience.FOREVER;
import static io.askwell.testkit.Patience.PATIENCE;
import static io.askwell.testkit.model.ScriptedReply.runSql;
import static io.askwell.testkit.model.ScriptedReply.text;
import static io.askwell.testkit.model.ScriptedReply.tokens;
import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.domain.agent.AgentEvent;
import io.askwell.domain.agent.AgentEvent.AnswerChunk;
import io.askwell.domain.agent.AgentEvent.Completed;
import io.askwell.domain.agent.Mode;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** Slow readers, long answers and many questions at once. */
class LoadTest {
    private static final ThreadMXBean PLATFORM = ManagementFactory.getThreadMXBean();
    private final Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aSlowReaderSlowsDownTheModel() throws InterruptedException {
        bench.settings = Bench.settings(bench.model.baseUrl(), FOREVER, Duration.ofSeconds(2));
        bench.model.reply(runSql("", COUNT), tokens(200_000));
        var reader = new Demanding(60);
        bench.events(Mode.MODEL).subscribe(reader);

        reader.awaitEvents(60);
        Thread.sleep(2_500);

        assertThat(reader.count()).isEqualTo(60);
        assertThat(bench.model.call(2).tokensSent()).isLessThan(10_000);
        // Longer than any silence that is allowed to the model: it was the reader who was slow.
        reader.request(20);
        reader.awaitEvents(80);
        assertThat(reader.last()).isInstanceOf(AnswerChunk.class);
        reader.cancel();
    }

    @Test
    void anAnswerOfTwentyThousandPiecesArrivesWhole() {
        bench.model.reply(runSql("", COUNT), tokens(20_000).usage(1, 20_000));

        var events = bench.ask();

        var chunks = of(AnswerChunk.class, events);
        assertThat(chunks).as("at most eight tokens together").hasSizeBetween(2_500, 20_000);
        assertThat(chunks.stream().map(AnswerChunk::text).collect(Collectors.joining()))
                .isEqualTo(completed(events).answer()).startsWith("t0 t1 ").endsWith("t19999 ");
    }

    @Test
    void aThousandQuestionsAtOnceNeedNoThousandThreads() {
        bench.model.replyWhen(call -> call.body().contains("run_sql"),
                runSql("", COUNT).headersAfter(Duration.ofMillis(300)));
        bench.model.replyWhen(call -> true, text("There ", "are ", "3."));
        var agent = bench.agent();
        int before = PLATFORM.getThreadCount();

        var last = Flux.range(0, 1_000)
                .flatMap(i -> agent.answer(bench.task(Mode.MODEL), bench.allowance).filter(AgentEvent::isTerminal),
                        1_000)
                .doOnNext(event -> assertThat(PLATFORM.getThreadCount()).isLessThan(before + 40))
                .collectList().block(PATIENCE.multipliedBy(4));

        assertThat(last).hasSize(1_000).allSatisfy(event -> assertThat(event).isInstanceOf(Completed.class));
    }
}
