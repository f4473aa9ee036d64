package io.askwell.interpreter.reading;

import io.askwell.domain.agent.Schema.Table;
import io.askwell.interpreter.lexicon.Keyword;
import io.askwell.interpreter.lexicon.Words;
import io.askwell.interpreter.logic.Attribute;
import io.askwell.interpreter.logic.Comparison;
import io.askwell.interpreter.logic.Condition;
import io.askwell.interpreter.logic.Condition.Foremost;
import io.askwell.interpreter.logic.Condition.Standing.ByColumn;
import io.askwell.interpreter.logic.Inquiry;
import io.askwell.interpreter.logic.Inquiry.Extreme;
import io.askwell.interpreter.logic.Inquiry.Item;
import io.askwell.interpreter.logic.Inquiry.Item.Cell;
import io.askwell.interpreter.logic.Inquiry.Item.Folded;
import io.askwell.interpreter.logic.Inquiry.Item.RowCount;
import io.askwell.interpreter.logic.Inquiry.Order;
import io.askwell.interpreter.logic.Inquiry.Report;
import io.askwell.interpreter.logic.Measure;
import io.askwell.interpreter.logic.SchemaGraph.Step;
import io.askwell.interpreter.logic.Selection;
import io.askwell.interpreter.logic.Test;
import io.askwell.interpreter.reading.Items.ItemNoun;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Questions that name what they want to see: "names and ages of the singers from France, sorted by age". */
final class ReportPhrases {
    private static final int OWNERLESS = 3;
    private static final int TIED = 7;

    private final Grammar grammar;
    private final GroupReports groups;
    private final Orders orders;

    ReportPhrases(Grammar grammar) {
        this.grammar = grammar;
        this.groups = new GroupReports(grammar);
        this.orders = new Orders(grammar);
    }

    Parser<Inquiry> phrase() {
        Parser<Report> plain = Parser.any(everything(), itemsOf(), itemsBehind(), ownerless(), tied(), joined(),
                itemsOfEach(),
                grammar.boths.values());
        return Parser.any(plain.then(orders::on), extreme(), groups.phrase().then(orders::on),
                new GroupClauses(grammar).phrase().then(orders::on)).map(this::distinct);
    }

    private Inquiry distinct(Report report) {
        boolean cells = report.items().stream().allMatch(Cell.class::isInstance);
        return cells && (grammar.terminals.asksForDifferent() || asksForValues(report)) ? report.once() : report;
    }

    /** Whether it asks for the values of one column, which tells nothing of single rows. */
    private boolean asksForValues(Report report) {
        return report.items().size() == 1 && report.items().getFirst() instanceof Cell(var attribute)
                && report.of().conditions().isEmpty() && report.order().isEmpty() && report.groups().isEmpty()
                && !grammar.links.graph().isName(attribute) && !grammar.links.graph().isKey(attribute)
                && grammar.terminals.asksForAllValues();
    }

    /** "all the information about the singers from France": every column, unless one is called so. */
    private Parser<Report> everything() {
        return grammar.terminals.word(Keyword.EVERYTHING)
                .next(grammar.terminals.words(Keyword.ALL, Keyword.EACH))
                .next(Parser.any(grammar.entities.phrase(), grammar.entities.fullName()))
                .where(rows -> grammar.links.graph().attributesOf(rows.table()).stream()
                        .noneMatch(ReportPhrases::isKnowledge))
                .map(rows -> new Report(rows, grammar.links.graph().attributesOf(rows.table()).stream()
                        .<Item>map(Cell::new).toList()));
    }

    private static boolean isKnowledge(Attribute attribute) {
        return Words.ofName(attribute.column().name()).stream().anyMatch(Keyword.KNOWLEDGE::contains);
    }

    /** "names and ages of the singers from France". */
    private Parser<Report> itemsOf() {
        Parser<Boolean> of = grammar.terminals
                .word(Keyword.OF, Keyword.FOR, Keyword.FROM, Keyword.IN, Keyword.AMONG_ALL)
                .next(grammar.terminals.words(Keyword.ALL).next(grammar.terminals.words(Keyword.EACH)));
        // A figure "of each" is one for each.
        return grammar.items.list().then(items -> of
                .where(each -> !each || items.stream().allMatch(item -> item.how().isEmpty()))
                .then(each -> Parser.any(grammar.entities.phrase(), grammar.entities.fullName(),
                        each ? Parser.none() : grammar.entities.textual()))
                .then(rows -> report(rows, items)));
    }

    /** "songs included in volumes", "the cities where students live", by whatever words tie both. */
    private Parser<Report> tied() {
        Parser<Report> tied = grammar.items.list().before(grammar.ties.tie().where(holds -> holds))
                .then(items -> grammar.entities.phrase().then(rows -> report(rows, items)).before(theyDo()));
        Parser<Boolean> where = grammar.terminals.words(Keyword.IN, Keyword.AT, Keyword.OF, Keyword.FROM)
                .next(grammar.terminals.word(Keyword.WHERE, Keyword.THAT)).map(word -> true);
        Parser<Report> clause = grammar.items.list().before(where).then(items -> grammar.entities.phrase()
                .before(grammar.ties.tie()).then(rows -> report(rows, items))).map(report -> namesRows(report)
                        ? report
                        : report.once());
        return Parser.any(tied, clause).costing(TIED);
    }

