package io.askwell.persistence.access;

import io.askwell.domain.access.Budget;
import io.askwell.domain.access.BudgetDay;
import io.askwell.domain.access.Caller;
import io.askwell.domain.access.Spend;
import io.askwell.domain.access.port.out.Budgets;
import io.askwell.persistence.Columns;
import io.askwell.persistence.Database;
import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.util.Objects;
import reactor.core.publisher.Mono;

/** Budgets in table {@code askwell.spending}. */
final class PostgresBudgets implements Budgets {
    /**
     * One statement, so that the row's lock makes those wait who reserve at the same time, on whichever server. It says
     * what {@link Budget#allows} says: a limit counts only for whom wants something of its kind.
     */
    private static final String RESERVE = """
        INSERT INTO askwell.spending AS s (caller, day, questions, tokens, money)
        SELECT CAST($1 AS TEXT), CAST($2 AS DATE), CAST($3 AS BIGINT), CAST($4 AS BIGINT), CAST($5 AS NUMERIC)
        WHERE ($3 = 0 OR $6::BIGINT IS NULL OR $3 <= $6)
          AND ($4 = 0 OR $7::BIGINT IS NULL OR $4 <= $7)
          AND ($5 = 0 OR $8::NUMERIC IS NULL OR $5 <= $8)
        ON CONFLICT (caller, day) DO UPDATE SET questions = s.questions + excluded.questions,
            tokens = s.tokens + excluded.tokens, money = s.money + excluded.money
        WHERE (excluded.questions = 0 OR $6 IS NULL OR s.questions + excluded.questions <= $6)
          AND (excluded.tokens = 0 OR $7 IS NULL OR s.tokens + excluded.tokens <= $7)
          AND (excluded.money = 0 OR $8 IS NULL OR s.money + excluded.money <= $8)
        RETURNING caller""";
    private static final String SETTLE = """
        UPDATE askwell.spending SET questions = questions + CAST($3 AS BIGINT), tokens = tokens + CAST($4 AS BIGINT),
            money = money + CAST($5 AS NUMERIC)
        WHERE caller = $1 AND day = $2""";
    private static final String SPENT = "SELECT questions, tokens, money FROM askwell.spending WHERE caller = $1 AND day = $2";
    private final Database database;

    PostgresBudgets(Database database) {
        this.database = database;
    }

    @Override
    public Mono<Boolean> reserve(Caller caller, BudgetDay day, Spend amount, Budget limits) {
        return database.query("budget.reserve", RESERVE, row -> true, caller.name(), day.date(), amount.questions(),
                amount.tokens(), amount.money(), Columns.nullable(Long.class, limits.questions().orElse(null)),
                Columns.nullable(Long.class, limits.tokens().orElse(null)),
                Columns.nullable(BigDecimal.class, limits.money().orElse(null))).singleOrEmpty().defaultIfEmpty(false);
    }

    @Override
    public Mono<Void> settle(Caller caller, BudgetDay day, Spend reserved, Spend spent) {
        return database.query("budget.settle", SETTLE, row -> row, caller.name(), day.date(),
                spent.questions() - reserved.questions(), spent.tokens() - reserved.tokens(),
                spent.money().subtract(reserved.money())).then();
    }

    @Override
    public Mono<Spend> spent(Caller caller, BudgetDay day) {
        return database.query("budget.spent", SPENT, PostgresBudgets::spend, caller.name(), day.date()).singleOrEmpty()
                .defaultIfEmpty(Spend.NOTHING);
    }

    private static Spend spend(Readable row) {
        return new Spend(Objects.requireNonNull(row.get(0, Long.class)), Objects.requireNonNull(row.get(1, Long.class)),
                Objects.requireNonNull(row.get(2, BigDecimal.class)));
    }
}
