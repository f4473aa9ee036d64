package io.askwell.persistence.agent;

import java.util.List;

/** The gate's word on a piece of SQL. */
sealed interface Admission {

    /** @param sql the parsed statement, written anew: this runs, never the text that came */
    record Admitted(String sql) implements Admission {}

    /**
     * @param rule that it breaks
     * @param reason in words that help to write it better
     * @param nearest to a name that does not exist, the existing ones most like it, best first
     */
    record Refused(Rule rule, String reason, List<String> nearest) implements Admission {}
}