    /** "... they belong to" */
    private Parser<Boolean> theyDo() {
        return Parser.any(Parser.empty(true), grammar.terminals.word(Keyword.THEY).next(grammar.terminals.words(
                Keyword.HAVE, Keyword.BE, Keyword.RELATES, Keyword.IN, Keyword.AT, Keyword.TO, Keyword.FOR,
                Keyword.ON)));
    }

    private boolean namesRows(Report report) {
        return report.items().stream().anyMatch(
                item -> item instanceof Cell(var attribute) && grammar.links.graph().isName(attribute));
    }

    /** "names of members and the themes of the rounds they attended". */
    private Parser<Report> joined() {
        Parser<Boolean> of = grammar.terminals.word(Keyword.OF, Keyword.FOR, Keyword.FROM)
                .next(grammar.terminals.words(Keyword.ALL, Keyword.EACH)).map(word -> true);
        Parser<Boolean> and = grammar.terminals.joint(Keyword.AND).before(grammar.terminals.words(Keyword.AND));
        return grammar.items.list().before(of).then(first -> grammar.entities.head().before(and)
                .then(rows -> grammar.items.list().then(more -> Parser.any(
                        of.next(grammar.entities.head()).before(grammar.ties.rest())
                                .where(other -> other.conditions().isEmpty())
                                .then(other -> report(rows, first, other.table(), more)),
                        grammar.ties.rest().next(report(rows, first, rows.table(), more))))))
                .costing(TIED);
    }

    /** The nouns of both lists, each told of its own rows. */
    private Parser<Report> report(Selection rows, List<ItemNoun> first, Table other, List<ItemNoun> more) {
        List<ItemNoun> all = new ArrayList<>(first.stream().map(noun -> noun.of(rows.table())).toList());
        all.addAll(
                more.stream().map(noun -> other.name().equals(rows.table().name()) ? noun : noun.of(other)).toList());
        // Rows of the other table are named too, so each of them is told.
        return all.stream().allMatch(noun -> noun.how().isEmpty())
                ? report(rows, all).map(report -> other.name().equals(rows.table().name()) ? report : report.each())
                : Parser.none();
    }

    /** "For each submission, find its author and result". */
    private Parser<Report> itemsOfEach() {
        Parser<Boolean> command = grammar.terminals.words(Keyword.LIST, Keyword.POLITE, Keyword.WHICH, Keyword.BE);
        return grammar.terminals.words(Keyword.FOR).next(grammar.entities.each()).before(command)
                .then(rows -> grammar.items.list().where(items -> items.stream().allMatch(item -> item.how().isEmpty()))
                        .then(items -> report(rows, items)))
                .costing(TIED);
    }

    /** "name of the oldest singer", "names and ages of the 3 youngest singers". */
    private Parser<Report> extreme() {
        Parser<Boolean> of = grammar.terminals.word(Keyword.OF, Keyword.FOR, Keyword.FROM).map(word -> true);
        Parser<Report> before = grammar.items.list().before(of).then(items -> grammar.extremes.phrase()
                .then(extreme -> foremost(extreme, items)));
        return before;
    }

    /** What is told of the rows at the end of an order; what belongs to them is told of those alone. */
    Parser<Report> foremost(Extreme extreme, List<ItemNoun> items) {
        return report(extreme.of(), items).then(report -> {
            if (report.items().stream().allMatch(item -> item instanceof Cell(var attribute)
                    && report.of().of(attribute.table()))) {
                return Parser.empty(report.ranked(new Order(new Cell(extreme.by()), extreme.rank().highest()),
                        extreme.rank()));
            }
            boolean told = extreme.rank().places() == 1
                    || grammar.links.graph().keyOf(extreme.of().table()).isPresent();
            return told
                    ? Parser.empty(
                            report.over(report.of().where(new Foremost(new ByColumn(extreme.by()), extreme.rank()))))
                    : Parser.none();
        });
    }

    /** "singer names", "each singer's name and age": with what narrows them behind. */
    private Parser<Report> itemsBehind() {
        Parser<Boolean> each = grammar.terminals.words(Keyword.EACH, Keyword.ALL);
        // "Players weigh over 90" says what they do, and not what is told of them.
        return each.next(Parser.any(grammar.entities.possessor(), grammar.entities.head()))
                .then(owner -> grammar.terminals
                        .noVerb().next(grammar.items.list())
                        .then(items -> grammar.modifiers.on(owner).then(rows -> report(rows, items))))
                .costing(1);
    }

