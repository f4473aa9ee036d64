package io.askwell.interpreter.reading;

import io.askwell.domain.agent.Schema.Table;
import io.askwell.interpreter.lexicon.EnglishSynonyms;
import io.askwell.interpreter.lexicon.Keyword;
import io.askwell.interpreter.lexicon.Words;
import io.askwell.interpreter.logic.Attribute;
import io.askwell.interpreter.logic.Comparison.ThanFigure;
import io.askwell.interpreter.logic.Condition;
import io.askwell.interpreter.logic.Condition.Compared;
import io.askwell.interpreter.logic.Condition.Either;
import io.askwell.interpreter.logic.Condition.Foremost;
import io.askwell.interpreter.logic.Condition.Measured;
import io.askwell.interpreter.logic.Condition.Related;
import io.askwell.interpreter.logic.Condition.Standing.ByFigure;
import io.askwell.interpreter.logic.Grouping.By;
import io.askwell.interpreter.logic.Grouping.Each;
import io.askwell.interpreter.logic.Inquiry;
import io.askwell.interpreter.logic.Inquiry.Breakdown;
import io.askwell.interpreter.logic.Inquiry.Figure;
import io.askwell.interpreter.logic.Inquiry.Item.Cell;
import io.askwell.interpreter.logic.Inquiry.Item.Folded;
import io.askwell.interpreter.logic.Inquiry.Item.RowCount;
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
import io.askwell.interpreter.logic.Test.OneOf;
import io.askwell.interpreter.token.TaggedQuestion;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the plainest reading of a question leaves open though each word of it is read: better declined than answered. */
final class Doubts {
    /** More rows than this from one to the next, of which nothing is said, are not one thought. */
    private static final int LONGEST_BARE_CHAIN = 3;

    private final Grammar grammar;
    private final SchemaGraph graph;
    private final DatesOfVerbs dates;
    private final OtherFits others;
    private final Several several;
    private final OverLinks links;
    private final Denials denials;

    Doubts(TaggedQuestion question, Grammar grammar) {
        this.grammar = grammar;
        this.graph = grammar.links.graph();
        this.dates = new DatesOfVerbs(question, graph);
        this.others = new OtherFits(question, grammar);
        this.several = new Several(grammar);
        this.links = new OverLinks(grammar);
        this.denials = new Denials(grammar);
    }

    boolean leaveOpen(Inquiry inquiry) {
        return foldsWhatIsDifferent(inquiry) || sumsNothingUp(inquiry) || countsDifferentRows(inquiry)
                || leavesOutOfAGroup(inquiry)
                || ranksWithinGroups(inquiry) || tellsOfTheForemost(inquiry) || tellsWhatIsSaid(inquiry)
                || groupsByOthers(inquiry)
                || countsNumbers(inquiry) || namesSomethingElse(inquiry) || pairsWhatIsLinked(inquiry)
                || countsLinks(inquiry) || others.areLeftAside(inquiry) || several.isOpen(inquiry)
                || links.mayRepeat(inquiry)
                || Slots.heads(inquiry).stream().anyMatch(rows -> isCutShort(rows)
                        || returnsTo(rows.table(), rows.conditions()) || isAMereLink(rows.table())
                        || bareChain(rows) > LONGEST_BARE_CHAIN || followsAnotherKey(rows)
                        || isMereComplement(rows) || countsLinksBy(rows) || denials.areOpen(rows)
                        || saysOneThingTwice(rows) || dates.areOthers(rows));
    }

