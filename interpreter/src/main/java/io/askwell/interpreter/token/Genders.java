package io.askwell.interpreter.token;

import io.askwell.interpreter.lexicon.Meaning.Stored;
import io.askwell.interpreter.lexicon.Words;
import io.askwell.interpreter.logic.Attribute;
import io.askwell.interpreter.logic.SchemaGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds "female" and "male" where a column of genders stores them by their first letter. */
final class Genders {
    private static final Map<String, String> LETTERS = Map.of("female", "F", "females", "F", "women", "F", "male", "M",
            "males", "M", "men", "M");
    private static final Set<String> COLUMNS = Set.of("sex", "gender");

    private final List<Attribute> columns;

    Genders(SchemaGraph graph) {
        this.columns = graph.tables().stream().flatMap(table -> graph.attributesOf(table).stream())
                .filter(attribute -> attribute.textual()
                        && Words.ofName(attribute.column().name()).stream().anyMatch(COLUMNS::contains)
                        && attribute.column().values().stream().allMatch(value -> value.length() == 1))
                .toList();
    }

    List<Tagged> in(List<Token> tokens) {
        List<Tagged> found = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            String letter = LETTERS.get(tokens.get(i).lower());
            if (letter != null) {
                for (Attribute column : columns) {
                    if (column.column().values().contains(letter)) {
                        found.add(new Tagged(new Stored(column, List.of(letter), true), i, i + 1));
                    }
                }
            }
        }
        return found;
    }
}
