package io.askwell.socket.agent;

import io.askwell.domain.access.ClientAddress;
import io.askwell.domain.access.RequestId;
import io.askwell.domain.agent.Ask;
import io.askwell.domain.agent.EventId;
import io.askwell.domain.agent.Question;
import io.askwell.domain.agent.RunEvent;
import io.askwell.domain.agent.RunId;
import io.askwell.domain.agent.port.in.AgentQuery;
import io.askwell.domain.agent.port.in.ManageRuns;
import io.askwell.domain.failure.Invalid;
import io.askwell.socket.socketio.Client;
import io.askwell.socket.socketio.Connect;
import io.askwell.socket.socketio.Event;
import io.askwell.socket.socketio.Namespace;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/**
 * Questions over Socket.IO. A client emits {@code question}, {@code cancel} or {@code resume}, each with one object and maybe
 * an acknowledgement; it gets the events of its own runs, each run's in order.
 */
final class QuestionNamespace implements Namespace<Asker> {
    private static final String ERROR = "error";
    private final AgentQuery agent;
    private final ManageRuns runs;
    private final KeyAtConnect key;
    private final int atOnce;

    /** @param atOnce how much each client may have under way */
    QuestionNamespace(AgentQuery agent, ManageRuns runs, KeyAtConnect key, int atOnce) {
        this.agent = agent;
        this.runs = runs;
        this.key = key;
        this.atOnce = atOnce;
    }

    @Override
    public Mono<Asker> admit(Connect connect) {
        return key.admit(connect)
                .map(caller -> new Asker(caller, Optional.ofNullable(connect.remoteAddress()).map(ClientAddress::of),
                        new Semaphore(atOnce)));
    }

    @Override
    public Mono<Void> handle(Client<Asker> client, Event event) {
        return Mono.using(() -> place(client.identity()), taken -> serve(client, event), Semaphore::release)
                .onErrorResume(error -> Mono.fromRunnable(() -> refuse(client, event, Refusal.of(error))))
                .contextWrite(context -> origin(client, context));
    }

    private Semaphore place(Asker asker) {
        if (!asker.places().tryAcquire()) {
            throw new TooManyAtOnce(atOnce);
        }
        return asker.places();
    }

    private Mono<Void> serve(Client<Asker> client, Event event) {
        return switch (event.name()) {
            case "question" -> ask(client, event);
            case "cancel" -> cancel(client, event);
            case "resume" -> resume(client, event);
            default -> Mono.error(() -> new Invalid("event", "must be one of question, cancel, resume"));
        };
    }

    private Mono<Void> ask(Client<Asker> client, Event event) {
        var asked = Arguments.of(event.arguments()).asked();
        var ask = new Ask(client.identity().caller(), asked.question(), asked.conversation(), asked.mode(), false);
        return agent.open(ask).flatMapMany(run -> {
            acknowledge(event, run.id());
            return emit(client, asked.question(), run.events());
        }).then();
    }

    private Mono<Void> resume(Client<Asker> client, Event event) {
        var arguments = Arguments.of(event.arguments());
        RunId id = arguments.runId();
        EventId after = arguments.after();
        var caller = client.identity().caller();
        return runs.find(caller, id).flatMapMany(run -> {
            acknowledge(event, id);
            return emit(client, run.question(), runs.events(caller, id, after));
        }).then();
    }

    private Mono<Void> cancel(Client<Asker> client, Event event) {
        RunId id = Arguments.of(event.arguments()).runId();
        return runs.cancel(client.identity().caller(), id).doOnSuccess(done -> acknowledge(event, id));
    }

    /** The next event of the run is taken when there was room for the last: so a slow client waits for itself alone. */
    private static Flux<Void> emit(Client<Asker> client, Question question, Flux<RunEvent> run) {
        return run.map(event -> EventEncoder.encode(question, event))
                .concatMap(event -> client.emit(event.name(), event.data()), 1);
    }

    private static void acknowledge(Event event, RunId id) {
        event.reply().send(Map.of("runId", id.value()));
    }

    /**
     * Whoever waits for an acknowledgement gets it there, all others as an event. It does not wait for room: a client that
     * asks for nonsense and reads no answer would pile the answers up.
     */
    private static void refuse(Client<Asker> client, Event event, Refusal refusal) {
        if (!event.reply().send(Map.of(ERROR, refusal))) {
            client.emitAtOnce(ERROR, refusal);
        }
    }

    private static Context origin(Client<Asker> client, Context context) {
        Context named = context.put(RequestId.NAME, client.id());
        return client.identity().address().map(address -> named.put(ClientAddress.NAME, address)).orElse(named);
    }
}
