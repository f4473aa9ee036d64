package io.askwell.interpreter.reading;

import io.askwell.interpreter.logic.SchemaGraph;
import io.askwell.interpreter.logic.StoredNumbers;
import io.askwell.interpreter.token.TaggedQuestion;
import java.util.List;

/**
 * All that a question can mean.
 *
 * @param plainest the readings of every word of it that are least far-fetched; empty if there is none
 * @param furthest index of the first token that no reading got past
 * @param exhausted whether the question was given up as too entangled
 */
public record Readings(List<Reading> plainest, int furthest, boolean exhausted) {
    public Readings {
        plainest = List.copyOf(plainest);
    }

    /** Reads a question over a schema. */
    public static Readings of(TaggedQuestion question, SchemaGraph graph) {
        Grammar grammar = new Grammar(question, graph);
        StoredNumbers stored = new StoredNumbers(graph);
        List<Reading> all = new Questions(grammar).whole().at(0).stream()
                .map(parse -> new Reading(parse.value(), parse.cost()))
                .filter(reading -> !stored.mayAnswer(reading.inquiry())).distinct().toList();
        int least = all.stream().mapToInt(Reading::cost).min().orElse(0);
        Doubts doubts = new Doubts(question, grammar);
        return new Readings(all.stream().filter(reading -> reading.cost() == least)
                .filter(reading -> !doubts.leaveOpen(reading.inquiry())).toList(),
                grammar.terminals.furthest(), grammar.effort.exhausted());
    }
}