    /** "The numbers of the beds" are what the beds are numbered by, and not how many there are. */
    private boolean countsNumbers(Inquiry inquiry) {
        return inquiry instanceof Figure(Count count) && grammar.terminals.asksForNumbers();
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

    /** "Who paid more than 100 in total" is not who made one payment of more. */
    private boolean sumsNothingUp(Inquiry inquiry) {
        return grammar.terminals.asksInTotal() && Slots.heads(inquiry).stream()
                .flatMap(rows -> rows.conditions().stream())
                .anyMatch(condition -> condition instanceof Related(var to, var exists) && to.conditions().stream()
                        .anyMatch(said -> said instanceof Compared(var attribute, Compares compares, var holds)));
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

    /** "The articles with the most words in each section" are not those of all that have the most, counted by section. */
    private static boolean ranksWithinGroups(Inquiry inquiry) {
        return inquiry instanceof Breakdown(var measure, var by, var rank)
                && measure.of().conditions().stream().anyMatch(Foremost.class::isInstance);
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

    /** "The first and last name of Ann Berg" would tell what is said of her, and not of whom the question is. */
    private boolean tellsWhatIsSaid(Inquiry inquiry) {
        return inquiry instanceof Report report && report.items().stream()
                .allMatch(item -> item instanceof Cell(var attribute) && isSaid(report.of(), attribute));
    }

    private boolean isSaid(Selection rows, Attribute told) {
        return rows.conditions().stream().anyMatch(condition -> switch (condition) {
            case Compared(var attribute, OneOf(var values), var holds) ->
                holds && values.size() == 1 && attribute.equals(told);
            case Related(var to, var exists) -> exists && isSaid(to, told)
                    && way(rows, to).stream().allMatch(Step::forward);
            default -> false;
        });
    }

    private List<Step> way(Selection rows, Selection to) {
        return graph.path(rows.table(), to.table()).orElse(List.of());
    }

    /** "The names of authors and the titles of papers" are two lists, unless each author has but one paper. */
    private boolean pairsWhatIsLinked(Inquiry inquiry) {
        return inquiry instanceof Report report && report.distinct() && report.groups().isEmpty()
                && !grammar.terminals.asksForDifferent() && report.items().size() > 1
                && report.items().stream().anyMatch(item -> item instanceof Cell(var attribute)
                        && !report.of().of(attribute.table())
                        && graph.path(report.of().table(), attribute.table()).filter(SchemaGraph::leadsThroughLinks)
                                .isPresent());
    }

    /** "Who booked stages or rented stages", of which one link is stored: two verbs say more than one. */
    private static boolean saysOneThingTwice(Selection rows) {
        return rows.conditions().stream().anyMatch(condition -> condition instanceof Either(var several, var holds)
                && several.stream().distinct().count() < several.size());
    }

    /** "The number of different pieces for each sponsor": several links may tie a piece to the same sponsor. */
    private boolean countsLinks(Inquiry inquiry) {
        return grammar.terminals.asksForDifferent() && inquiry instanceof Report report
                && report.items().contains(new RowCount()) && report.groups().stream().anyMatch(group -> graph
                        .path(report.of().table(), group.table()).filter(SchemaGraph::leadsThroughLinks).isPresent());
    }

    /** "Who visited more than one different gym": several visits may be to the same gym, and each is counted. */
    private boolean countsLinksBy(Selection rows) {
        return grammar.terminals.asksForDifferent() && rows.conditions().stream()
                .anyMatch(said -> said instanceof Measured(Count(var of), var comparison, var holds)
                        && grammar.terminals
                                .says(grammar.terminals.different().next(grammar.terminals.table()).where(of::of))
                        && way(rows, of).size() > 1 && SchemaGraph.leadsThroughLinks(way(rows, of))
                        && mayRepeat(way(rows, of)));
    }

    /** Whether a link has a key of its own, or none: then two may tie the same rows. */
    private static boolean mayRepeat(List<Step> way) {
        Table link = way.getFirst().to();
        Set<String> ends = way.stream().flatMap(step -> step.key().fromColumns().stream())
                .collect(Collectors.toSet());
        return link.primaryKey().isEmpty() || !ends.containsAll(link.primaryKey());
    }

    /** "Musicians by gender" where a hall has a `gender` and a musician has a `sex`. */
    private boolean groupsByOthers(Inquiry inquiry) {
        return inquiry instanceof Breakdown(var measure, By(var attribute), var rank)
                && !measure.of().of(attribute.table()) && graph.attributesOf(measure.of().table()).stream()
                        .anyMatch(own -> EnglishSynonyms.areOne(Words.ofName(own.column().name()),
                                Words.ofName(attribute.column().name())));
    }

    /** "Publishers whose name contains M" are not those of books whose name does. */
    private boolean namesSomethingElse(Inquiry inquiry) {
        return inquiry instanceof Report report && report.items().stream()
                .anyMatch(item -> item instanceof Cell(var told) && !graph.isName(told)
                        && grammar.terminals.says(grammar.terminals.columnNoun()
                                .where(noun -> noun.named().stream().anyMatch(one -> one.attribute().equals(told)))
                                .before(grammar.terminals.word(Keyword.WHOSE))
                                .next(grammar.terminals.word("name"))))
                && report.of().conditions().stream()
                        .anyMatch(said -> said instanceof Compared(var attribute, var test, var holds)
                                && graph.isName(attribute));
    }
}
