package io.askwell.domain.access;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** A day as budgets count it: in UTC, so that it is the same one for every server on one database. */
public record BudgetDay(LocalDate date) {
    public static BudgetDay of(Instant moment) {
        return new BudgetDay(LocalDate.ofInstant(moment, ZoneOffset.UTC));
    }

    /** When the next one begins, and its budgets with it. */
    public Instant renewsAt() {
        return date.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
