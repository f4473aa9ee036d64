package io.askwell.rest.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.domain.access.RequestId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@Timeout(60)
@ExtendWith(OutputCaptureExtension.class)
class AccessLogTest {
    private static final int CAPACITY = 4;
    private final List<Served> written = Collections.synchronizedList(new ArrayList<>());

    @Test
    void writesWhatIsLeftBeforeItCloses() {
        try (var log = new AccessLog(written::add, CAPACITY)) {
            log.accept(served(1));
            log.accept(served(2));
        }

        assertThat(written).containsExactly(served(1), served(2));
    }

    @Test
    void neverWaitsForASlowDiskAndSaysWhatItDropped(CapturedOutput output) throws Exception {
        var stuck = new CountDownLatch(1);
        var disk = new CountDownLatch(1);
        try (var log = new AccessLog(line -> {
            stuck.countDown();
            awaitQuietly(disk);
            written.add(line);
        }, CAPACITY)) {
            log.accept(served(1));
            stuck.await();
            for (int i = 2; i <= 20; i++) {
                log.accept(served(i));
            }
            disk.countDown();
        }

        assertThat(written).hasSize(1 + CAPACITY).last().isEqualTo(served(1 + CAPACITY));
        assertThat(output.getOut()).contains("15 lines were dropped");
    }

    @Test
    void aLineThatCannotBeWrittenIsNotTheLast() {
        try (var log = new AccessLog(line -> {
            if (line.equals(served(1))) {
                throw new IllegalStateException("the disk is full");
            }
            written.add(line);
        }, CAPACITY)) {
            log.accept(served(1));
            log.accept(served(2));
        }

        assertThat(written).containsExactly(served(2));
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Served served(int number) {
        return new Served(new RequestId("r" + number), "GET", "/", "/", 200, 1, 1, null);
    }
}