    /** "cities in the USA": of the only table that has them. */
    private Parser<Report> ownerless() {
        return grammar.items.list().then(items -> {
            Parser<Report> all = Parser.none();
            for (Table table : tablesOf(items)) {
                all = Parser.any(all, unlessOwned(items, grammar.modifiers.on(Selection.all(table)))
                        .where(this::saysOnlyOfItself)
                        .then(rows -> report(rows, items)).map(report -> report.items().stream()
                                .allMatch(Cell.class::isInstance) && !compares(report.of()) ? report.once() : report));
            }
            return all.costing(OWNERLESS);
        });
    }

    /** "The names of the clubs" are those of clubs, whatever else has a name and belongs to them. */
    private Parser<Selection> unlessOwned(List<ItemNoun> items, Parser<Selection> rows) {
        Parser<Table> owner = grammar.terminals.word(Keyword.OF).next(grammar.terminals.words(Keyword.ALL))
                .next(grammar.terminals.table())
                .where(table -> items.stream().allMatch(item -> item.column().own(table, grammar.links.graph())
                        .filter(grammar.links.graph()::isName).isPresent()));
        return start -> owner.at(start).isEmpty() ? rows.at(start) : List.of();
    }

    /** Whether nothing is asked of other rows: "countries that have two mountains" speaks of groups. */
    private boolean saysOnlyOfItself(Selection rows) {
        return rows.conditions().stream().allMatch(condition -> switch (condition) {
            case Condition.Related(var to, var exists) -> exists && grammar.links.graph()
                    .path(rows.table(), to.table()).filter(path -> path.stream().noneMatch(Step::toMany)).isPresent();
            case Condition.Measured measured -> false;
            // "Studios that never worked with Hill" are not those of any film of others.
            case Condition.Compared compared -> compared.holds();
            default -> true;
        });
    }

    /** "dates with a temperature over 85": such values are of single rows, and told for each. */
    private static boolean compares(Selection rows) {
        return rows.conditions().stream()
                .anyMatch(
                        condition -> condition instanceof Condition.Compared(var attribute, Test.Compares(var comparison), var holds)
                                && !(comparison instanceof Comparison.Than(var operator, var number)
                                        && operator == Comparison.Operator.EXACTLY));
    }

    /** "at most two orders", "who made an appointment": whether those without any count, and how often each is told, is open. */
    private boolean leavesOpen(Selection rows, boolean cells) {
        return cells && rows.conditions().stream().anyMatch(condition -> switch (condition) {
            case Condition.Measured(Measure.Count count, Comparison.Than(var operator, var number), var holds) ->
                operator == Comparison.Operator.AT_MOST || operator == Comparison.Operator.LESS;
            case Condition.Related(var to, var exists) -> exists && to.conditions().isEmpty()
                    && rows.conditions().size() == 1 && !grammar.terminals.asksForDifferent()
                    && grammar.links.graph().path(rows.table(), to.table())
                            .filter(path -> path.size() == 1 && path.getFirst().toMany()).isPresent();
            default -> false;
        });
    }

    /** Tables whose own columns all of these can be. */
    private Set<Table> tablesOf(List<ItemNoun> items) {
        Set<Table> tables = new LinkedHashSet<>();
        items.getFirst().column().whole().forEach(attribute -> tables.add(attribute.table()));
        items.getFirst().table().ifPresent(table -> {
            tables.clear();
            tables.add(table);
        });
        tables.removeIf(table -> items.stream().anyMatch(item -> item.attribute(table, grammar.links.graph())
                .filter(attribute -> attribute.table().name().equals(table.name())).isEmpty()));
        return tables;
    }

    /** Each foreign key that must be followed to a column costs. */
    Parser<Report> report(Selection rows, List<ItemNoun> nouns) {
        Optional<List<Item>> items = grammar.items.of(rows.table(), nouns);
        if (items.isEmpty()) {
            return Parser.none();
        }
        boolean cells = items.get().stream().allMatch(Cell.class::isInstance);
        boolean figures = items.get().stream().allMatch(Folded.class::isInstance);
        int cost = items.get().stream().mapToInt(item -> distance(rows.table(), item)).sum();
        if ((!cells && !figures) || leavesOpen(rows, cells)) {
            return Parser.none();
        }
        Report report = new Report(rows, items.get());
        // What is told of one that is named is told with the name, where the columns are named in full.
        boolean named = cells && rows.conditions().size() == 1 && grammar.attributes.isNamed(rows);
        return Parser.empty(cells && isRepeated(report) ? report.once() : report).costing(named ? cost + 1 : cost);
    }

    /** Whether a row has several of what is told, which may be alike. */
    private boolean isRepeated(Report report) {
        return report.items().stream().anyMatch(item -> item instanceof Cell(var attribute)
                && !report.of().of(attribute.table()) && grammar.links.graph()
                        .path(report.of().table(), attribute.table())
                        .filter(path -> path.stream().anyMatch(Step::toMany))
                        .isPresent());
    }

    private int distance(Table rows, Item item) {
        Table other = switch (item) {
            case Cell(var attribute) -> attribute.table();
            case Folded(var how, var attribute) -> attribute.table();
            case Item.RowCount() -> rows;
        };
        return other.name().equals(rows.name())
                ? 0
                : grammar.links.graph().path(rows, other).map(List::size).orElse(0);
    }
}
