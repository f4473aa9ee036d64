package io.askwell.testkit.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.domain.access.Caller;
import io.askwell.domain.customer.Customer;
import io.askwell.domain.customer.CustomerId;
import io.askwell.domain.customer.EmailAlreadyTaken;
import io.askwell.domain.customer.Precondition;
import io.askwell.domain.customer.RequestKey;
import io.askwell.domain.customer.RequestKeyReused;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** What makes several changes one, and what remembers creations. */
public abstract class CreationsContract {
    private static final RequestKey KEY = new RequestKey(new Caller("alice"), "k-1", "dana");

    protected abstract CustomerStores stores();

    @Test
    void anErrorUndoesTheWholeUnitOfWork() {
        var work = stores().orders().removeOf(new CustomerId(1))
                .then(stores().customers().update(new CustomerId(1), Precondition.NONE,
                        alice -> Customer.parse("Alice", "alice@example.com")))
                .then(stores().customers().add(Customer.parse("Bob", "bob@example.com")));

        StepVerifier.create(stores().unitOfWork().run(work)).expectError(EmailAlreadyTaken.class).verify();

        assertThat(stores().orders().of(List.of(new CustomerId(1))).collectList().block()).hasSize(2);
        assertThat(stores().customers().find(new CustomerId(1)).block()).satisfies(
                alice -> assertThat(alice.data().name().value()).isEqualTo("Alice Wonderland"));
    }

    @Test
    void aUnitOfWorkGivesWhatItsWorkGives() {
        assertThat(stores().unitOfWork().run(add("dana@example.com")).blockOptional()).isPresent();
        assertThat(stores().unitOfWork().run(Mono.empty()).blockOptional()).isEmpty();
    }

    @Test
    void aRequestThatIsRepeatedCreatesNothingMore() {
        Integer first = stores().creations().once(KEY, add("dana@example.com")).block();

        assertThat(stores().creations().once(KEY, add("dana@example.com")).block()).isEqualTo(first);
        assertThat(stores().customers().find(new CustomerId(Objects.requireNonNull(first))).block()).isNotNull();
    }

    @Test
    void anotherRequestWithTheSameKeyIsRefused() {
        stores().creations().once(KEY, add("dana@example.com")).block();

        StepVerifier.create(stores().creations().once(new RequestKey(KEY.caller(), KEY.key(), "eve"),
                add("eve@example.com"))).expectError(RequestKeyReused.class).verify();
    }

    @Test
    void everyCallerHasKeysOfHisOwn() {
        Integer first = stores().creations().once(KEY, add("dana@example.com")).block();

        assertThat(
                stores().creations().once(new RequestKey(new Caller("bob"), KEY.key(), "eve"), add("eve@example.com"))
                        .block())
                .isNotEqualTo(first);
    }

    @Test
    void aCreationThatFailedIsNotRemembered() {
        StepVerifier.create(stores().creations().once(KEY, add("bob@example.com"))).expectError(EmailAlreadyTaken.class)
                .verify();

        assertThat(stores().creations().once(KEY, add("dana@example.com")).blockOptional()).isPresent();
    }

    @Test
    void requestsAtTheSameTimeCreateOneThing() {
        var created = new AtomicInteger();
        var creation = Mono.defer(() -> add("n" + created.incrementAndGet() + "@example.com"));

        var ids = Flux.range(0, 10).flatMap(i -> stores().creations().once(KEY, creation)).collectList()
                .blockOptional().orElseThrow();

        assertThat(ids).hasSize(10).containsOnly(ids.getFirst());
        assertThat(created).hasValue(1);
    }

    private Mono<Integer> add(String email) {
        return stores().customers().add(Customer.parse("Somebody", email)).map(added -> added.id().value());
    }
}
