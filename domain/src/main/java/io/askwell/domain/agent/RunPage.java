package io.askwell.domain.agent;

import io.askwell.domain.agent.RunQuery.Place;
import java.util.List;
import java.util.Optional;

/**
 * A part of a caller's history.
 *
 * @param runs the latest first
 * @param next where the next page starts, or empty if this is the last one
 */
public record RunPage(List<Run> runs, Optional<Place> next) {
    public RunPage {
        runs = List.copyOf(runs);
    }

    /**
     * Makes a page of what was read: one more than its limit tells that there is a next one.
     *
     * @param read at most {@code query.limit() + 1} runs
     */
    public static RunPage of(List<Run> read, RunQuery query) {
        if (read.size() <= query.limit()) {
            return new RunPage(read, Optional.empty());
        }
        List<Run> runs = read.subList(0, query.limit());
        return new RunPage(runs, Optional.of(new Place(runs.getLast().askedAt(), runs.getLast().id())));
    }
}
