package io.askwell.domain.access;

import java.math.BigDecimal;

/**
 * What the model costs, in whatever currency its provider bills.
 *
 * @param in for a million tokens that are sent
 * @param out for a million tokens that are received
 */
public record Prices(BigDecimal in, BigDecimal out) {
    public static final Prices FREE = new Prices(BigDecimal.ZERO, BigDecimal.ZERO);
    private static final int DECIMALS_OF_A_MILLION = 6;

    /** The exact price: to divide by a million only moves the point. */
    public BigDecimal of(long promptTokens, long completionTokens) {
        return in.multiply(BigDecimal.valueOf(promptTokens)).add(out.multiply(BigDecimal.valueOf(completionTokens)))
                .movePointLeft(DECIMALS_OF_A_MILLION);
    }
}
