package io.askwell.interpreter.reading;

import io.askwell.domain.agent.Schema.Table;
import io.askwell.interpreter.lexicon.Meaning.Grades;
import io.askwell.interpreter.lexicon.Words;
import io.askwell.interpreter.logic.Attribute;
import io.askwell.interpreter.logic.SchemaGraph;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The column of a table's own by which an adjective compares its rows.
 *
 * @param more whether more of the adjective is more in the column: who is older has an earlier date of birth
 */
record Graded(Attribute by, boolean more) {
    private static final int SHORTEST_START = 6;
    private static final Set<String> BIRTH = Set.of("birth", "birthday", "birthdate", "dob", "bdate", "born");

    /** By the first of the adjective's nouns that names any column; empty where none does, or it names several. */
    static Optional<Graded> of(Table table, Grades grades, SchemaGraph graph) {
        List<Attribute> own = graph.attributesOf(table).stream().filter(attribute -> !graph.isKey(attribute)).toList();
        List<Attribute> numbers = own.stream().filter(Attribute::numeric).toList();
        List<Attribute> fitting = grades.nouns().stream()
                .map(noun -> numbers.stream().filter(attribute -> says(attribute, word -> isNoun(word, noun))).toList())
                .filter(found -> !found.isEmpty()).findFirst().orElse(List.of());
        if (!fitting.isEmpty() || !grades.nouns().contains("age")) {
            return fitting.size() == 1 ? Optional.of(new Graded(fitting.getFirst(), grades.more())) : Optional.empty();
        }
        List<Attribute> births = own.stream().filter(attribute -> attribute.dated() || attribute.numeric())
                .filter(attribute -> says(attribute, BIRTH::contains)).toList();
        return births.size() == 1 ? Optional.of(new Graded(births.getFirst(), !grades.more())) : Optional.empty();
    }

    private static boolean says(Attribute attribute, Predicate<String> word) {
        return Words.ofName(attribute.column().name()).stream().anyMatch(word);
    }

    /** `lengthkm` is a length, too. */
    private static boolean isNoun(String word, String noun) {
        return word.equals(noun) || (noun.length() >= SHORTEST_START && word.startsWith(noun));
    }
}
