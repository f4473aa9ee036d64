package io.askwell.socket.engineio;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import reactor.core.publisher.MonoSink;

/**
 * What waits to be sent, in order. Whoever can wait for room does: then the memory that a client costs which does not read
 * is what one message takes above the mark. What cannot wait, such as acknowledgements, is taken up to a limit. Used within
 * turns only.
 */
final class Outbox {
    private final int limit;
    private final int mark;
    private final Deque<Entry> entries = new ArrayDeque<>();
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    /** Of all entries, and of those that did not wait. */
    private long size;
    private long urgentSize;

    /** @param limit of what did not wait for room; there is room while an eighth of it is not full */
    Outbox(int limit) {
        this.limit = limit;
        this.mark = limit / 8;
    }

    private record Entry(Packet packet, boolean urgent) {
        /** A packet costs something even if it says nothing. */
        int size() {
            return packet.size() + 64;
        }
    }

    /** Messages that go together, and who is told once they are taken. */
    record Waiting(List<? extends Packet> packets, MonoSink<Void> taken) {}

    boolean isEmpty() {
        return entries.isEmpty();
    }

    /** Takes them at once. False if the client has left too much unread: then it is not worth to go on with it. */
    boolean add(List<? extends Packet> packets) {
        packets.forEach(packet -> add(new Entry(packet, true)));
        return urgentSize <= limit;
    }

    /** Takes them as soon as there is room and nobody else waits longer. */
    void addWhenRoom(Waiting later) {
        waiting.add(later);
        admit();
    }

    /** Nobody wants them sent any more. */
    void forget(Waiting later) {
        waiting.remove(later);
    }

    /** Everything there is; what waits for room comes after it. */
    List<Packet> takeAll() {
        var taken = new ArrayList<Packet>(entries.size());
        entries.forEach(entry -> taken.add(entry.packet()));
        entries.clear();
        size = 0;
        urgentSize = 0;
        admit();
        return taken;
    }

    /** Drops everything; whoever waits need not any longer. */
    void close() {
        entries.clear();
        var released = List.copyOf(waiting);
        waiting.clear();
        released.forEach(later -> later.taken().success());
    }

    private void admit() {
        while (size < mark && !waiting.isEmpty()) {
            Waiting first = waiting.remove();
            first.packets().forEach(packet -> add(new Entry(packet, false)));
            first.taken().success();
        }
    }

    private void add(Entry entry) {
        entries.add(entry);
        size += entry.size();
        urgentSize += entry.urgent() ? entry.size() : 0;
    }
}
