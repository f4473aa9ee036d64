package io.askwell.persistence.agent;

import io.askwell.domain.agent.QueryOutcome.Rejected;
import io.r2dbc.postgresql.api.PostgresqlException;
import io.r2dbc.spi.R2dbcException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts the database's errors into words that may leave it: names from the query, never values from the rows. */
final class SqlErrors {
    /** What the database says of a row that is too large, after its size. */
    static final String ROW_TOO_LARGE = " bytes are too many for a row";
    private static final String QUERY_CANCELED = "57014";
    private static final Set<String> TOO_LARGE = Set.of("53100", "53200", "53400", "54000");
    private static final String PROGRAM_LIMIT_EXCEEDED = "54000";
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private SqlErrors() {}

    static Rejected rejected(R2dbcException error, QueryCaps caps) {
        String state = error.getSqlState() == null ? "XX000" : error.getSqlState();
        return switch (state) {
            case QUERY_CANCELED -> new Rejected(state,
                    "the query took longer than %d ms".formatted(caps.timeout().toMillis()), false);
            case INSUFFICIENT_PRIVILEGE -> new Rejected(state, "the agent may not read that", false);
            default -> byClass(state, error);
        };
    }

    /** @param cost that the planner estimates */
    static Rejected tooExpensive(double cost, QueryCaps caps) {
        return new Rejected(PROGRAM_LIMIT_EXCEEDED,
                "the query would cost %.0f by the planner's estimate, more than the %.0f that are allowed; narrow it"
                        .formatted(cost, caps.maxCost()),
                true);
    }

    /** Whether the query wanted more memory, or more temporary files, than the database gives to one. */
    static boolean isOfItsSize(Throwable error) {
        return error instanceof R2dbcException database && database.getSqlState() != null
                && TOO_LARGE.contains(database.getSqlState());
    }

    static Rejected tooLarge() {
        return new Rejected(PROGRAM_LIMIT_EXCEEDED, "the query needs more memory or space than a query may have", true);
    }

    private static Rejected byClass(String state, R2dbcException error) {
        return switch (state.substring(0, 2)) {
            // Syntax and names: the message speaks of the query alone.
            case "42" -> new Rejected(state, message(error), true);
            case "0A" -> new Rejected(state, "the database does not support that", true);
            case "21" -> new Rejected(state, "a subquery used as a value returned more than one row", true);
            // Data exceptions quote the value that did not fit, so their message stays here.
            case "22" -> new Rejected(state, message(error).contains(ROW_TOO_LARGE)
                    ? "a row of the result is larger than a result may be"
                    : "a value does not fit the type or operation it is used with", true);
            default -> new Rejected(state, "the database could not run the query", false);
        };
    }

    private static String message(R2dbcException error) {
        if (error instanceof PostgresqlException postgres) {
            var details = postgres.getErrorDetails();
            return details.getMessage() + details.getHint().map(hint -> ". " + hint).orElse("");
        }
        return or(error.getMessage(), "syntax error");
    }

    private static String or(@Nullable String text, String otherwise) {
        return text == null ? otherwise : text;
    }
}
