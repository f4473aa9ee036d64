package io.askwell.persistence.agent;

import io.askwell.domain.agent.Schema;
import io.askwell.domain.agent.Spelling;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What to say of a name that does not exist: the real ones, and those most like it. */
final class UnknownName {
    private static final int MAX_NEAREST = 3;

    private UnknownName() {}

    static SqlViolation table(String full, String name, Schema schema) {
        return new SqlViolation(Rule.TABLE, "there is no table %s here; the tables are %s".formatted(full,
                schema.tables().stream().map(it -> it.name().toString()).sorted().toList()),
                nearest(name, schema.tables().stream().map(it -> it.name()).toList(), it -> it.name(),
                        Object::toString));
    }

    static SqlViolation column(String qualifier, String column, Relation relation, Schema schema) {
        return new SqlViolation(Rule.COLUMN, "column %s.%s does not exist; %s".formatted(qualifier, column,
                columns(relation)), suggestions(column, List.of(relation), schema));
    }

    static SqlViolation column(String column, List<Relation> visible, Schema schema) {
        for (Relation relation : visible) {
            if (relation.goesBy(column)) {
                return new SqlViolation(Rule.COLUMN, "%s is a table here, and a whole row is not allowed; name its "
                        .formatted(column) + "columns: " + relation.columns(), List.of());
            }
        }
        return new SqlViolation(Rule.COLUMN, "column %s does not exist; %s".formatted(column,
                visible.isEmpty()
                        ? "there is no table to take it from"
                        : visible.stream().map(UnknownName::columns).collect(Collectors.joining("; "))),
                suggestions(column, visible, schema));
    }

    static SqlViolation qualifier(String qualifier, List<Relation> visible) {
        var names = visible.stream().filter(it -> it.name() != null).map(Relation::written).toList();
        return new SqlViolation(Rule.TABLE, "%s is no table of this query; its tables are %s".formatted(qualifier,
                names), nearest(qualifier, names, it -> it, it -> it));
    }

    private static String columns(Relation relation) {
        return "the columns of %s are %s".formatted(relation.described(),
                relation.columns().stream().filter(name -> !name.isEmpty()).toList());
    }

    /** Columns here that are spelled alike, and columns of other tables that are spelled the same. */
    private static List<String> suggestions(String column, List<Relation> here, Schema schema) {
        record Candidate(String name, String full) {}
        var candidates = here.stream().flatMap(relation -> relation.columns().stream()
                .map(name -> new Candidate(name, relation.written() + "." + name))).toList();
        var elsewhere = schema.tables().stream().filter(table -> table.column(column).isPresent())
                .map(table -> table.name() + "." + column);
        return Stream.concat(nearest(column, candidates, Candidate::name, Candidate::full).stream(), elsewhere)
                .collect(Collectors.toCollection(LinkedHashSet::new)).stream().limit(MAX_NEAREST).toList();
    }

    private static <T> List<String> nearest(String wanted, List<T> candidates,
            Function<T, String> name, Function<T, String> shown) {
        record Ranked(String shown, int distance) {}
        // Two letters that changed places count as two.
        int limit = wanted.length() < 4 ? 1 : Math.max(2, wanted.length() / 3);
        return candidates.stream().map(it -> new Ranked(shown.apply(it), distance(wanted, name.apply(it))))
                .filter(it -> it.distance() <= limit).sorted(Comparator.comparingInt(Ranked::distance))
                .map(Ranked::shown).distinct().limit(MAX_NEAREST).toList();
    }

    /** Letters to change, add or leave out; a name that holds the other, such as total and total_amount, is near. */
    private static int distance(String wanted, String name) {
        String one = wanted.toLowerCase(Locale.ROOT);
        String other = name.toLowerCase(Locale.ROOT);
        if (one.length() > 2 && other.length() > 2 && (one.contains(other) || other.contains(one))) {
            return one.equals(other) ? 0 : 1;
        }
        return Spelling.edits(one, other);
    }
}
