package io.askwell.interpreter.logic;

import io.askwell.domain.agent.Schema.Table;
import io.askwell.interpreter.lexicon.Inflection;
import io.askwell.interpreter.lexicon.Words;
import io.askwell.interpreter.logic.Condition.Foremost;
import io.askwell.interpreter.logic.Condition.Measured;
import io.askwell.interpreter.logic.Condition.Related;
import io.askwell.interpreter.logic.Condition.Standing.ByFigure;
import io.askwell.interpreter.logic.Inquiry.Breakdown;
import io.askwell.interpreter.logic.Inquiry.Figure;
import io.askwell.interpreter.logic.Inquiry.Item.RowCount;
import io.askwell.interpreter.logic.Inquiry.Report;
import io.askwell.interpreter.logic.Measure.Count;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds counts that may be stored: where a branch has a column {@code number_of_members}, to count the members that are known
 * may give another number than the one that is asked for.
 */
public final class StoredNumbers {
    private static final Set<String> NUMBERS = Set.of("number", "num", "no", "nbr", "count", "amount", "total");

    private static final Set<String> AMOUNTS = Set.of("count", "amount");

    private final SchemaGraph graph;

    public StoredNumbers(SchemaGraph graph) {
        this.graph = graph;
    }

    /** Whether an inquiry counts rows for others whose number is stored. */
    public boolean mayAnswer(Inquiry inquiry) {
        return counted(inquiry).map(Selection::table).anyMatch(this::isStored);
    }

    private Stream<Selection> counted(Inquiry inquiry) {
        Stream<Selection> inner = Slots.conditions(inquiry).stream().flatMap(condition -> switch (condition) {
            case Measured(Count(var of), var comparison, var holds) -> Stream.of(of);
            case Foremost(ByFigure(Count(var of)), var rank, var holds) -> Stream.of(of);
            default -> Stream.empty();
        });
        return Stream.concat(inner, switch (inquiry) {
            case Figure(Count(var of)) when of.conditions().stream().anyMatch(Related.class::isInstance) ->
                Stream.of(of);
            case Breakdown(Count(var of), var by, var rank) -> Stream.of(of);
            case Report report when counts(report) -> Stream.of(report.of());
            default -> Stream.empty();
        });
    }

    private static boolean counts(Report report) {
        return report.items().contains(new RowCount())
                || report.order().stream().anyMatch(by -> by.by() instanceof RowCount)
                || report.having().stream().anyMatch(having -> having.figure() instanceof RowCount);
    }

    private boolean isStored(Table counted) {
        List<String> noun = singular(Words.ofName(counted.name().name()));
        return graph.tables().stream().flatMap(table -> graph.attributesOf(table).stream())
                .filter(attribute -> !graph.isKey(attribute)).filter(StoredNumbers::mayBeNumber).anyMatch(attribute -> {
                    Set<String> words = singular(Words.ofName(attribute.column().name())).stream()
                            .collect(Collectors.toSet());
                    boolean numbers = words.stream().anyMatch(NUMBERS::contains) || words.size() == noun.size();
                    return numbers && (words.containsAll(noun) || isNumberOf(words, noun));
                });
    }

    /** Amounts and counts are numbers, even where they are stored as texts. */
    private static boolean mayBeNumber(Attribute attribute) {
        return attribute.numeric() || Words.ofName(attribute.column().name()).stream().anyMatch(AMOUNTS::contains);
    }

    /** `membership_amount` beside the rows of `membership_register`. */
    private static boolean isNumberOf(Set<String> words, List<String> noun) {
        List<String> rest = words.stream().filter(word -> !NUMBERS.contains(word)).toList();
        return rest.size() == 1 && rest.size() < words.size() && noun.getFirst().equals(rest.getFirst());
    }

    private static List<String> singular(List<String> words) {
        return words.stream().map(Inflection::singular).toList();
    }
}
