package io.askwell.domain.access;

import java.math.BigDecimal;

/**
 * What has been spent, or is to be; nothing in it is negative.
 *
 * @param tokens sent to a model and received from it
 * @param money in the currency of the {@link Prices}, exact
 */
public record Spend(long questions, long tokens, BigDecimal money) {
    public static final Spend NOTHING = new Spend(0, 0, BigDecimal.ZERO);
    public static final Spend ONE_QUESTION = new Spend(1, 0, BigDecimal.ZERO);

    public static Spend onModel(long tokens, BigDecimal money) {
        return new Spend(0, tokens, money);
    }

    public Spend plus(Spend other) {
        return new Spend(questions + other.questions, tokens + other.tokens, money.add(other.money));
    }

    /** What is left of this without the other; nothing falls below zero. */
    public Spend minus(Spend other) {
        return new Spend(Math.max(0, questions - other.questions), Math.max(0, tokens - other.tokens),
                money.subtract(other.money).max(BigDecimal.ZERO));
    }
}
