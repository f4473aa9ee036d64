package io.askwell.socket.agent;

import io.askwell.domain.access.port.in.Authenticate;
import io.askwell.domain.agent.Ask;
import io.askwell.domain.agent.Question;
import io.askwell.domain.agent.port.in.AgentQuery;
import io.askwell.domain.agent.port.in.ManageRuns;
import io.askwell.domain.failure.Invalid;
import io.askwell.socket.agent.Outgoing.Echo;
import io.askwell.socket.agent.Outgoing.GoodBye;
import io.askwell.socket.agent.Outgoing.Happened;
import io.askwell.socket.agent.Outgoing.Said;
import io.askwell.socket.agent.Peer.Known;
import io.askwell.socket.agent.Peer.Stranger;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;
import reactor.core.publisher.Flux;

/** What one client says over a WebSocket, and what it is answered. It is told one frame at a time, in order. */
final class QuestionDialogue {
    private final Services services;
    private final int atOnce;
    private final Semaphore places;
    private final FaultAllowance faults;
    private volatile Peer peer;

    /** What a dialogue needs of the house. */
    record Services(AgentQuery agent, ManageRuns runs, Authenticate authenticate) {}

    /**
     * @param peer who it is as far as the handshake told
     * @param atOnce how many questions it may have under way
     * @param nanoTime a clock
     */
    QuestionDialogue(Services services, Peer peer, int atOnce, LongSupplier nanoTime) {
        this.services = services;
        this.peer = peer;
        this.atOnce = atOnce;
        this.places = new Semaphore(atOnce);
        this.faults = new FaultAllowance(nanoTime);
    }

    boolean isStranger() {
        return peer instanceof Stranger;
    }

    /** What is said before anything is asked. */
    Flux<Outgoing> greeting() {
        return isStranger() ? Flux.empty() : said(ServerFrame.ready(Optional.empty()));
    }

    /** The answer, which may go on as long as a run does. It never fails. */
    Flux<Outgoing> answer(ClientFrame frame) {
        return switch (frame) {
            case ClientFrame.Faulty faulty -> fault(faulty.ref(), faulty.fault());
            case ClientFrame.Beat beat -> Flux.just(new Echo(beat.payload()));
            case ClientFrame.TooLong _ -> Flux.just(new GoodBye(CloseReason.TOO_BIG));
            case ClientFrame.Ping ping -> said(ServerFrame.pong(ping.ref()));
            case ClientFrame.Auth auth -> authenticate(auth);
            case ClientFrame.Work work -> switch (peer) {
                case Stranger _ -> fault(work.ref(), KeyRequired.beforeAnythingElse());
                case Known known -> work(known, work).onErrorResume(
                        error -> said(ServerFrame.refused(work.ref(), error)));
            };
        };
    }

    private Flux<Outgoing> authenticate(ClientFrame.Auth auth) {
        if (!isStranger()) {
            return fault(auth.ref(), new Invalid("type", "must not be auth again: connect anew to use another key"));
        }
        return services.authenticate().owner(auth.apiKey()).map(caller -> {
            peer = new Known(caller);
            return said(ServerFrame.ready(auth.ref()));
        }).orElseGet(() -> Flux.just(new Said(ServerFrame.refused(auth.ref(), KeyRequired.another())),
                new GoodBye(CloseReason.WRONG_KEY)));
    }

    /** A flood of faults ends the connection: its answers would be one too. */
    private Flux<Outgoing> fault(Optional<String> ref, Throwable fault) {
        Said refused = new Said(ServerFrame.refused(ref, fault));
        return faults.forgive() ? Flux.just(refused) : Flux.just(refused, new GoodBye(CloseReason.FLOOD));
    }

    private Flux<Outgoing> work(Known known, ClientFrame.Work work) {
        return switch (work) {
            case ClientFrame.Ask ask -> placed(ask(known, ask));
            case ClientFrame.Resume resume -> placed(resume(known, resume));
            // Needs no place: whoever has taken all of them must be able to free one.
            case ClientFrame.Cancel cancel -> services.runs().cancel(known.caller(), cancel.run())
                    .thenMany(said(ServerFrame.accepted(cancel.ref(), cancel.run())));
        };
    }

    private Flux<Outgoing> placed(Flux<Outgoing> run) {
        return Flux.using(() -> {
            if (!places.tryAcquire()) {
                throw new TooManyAtOnce(atOnce);
            }
            return places;
        }, taken -> run, Semaphore::release);
    }

    private Flux<Outgoing> ask(Known known, ClientFrame.Ask ask) {
        var asked = ask.asked();
        return services.agent()
                .open(new Ask(known.caller(), asked.question(), asked.conversation(), asked.mode(), false))
                .flatMapMany(run -> said(ServerFrame.accepted(ask.ref(), run.id()))
                        .concatWith(run.events().map(event -> new Happened(asked.question(), event))));
    }

    private Flux<Outgoing> resume(Known known, ClientFrame.Resume resume) {
        return services.runs().find(known.caller(), resume.run()).flatMapMany(run -> {
            Question question = run.question();
            return said(ServerFrame.accepted(resume.ref(), run.id())).concatWith(
                    services.runs().events(known.caller(), run.id(), resume.after())
                            .map(event -> new Happened(question, event)));
        });
    }

    private static Flux<Outgoing> said(ServerFrame frame) {
        return Flux.just(new Said(frame));
    }
}
