package io.askwell.domain.customer;

import io.askwell.domain.failure.Invalid;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An amount of money, which is never a floating-point number.
 *
 * @param value with two decimals
 */
public record Amount(BigDecimal value) implements Comparable<Amount> {
    public static final int DECIMALS = 2;
    public static final BigDecimal MAX = new BigDecimal("99999999.99");

    /** @throws Invalid if it is negative, above {@link #MAX}, or has more decimals than money has */
    public static Amount parse(String field, BigDecimal raw) {
        if (raw.signum() < 0 || raw.compareTo(MAX) > 0) {
            throw new Invalid(field, "must be between 0 and " + MAX);
        }
        if (raw.stripTrailingZeros().scale() > DECIMALS) {
            throw new Invalid(field, "must have at most %d decimals".formatted(DECIMALS));
        }
        return new Amount(raw.setScale(DECIMALS));
    }

    /** @throws Invalid if the text is no such number */
    public static Amount parse(String field, String text) {
        try {
            return parse(field, new BigDecimal(text));
        } catch (NumberFormatException notANumber) {
            throw new Invalid(field, "must be a number such as 150.00");
        }
    }

    /** As {@link #parse(String, BigDecimal)}; nothing stays nothing. */
    public static @Nullable Amount optional(String field, @Nullable BigDecimal raw) {
        return raw == null ? null : parse(field, raw);
    }

    @Override
    public int compareTo(Amount other) {
        return value.compareTo(other.value);
    }

    /** The number, as {@code 150.00}. */
    @Override
    public String toString() {
        return value.toPlainString();
    }
}
