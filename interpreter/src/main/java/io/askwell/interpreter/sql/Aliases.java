package io.askwell.interpreter.sql;

import io.askwell.domain.agent.Schema.Table;
import java.util.HashSet;
import java.util.Set;

/** Short names for the tables of one statement, each given out once. */
final class Aliases {
    private final Set<String> taken = new HashSet<>();

    String of(Table table) {
        char first = table.name().name().isEmpty() ? 't' : Character.toLowerCase(table.name().name().charAt(0));
        String letter = first >= 'a' && first <= 'z' ? String.valueOf(first) : "t";
        String alias = letter;
        for (int i = 2; !taken.add(alias); i++) {
            alias = letter + i;
        }
        return alias;
    }
}
