package io.askwell.interpreter.reading;

import io.askwell.interpreter.logic.SchemaGraph;
import io.askwell.interpreter.logic.StoredNumbers;
import io.askwell.interpreter.token.TaggedQuestion;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * All that a question can mean.
 *
 * @param plainest the readings of every word of it that are least far-fetched; empty if there is none
 * @param doubtful those as plain that leave open what is meant
 * @param furthest index of the first token that no reading got past
 * @param exhausted whether the question was given up as too entangled
 */
public record Readings(List<Reading> plainest, List<Reading> doubtful, int furthest, boolean exhausted) {
    public Readings {
        plainest = List.copyOf(plainest);
        doubtful = List.copyOf(doubtful);
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
        Map<Boolean, List<Reading>> plainest = all.stream().filter(reading -> reading.cost() == least)
                .collect(Collectors.partitioningBy(reading -> doubts.leaveOpen(reading.inquiry())));
        return new Readings(plainest.getOrDefault(false, List.of()), plainest.getOrDefault(true, List.of()),
                grammar.terminals.furthest(), grammar.effort.exhausted());
    }
}
