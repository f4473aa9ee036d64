package io.askwell.domain.access;

import java.math.BigDecimal;
import java.util.Optional;

/** What may be spent at most; what is empty is unlimited. */
public record Budget(Optional<Long> questions, Optional<Long> tokens, Optional<BigDecimal> money) {
    public static final Budget UNLIMITED = new Budget(Optional.empty(), Optional.empty(), Optional.empty());

    /** Whether more may be spent. Who wants nothing of a kind is not kept from it, even where that kind is used up. */
    public boolean allows(Spend spent, Spend more) {
        return refusal(spent, more).isEmpty();
    }

    /** The limit that more would pass, in words such as {@code 100 questions}; empty if none. */
    public Optional<String> refusal(Spend spent, Spend more) {
        Spend total = spent.plus(more);
        return questions.filter(limit -> more.questions() > 0 && total.questions() > limit)
                .map(limit -> limit + " questions")
                .or(() -> tokens.filter(limit -> more.tokens() > 0 && total.tokens() > limit)
                        .map(limit -> limit + " tokens"))
                .or(() -> money.filter(limit -> more.money().signum() > 0 && total.money().compareTo(limit) > 0)
                        .map(limit -> limit.toPlainString() + " in money"));
    }
}
