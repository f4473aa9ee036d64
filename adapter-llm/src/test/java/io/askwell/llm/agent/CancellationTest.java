package io.askwell.llm.agent;

import static io.askwell.llm.agent.Bench.COUNT;
import static io.askwell.testkit.Patience.PATIENCE;
import static io.askwell.testkit.Patience.await;
import static io.askwell.testkit.model.ScriptedReply.runSql;
import static io.askwell.testkit.model.ScriptedReply.silence;
import static io.askwell.testkit.model.ScriptedReply.status;
import static io.askwell.testkit.model.ScriptedReply.text;
import static io.askwell.testkit.model.ScriptedReply.tokens;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.askwell.domain.agent.AgentEvent.AnswerChunk;
import io.askwell.domain.agent.Mode;
import io.askwell.domain.agent.QueryOutcome;
import io.askwell.testkit.agent.ScriptedQueries;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Who stops listening stops the work, wherever it is, and nobody is told of it. */
class CancellationTest {
    private final Bench bench = new Bench();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    CancellationTest() {
        log.start();
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).addAppender(log);
    }

    @AfterEach
    void close() {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).detachAppender(log);
        bench.close();
        assertThat(log.list).filteredOn(event -> event.getLevel().isGreaterOrEqual(Level.WARN)).isEmpty();
    }

    @Test
    void inTheMiddleOfAnAnswerTheModelIsCutOff() {
        bench.model.reply(runSql("", COUNT), tokens(1_000_000).every(Duration.ofMillis(10)));

        bench.events(Mode.MODEL).filter(AnswerChunk.class::isInstance).take(3).blockLast(PATIENCE);

        bench.model.call(2).awaitClosedByClient();
    }

    @Test
    void beforeTheHeadersTheModelIsCutOff() {
        bench.model.reply(silence());
        var run = bench.events(Mode.MODEL).subscribe();
        bench.model.call(1);

        run.dispose();

        bench.model.call(1).awaitClosedByClient();
    }

    @Test
    void inASilenceTheModelIsCutOff() {
        bench.model.reply(runSql("", COUNT), text("There ").thenSilence());
        var firstWord = new CountDownLatch(1);
        var run = bench.events(Mode.MODEL).filter(AnswerChunk.class::isInstance)
                .subscribe(chunk -> firstWord.countDown());
        await(firstWord);

        run.dispose();

        bench.model.call(2).awaitClosedByClient();
    }

    @Test
    void whileAQueryRunsTheQueryIsCancelled() {
        var running = new CountDownLatch(1);
        var cancelled = new CountDownLatch(1);
        bench.queries = new ScriptedQueries(sql -> {
            running.countDown();
            return Mono.<QueryOutcome>never().doOnCancel(cancelled::countDown);
        });
        bench.grammar = Bench.understanding();
        var run = bench.events(Mode.GRAMMAR).subscribe();
        await(running);

        run.dispose();

        await(cancelled);
        assertThat(bench.queries.cancelled()).isEqualTo(1);
    }

    @Test
    void whileItWaitsForABusyModelItIsNotAskedAgain() throws InterruptedException {
        bench.model.reply(status(429, "slow down").header("Retry-After", "2"));
        var run = bench.events(Mode.MODEL).subscribe();
        await().until(() -> log.list.stream().anyMatch(event -> event.getMessage().contains("asking again")));

        run.dispose();

        Thread.sleep(2_500);
        assertThat(bench.model.calls()).hasSize(1);
    }

    @Test
    void whileNobodyAsksForEventsTheWorkerLeaves() {
        bench.model.reply(runSql("", COUNT), tokens(1_000_000));
        var run = new Demanding(8);
        bench.events(Mode.MODEL).subscribe(run);
        run.awaitEvents(8);

        run.cancel();

        if (bench.model.calls().size() > 1) {
            bench.model.call(2).awaitClosedByClient();
        }
        assertThat(run.count()).isEqualTo(8);
    }
}
