package io.askwell.interpreter.reading;

import io.askwell.domain.agent.Schema.Table;
import io.askwell.interpreter.lexicon.Keyword;
import io.askwell.interpreter.logic.Comparison.ThanFigure;
import io.askwell.interpreter.logic.Condition;
import io.askwell.interpreter.logic.Condition.Compared;
import io.askwell.interpreter.logic.Condition.Foremost;
import io.askwell.interpreter.logic.Condition.Related;
import io.askwell.interpreter.logic.Condition.Standing.ByFigure;
import io.askwell.interpreter.logic.Grouping.Each;
import io.askwell.interpreter.logic.Inquiry;
import io.askwell.interpreter.logic.Inquiry.Breakdown;
import io.askwell.interpreter.logic.Inquiry.Figure;
import io.askwell.interpreter.logic.Inquiry.Item.Cell;
import io.askwell.interpreter.logic.Inquiry.Item.Folded;
import io.askwell.interpreter.logic.Inquiry.Listing;
import io.askwell.interpreter.logic.Inquiry.Report;
import io.askwell.interpreter.logic.Measure.Count;
import io.askwell.interpreter.logic.Measure.Fold;
import io.askwell.interpreter.logic.Measure.Folding;
import io.askwell.interpreter.logic.SchemaGraph;
import io.askwell.interpreter.logic.SchemaGraph.Step;
import io.askwell.interpreter.logic.Selection;
import io.askwell.interpreter.logic.Slots;
import io.askwell.interpreter.logic.Test.Compares;
import io.askwell.interpreter.token.TaggedQuestion;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the plainest reading of a question leaves open though each word of it is read: better declined than answered. */
final class Doubts {
    /** More rows than this from one to the next, of which nothing is said, are not one thought. */
    private static final int LONGEST_BARE_CHAIN = 3;

    private final TaggedQuestion question;
    private final Grammar grammar;
    private final SchemaGraph graph;

    Doubts(TaggedQuestion question, Grammar grammar) {
        this.question = question;
        this.grammar = grammar;
        this.graph = grammar.links.graph();
    }

    boolean leaveOpen(Inquiry inquiry) {
        return foldsWhatIsDifferent(inquiry) || countsDifferentRows(inquiry) || leavesOutOfAGroup(inquiry)
                || tellsOfTheForemost(inquiry) || new DatesOfVerbs(question, graph).areOthers(inquiry)
                || Slots.heads(inquiry).stream().anyMatch(rows -> isCutShort(rows)
                        || returnsTo(rows.table(), rows.conditions()) || isAMereLink(rows.table())
                        || bareChain(rows) > LONGEST_BARE_CHAIN || followsAnotherKey(rows)
                        || isMereComplement(rows));
    }

    /** "The total credits of courses by different departments" is not one sum, but for each. */
    private boolean foldsWhatIsDifferent(Inquiry inquiry) {
        return grammar.terminals.asksForDifferent() && switch (inquiry) {
            case Figure(Fold(var how, var attribute, var of)) -> how != Folding.DISTINCT;
            case Report report -> report.groups().isEmpty() && report.items().stream()
                    .allMatch(item -> item instanceof Folded(var how, var attribute) && how != Folding.DISTINCT);
            default -> false;
        };
    }

    /** "Different types" of a table whose rows have a column `type`, or merely link others, are not as many as its rows. */
    private boolean countsDifferentRows(Inquiry inquiry) {
        Optional<Selection> rows = switch (inquiry) {
            case Figure(Count(var of)) -> Optional.of(of);
            case Listing(var of, var columns, var sort) -> Optional.of(of);
            default -> Optional.empty();
        };
        return grammar.terminals.asksForDifferent() && rows.filter(of -> of.conditions().isEmpty())
                .map(Selection::table).filter(table -> table.primaryKey().size() > 1 || isCalledAsAColumn(table))
                .isPresent();
    }

    private boolean isCalledAsAColumn(Table table) {
        String noun = table.name().name().replace("_", "");
        return graph.attributesOf(table).stream().filter(attribute -> !graph.isKey(attribute))
                .anyMatch(attribute -> attribute.column().name().replace("_", "").equalsIgnoreCase(noun));
    }

