package io.askwell.domain.agent;

import io.askwell.domain.failure.Invalid;
import io.askwell.domain.paging.PageRequest;
import io.askwell.domain.paging.Range;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Which of a caller's runs to list. The order is always the same: what was asked last comes first, and ids break ties.
 *
 * @param after where the page before ended, or empty for the first page
 * @param limit how many at most, 1 to {@value PageRequest#MAX_LIMIT}
 */
public record RunQuery(Filter filter, Optional<Place> after, int limit) {

    /** @throws Invalid for field {@code limit} */
    public RunQuery {
        if (limit < 1 || limit > PageRequest.MAX_LIMIT) {
            throw new Invalid("limit",
                    "must be between 1 and %d, but is %d".formatted(PageRequest.MAX_LIMIT, limit));
        }
    }

    /** Right behind the run that was asked then and has this id. It stays valid when that run is removed. */
    public record Place(Instant askedAt, RunId id) {}

    /**
     * What a run must be like; what is empty or open admits everything.
     *
     * @param questionContains a part of the question; case does not matter
     */
    public record Filter(Optional<RunState> state, Optional<Mode> mode, Optional<ConversationId> conversation,
            Range<Instant> askedAt, Optional<String> questionContains) {
        public static final Filter NONE = new Filter(Optional.empty(), Optional.empty(), Optional.empty(),
                Range.all(), Optional.empty());

        public boolean admits(Run run) {
            return admits(run.state())
                    && mode.filter(wanted -> run.mode() != wanted).isEmpty()
                    && (conversation.isEmpty() || conversation.equals(run.conversation()))
                    && askedAt.holds(Optional.of(run.askedAt()))
                    && questionContains.filter(part -> !lower(run.question().text()).contains(lower(part))).isEmpty();
        }

        public boolean admits(RunState found) {
            return state.filter(wanted -> found != wanted).isEmpty();
        }

        private static String lower(String text) {
            return text.toLowerCase(Locale.ROOT);
        }
    }
}
