package io.askwell.socket.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FaultAllowanceTest {
    private final AtomicLong now = new AtomicLong(-5);
    private final FaultAllowance faults = new FaultAllowance(now::get);

    @Test
    void forgivesSomeAtOnceAndOneMoreForEachSecond() {
        assertThat(forgiven(100)).isEqualTo(FaultAllowance.AT_ONCE);
        pass(Duration.ofMillis(900));
        assertThat(forgiven(5)).isZero();
        pass(Duration.ofMillis(100));
        assertThat(forgiven(5)).isEqualTo(1);
        pass(Duration.ofSeconds(3));
        assertThat(forgiven(5)).isEqualTo(3);
    }

    @Test
    void doesNotSaveUpForAFlood() {
        pass(Duration.ofHours(1));

        assertThat(forgiven(100)).isEqualTo(FaultAllowance.AT_ONCE);
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    private long forgiven(int faulty) {
        return IntStream.range(0, faulty).filter(i -> faults.forgive()).count();
    }
}