    /** "The average rating of each film that Ann did not review": what is left out are films, or ratings. */
    private static boolean leavesOutOfAGroup(Inquiry inquiry) {
        return inquiry instanceof Breakdown(Fold(var how, var attribute, var of), Each each, var rank)
                && of.conditions().stream().anyMatch(said -> said instanceof Related(var to, var exists) && !exists);
    }

    /** "The country with the most papers", where no word names the rows that have a country: theirs are not all of it. */
    private boolean tellsOfTheForemost(Inquiry inquiry) {
        return inquiry instanceof Report report && report.items().size() == 1
                && report.items().getFirst() instanceof Cell(var attribute) && report.of().of(attribute.table())
                && !graph.isKey(attribute) && !graph.isName(attribute)
                && report.of().conditions().stream()
                        .anyMatch(said -> said instanceof Foremost(ByFigure(Count count), var rank, var holds))
                && !grammar.terminals.says(grammar.terminals.table().where(report.of()::of));
    }

    /** "Below the average salary of the teachers in Physics": whose average it is, is said behind it. */
    private static boolean isCutShort(Selection rows) {
        return rows.conditions().stream().limit(Math.max(0, rows.conditions().size() - 1)).anyMatch(
                condition -> condition instanceof Compared(var attribute, Compares(ThanFigure figure), var holds));
    }

    /** From rows to others and back to further rows of the first table: which of both is meant, is open. */
    private static boolean returnsTo(Table table, List<Condition> conditions) {
        return conditions.stream().anyMatch(condition -> condition instanceof Related(var to, var exists)
                && to.conditions().stream().anyMatch(inner -> inner instanceof Related(var on, var is)
                        && (on.of(table) || returnsTo(table, List.of(inner)))));
    }

    /** The rows of `train_station`, which link trains to stations, are no "train stations". */
    private boolean isAMereLink(Table table) {
        Set<String> ends = graph.pointsTo(table).stream().map(step -> step.to().name().name())
                .collect(Collectors.toSet());
        return ends.stream().anyMatch(one -> ends.stream()
                .anyMatch(other -> table.name().name().equalsIgnoreCase(one + "_" + other)));
    }

    /** How many steps in a row lead to rows of which nothing is said: "who take part in an activity and advise a student". */
    private static int bareChain(Selection rows) {
        return rows.conditions().stream().mapToInt(condition -> condition instanceof Related(var to, var exists)
                && to.conditions().stream().allMatch(Related.class::isInstance) ? 1 + bareChain(to) : 0).max()
                .orElse(0);
    }

    /** "Heads of departments" says what heads are, and not that a link between such a head and a department is stored. */
    private boolean isMereComplement(Selection rows) {
        return !grammar.terminals.asksForDifferent() && rows.conditions().stream()
                .anyMatch(condition -> condition instanceof Related(var link, var exists) && exists
                        && link.conditions().size() == 1
                        && link.conditions().getFirst() instanceof Related(var to, var is) && to.conditions().isEmpty()
                        && grammar.terminals.says(grammar.terminals.table().where(rows::of)
                                .before(grammar.terminals.word(Keyword.OF)).before(grammar.terminals.words(Keyword.ALL))
                                .before(grammar.terminals.definite())
                                .next(grammar.terminals.table()).where(to::of)));
    }

    /** Where `film` has a `language_id` that is not declared, its key `original_language_id` is not the one that is meant. */
    private boolean followsAnotherKey(Selection rows) {
        return rows.conditions().stream().anyMatch(condition -> condition instanceof Related(var to, var exists)
                && (graph.path(rows.table(), to.table()).stream().flatMap(List::stream).anyMatch(Doubts::isAnotherKey)
                        || followsAnotherKey(to)));
    }

    private static boolean isAnotherKey(Step step) {
        Table pointing = step.forward() ? step.from() : step.to();
        Table other = step.forward() ? step.to() : step.from();
        String target = step.key().toColumns().getFirst();
        return step.key().fromColumns().size() == 1 && !step.key().fromColumns().contains(target)
                && pointing.column(target).isPresent() && !pointing.primaryKey().contains(target)
                && SchemaGraph.isCalledAfter(target, other);
    }
}
