package io.askwell.domain.agent;

import java.time.LocalDate;
import java.util.List;

/**
 * What is known when a question is read.
 *
 * @param values stored values that share a word with the question, or with one before it in its conversation
 * @param today for phrases such as "last month"
 */
public record Grounding(Schema schema, List<ValueMatch> values, LocalDate today) {
    public Grounding {
        values = List.copyOf(values);
    }
}
