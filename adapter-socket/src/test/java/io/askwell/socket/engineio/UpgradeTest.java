package io.askwell.socket.engineio;

import static io.askwell.testkit.Patience.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.socket.engineio.Message.Text;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** How a session goes over from polling to a WebSocket, whatever meets it on the way. */
class UpgradeTest extends SessionByHand {
    @Test
    void aPollThatRacesTheUpgradeGetsNothingOfWhatComesAfterIt() {
        opened();
        var link = new Wire();
        link.probe();
        var poll = polled();
        session.received(link.link, new Packet.Upgrade());
        session.send(List.of(new Text("after")));

        assertThat(poll).hasValue("refused");
        assertThat(link.sent).endsWith("4after");
    }

    @Test
    void aClientThatGoesOverAtOnceIsRefusedItsPollWhenTheAnswerToItsProbeIsWritten() {
        opened();
        var link = new SlowWire();
        link.probe();
        session.received(link.link, new Packet.Upgrade());
        var poll = polled();
        session.received(link.link, new Text("heard already"));
        session.send(List.of(new Text("after")));
        assertThat(poll).hasValue("nothing yet");
        assertThat(heard).containsExactly(new Text("heard already"));
        assertThat(link.writing).containsExactly("3probe");

        link.written();
        assertThat(poll).hasValue("refused");
        assertThat(link.writing).containsExactly("4after");
    }

    @Test
    void aPollThatWaitsIsEndedWhenTheAnswerToTheProbeIsWritten() {
        opened();
        var poll = polled();
        var link = new SlowWire();
        link.probe();
        assertThat(link.writing).containsExactly("3probe");
        assertThat(poll).hasValue("nothing yet");

        link.written();
        assertThat(poll).hasValue("6");
    }

    @Test
    void aPollThatWaitsIsRefusedIfTheClientGoesOverAtOnce() {
        opened();
        var poll = polled();
        var link = new SlowWire();
        link.probe();
        session.received(link.link, new Packet.Upgrade());
        assertThat(poll).hasValue("nothing yet");

        link.written();
        assertThat(poll).hasValue("refused");
    }

    @Test
    void aClientThatGoesOverAndNeverReadsTheAnswerToItsProbeIsCutOff() {
        session = session(new EngineSettings(Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofSeconds(10),
                1_000, 1_000, 1, 1));
        opened();
        var link = new SlowWire();
        link.probe();
        session.received(link.link, new Packet.Upgrade());
        var poll = polled();
        assertThat(session.poll().blockOptional()).isEmpty();

        clock.advanceTimeBy(Duration.ofSeconds(9));
        assertThat(ended).isNotDone();
        clock.advanceTimeBy(Duration.ofSeconds(1));
        assertThat(ended).isDone();
        assertThat(poll).hasValue("refused");
        assertThat(link.link.ended().blockOptional(PATIENCE)).isEmpty();
    }

    @Test
    void aPollThatIsHeldDuringAnUpgradeIsEndedSoThatTheClientCanGoOver() {
        opened();
        var link = new Wire();
        link.probe();
        var poll = new AtomicReference<>("nothing yet");
        session.poll().subscribe(poll::set);
        assertThat(poll).hasValue("nothing yet");

        clock.advanceTimeBy(Duration.ofMillis(100));
        assertThat(poll).hasValue("6");
    }

    @Test
    void anUpgradeThatTakesTooLongIsGivenUp() {
        session = session(new EngineSettings(Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofSeconds(10),
                1_000, 1_000, 1, 1));
        opened();
        var link = new Wire();
        link.probe();

        clock.advanceTimeBy(Duration.ofSeconds(10));
        assertThat(link.link.ended().blockOptional(PATIENCE)).isEmpty();
        session.send(List.of(new Text("still polling")));
        assertThat(fetch()).isEqualTo("4still polling");
    }
}
