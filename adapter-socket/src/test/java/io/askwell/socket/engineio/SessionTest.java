package io.askwell.socket.engineio;

import static io.askwell.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.socket.engineio.Message.Text;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** Things that happen to a session at the same time, one way round and the other. Time is turned by hand. */
class SessionTest extends SessionByHand {
    @Test
    void aPollThatComesAfterTheGoodByeIsAnswered() {
        opened();
        assertThat(session.posted("1").block()).isTrue();

        assertThat(fetch()).isEqualTo("6");
        assertThat(ended).isDone();
    }

    @Test
    void aGoodByeWithoutAPollEndsTheSessionAllTheSame() {
        opened();
        session.posted("1").block();
        assertThat(ended).isNotDone();

        clock.advanceTimeBy(Duration.ofMillis(50));
        assertThat(ended).isDone();
    }

    @Test
    void anAnswerThatComesAtOnceIsNotMissed() {
        opened();
        var answered = new CompletableFuture<Boolean>();
        // The client answers while the ping is still being sent.
        session.poll().flatMap(ping -> session.posted("3")).subscribe(answered::complete);
        clock.advanceTimeBy(Engines.SETTINGS.pingInterval());
        assertThat(answered).isCompletedWithValue(true);

        clock.advanceTimeBy(Engines.SETTINGS.pingTimeout().plusMillis(1));
        assertThat(ended).isNotDone();
    }

    @Test
    void anAnswerThatIsBeforeTheEndOfPatienceInTheQueueCounts() {
        opened();
        clock.advanceTimeBy(Engines.SETTINGS.pingInterval());
        assertThat(fetch()).isEqualTo("2");

        // The time is up while the answer has its turn: what the clock wants comes after it.
        session.inTurn(() -> {
            session.posted("3").subscribe();
            clock.advanceTimeBy(Engines.SETTINGS.pingTimeout());
        });

        assertThat(ended).isNotDone();
    }

    @Test
    void silenceEndsTheSession() {
        opened();
        clock.advanceTimeBy(Engines.SETTINGS.pingInterval().plus(Engines.SETTINGS.pingTimeout()));

        assertThat(ended).isDone();
        assertThat(session.poll().blockOptional()).isEmpty();
    }

    @Test
    void messagesStayInOrderWhenTheirEmitterIsWokenInTheMidstOfAnUpgrade() {
        session = session(new EngineSettings(Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofMinutes(1),
                1_000, 4_000, 1, 1));
        opened();
        // Room is only for a few: the rest is emitted when the upgrade takes the first out of the box.
        numbers(1_000).subscribe();
        var link = new Wire();
        link.probe();

        session.received(link.link, new Packet.Upgrade());

        assertThat(link.sent.subList(1, link.sent.size())).isEqualTo(
                IntStream.range(0, 1_000).mapToObj(number -> "4" + number).toList());
    }

    @Test
    void whoeverIsNotReadCostsBoundedMemoryAndGoesOnWhenTheClientReadsAgain() {
        session = session(new EngineSettings(Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofMinutes(1),
                1_000, 80_000, 1, 1));
        opened();
        var emitted = new ArrayList<Integer>();
        numbers(1_000).doOnNext(emitted::add).subscribe();

        int room = emitted.size();
        assertThat(room).isBetween(10, 300);
        assertThat(fetch().split("\u001e")).hasSize(room);
        assertThat(emitted).hasSizeBetween(room + 1, 2 * room + 1);
        assertThat(ended).isNotDone();
    }

    @Test
    void whatCannotWaitEndsASessionThatIsNotRead() {
        session = session(new EngineSettings(Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofMinutes(1),
                1_000, 80_000, 1, 1));
        opened();
        for (int i = 0; i < 2_000 && !ended.isDone(); i++) {
            session.send(List.of(new Text("acknowledged")));
        }

        assertThat(ended).isDone();
    }

    @Test
    void whoeverWaitsForRoomIsReleasedWhenTheSessionEnds() {
        opened();
        var done = new CompletableFuture<Void>();
        numbers(100_000).then().subscribe(nothing -> {}, done::completeExceptionally, () -> done.complete(null));
        assertThat(done).isNotDone();

        session.close("test");
        assertThat(done).isCompleted();
    }

    @Test
    void aMistakeAboveEndsTheSessionAndNothingElse() {
        session = new Session("sid", NOBODY, Engines.SETTINGS, clock, it -> new SessionListener() {
            @Override
            public void onMessage(Message message) {
                throw new IllegalStateException("a mistake");
            }

            @Override
            public void onClose() {
                ended.complete(null);
            }
        }, () -> {});
        opened();
        session.posted("4x").block();

        assertThat(ended).isDone();
        assertThat(session.poll().blockOptional()).isEmpty();
    }

    @Test
    void emittersOnManyThreadsKeepTheirOrderThroughAnUpgrade() {
        session = session(new EngineSettings(Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofMinutes(1),
                1_000, 8_000, 1, 1));
        opened();
        var done = new CountDownLatch(4);
        for (int emitter = 0; emitter < 4; emitter++) {
            String name = "4" + emitter + ":";
            Flux.range(0, 5_000).publishOn(Schedulers.parallel())
                    .concatMap(number -> session.sendWhenRoom(List.of(new Text(name.substring(1) + number))), 1)
                    .doFinally(end -> done.countDown()).subscribe();
        }
        var received = new ArrayList<String>();
        for (int i = 0; i < 200; i++) {
            received.addAll(List.of(fetch().split("\u001e")));
        }
        var link = new Wire();
        link.probe();
        session.received(link.link, new Packet.Upgrade());
        await(done);
        await().until(() -> received.size() + link.sent.size() - 1 == 4 * 5_000);
        received.addAll(link.sent.subList(1, link.sent.size()));

        for (int emitter = 0; emitter < 4; emitter++) {
            String name = "4" + emitter + ":";
            assertThat(received.stream().filter(message -> message.startsWith(name))).containsExactlyElementsOf(
                    IntStream.range(0, 5_000).mapToObj(number -> name + number).toList());
        }
    }

    private Flux<Integer> numbers(int count) {
        return Flux.range(0, count).concatMap(
                number -> session.sendWhenRoom(List.of(new Text(String.valueOf(number)))).thenReturn(number), 1);
    }
}
