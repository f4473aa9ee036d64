package io.askwell.llm.agent;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A response body that is read from the socket as it is read from here, and whose silence is bounded. It gives up, and
 * closes the connection, when nothing arrives within the patience, when the reader is interrupted, or when the body is
 * larger than any honest reply.
 */
final class TimedBody extends InputStream implements BodySubscriber<TimedBody> {
    /** Is run before the reader has to wait for more. */
    static final ScopedValue<Runnable> BEFORE_WAITING = ScopedValue.newInstance();
    private static final long MAX_BYTES = 32L << 20;

    /** What the connection delivers. */
    private sealed interface Delivery {
        record Buffers(List<ByteBuffer> buffers) implements Delivery {}

        record End(@Nullable Throwable error) implements Delivery {}
    }

    private final CompletableFuture<TimedBody> open = new CompletableFuture<>();
    // One request is outstanding at most, and the end may follow it.
    private final BlockingQueue<Delivery> deliveries = new ArrayBlockingQueue<>(4);
    private volatile Flow.@Nullable Subscription subscription;
    private Duration patience;
    private Iterator<ByteBuffer> buffers = List.<ByteBuffer>of().iterator();
    private ByteBuffer current = ByteBuffer.allocate(0);
    private long bytes;
    private boolean ended;

    /** @param patience longest silence before the first bytes */
    TimedBody(Duration patience) {
        this.patience = patience;
    }

    /** From now on, the longest silence between two arrivals. */
    void patience(Duration silence) {
        patience = silence;
    }

    @Override
    public CompletionStage<TimedBody> getBody() {
        return open;
    }

    @Override
    public void onSubscribe(Flow.Subscription incoming) {
        subscription = incoming;
        open.complete(this);
    }

    @Override
    public void onNext(List<ByteBuffer> arrived) {
        deliveries.add(new Delivery.Buffers(arrived));
    }

    @Override
    public void onError(Throwable error) {
        deliveries.add(new Delivery.End(error));
    }

    @Override
    public void onComplete() {
        deliveries.add(new Delivery.End(null));
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (!current.hasRemaining()) {
            if (buffers.hasNext()) {
                current = buffers.next();
            } else if (!fetch()) {
                return -1;
            }
        }
        int count = Math.min(length, current.remaining());
        current.get(target, offset, count);
        return count;
    }

    /** Gets more buffers; false at the end. */
    private boolean fetch() throws IOException {
        if (ended) {
            return false;
        }
        Objects.requireNonNull(subscription, "a body is read after it was opened").request(1);
        switch (take()) {
            case Delivery.Buffers(var arrived) -> {
                buffers = arrived.iterator();
                bytes += arrived.stream().mapToInt(ByteBuffer::remaining).sum();
                if (bytes > MAX_BYTES) {
                    close();
                    throw new IOException("the reply is longer than %d bytes".formatted(MAX_BYTES));
                }
                return true;
            }
            case Delivery.End(var error) -> {
                ended = true;
                if (error != null) {
                    throw new IOException("the connection broke", error);
                }
                return false;
            }
        }
    }

    private Delivery take() throws IOException {
        if (deliveries.isEmpty() && BEFORE_WAITING.isBound()) {
            BEFORE_WAITING.get().run();
        }
        try {
            Delivery delivery = deliveries.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
            if (delivery == null) {
                close();
                throw new HttpTimeoutException("nothing arrived for " + patience);
            }
            return delivery;
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the reader was interrupted");
        }
    }

    /** Gives up what is not read yet: closes the connection, unless the body is complete. */
    @Override
    public void close() {
        ended = true;
        Flow.Subscription incoming = subscription;
        if (incoming != null) {
            incoming.cancel();
        }
    }
}
