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
    private static final Set<String> BIRTH = Set.of("birth", "birthday", "birthdate", "dob", "bdate", "born");

    /** Empty where no column of the table fits, or several. */
    static Optional<Graded> of(Table table, Grades grades, SchemaGraph graph) {
        List<Attribute> own = graph.attributesOf(table).stream().filter(attribute -> !graph.isKey(attribute)).toList();
        List<Attribute> fitting = own.stream().filter(attribute -> attribute.numeric()
                && saysOneOf(attribute, grades.nouns()::contains)).toList();
        if (!fitting.isEmpty() || !grades.nouns().contains("age")) {
            return fitting.size() == 1 ? Optional.of(new Graded(fitting.getFirst(), grades.more())) : Optional.empty();
        }
        List<Attribute> births = own.stream().filter(attribute -> attribute.dated() || attribute.numeric())
                .filter(attribute -> saysOneOf(attribute, BIRTH::contains)).toList();
        return births.size() == 1 ? Optional.of(new Graded(births.getFirst(), !grades.more())) : Optional.empty();
    }

    private static boolean saysOneOf(Attribute attribute, Predicate<String> nouns) {
        return Words.ofName(attribute.column().name()).stream().anyMatch(nouns);
    }
}
