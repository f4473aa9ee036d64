package io.askwell.llm.agent;

import io.askwell.domain.agent.Rows;
import io.askwell.domain.agent.Verdict;

/** What there is to say to the person who asked. */
sealed interface Finding {

    /**
     * The query returned.
     *
     * @param ranSql what the database ran
     */
    record Found(Query query, String ranSql, Rows rows) implements Finding {}

    /** There is no query; the text says why, or asks back. */
    record Remark(Verdict verdict, String text) implements Finding {}
}
