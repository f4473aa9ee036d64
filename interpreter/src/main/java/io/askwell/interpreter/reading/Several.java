package io.askwell.interpreter.reading;

import io.askwell.interpreter.lexicon.Inflection;
import io.askwell.interpreter.lexicon.Keyword;
import io.askwell.interpreter.logic.Attribute;
import io.askwell.interpreter.logic.Condition.Compared;
import io.askwell.interpreter.logic.Condition.Foremost;
import io.askwell.interpreter.logic.Condition.Related;
import io.askwell.interpreter.logic.Condition.Standing.ByFigure;
import io.askwell.interpreter.logic.Inquiry;
import io.askwell.interpreter.logic.Inquiry.Item.Cell;
import io.askwell.interpreter.logic.Inquiry.Listing;
import io.askwell.interpreter.logic.Inquiry.Report;
import io.askwell.interpreter.logic.Measure;
import io.askwell.interpreter.logic.SchemaGraph;
import io.askwell.interpreter.logic.SchemaGraph.Step;
import io.askwell.interpreter.logic.Selection;
import io.askwell.interpreter.logic.Slots;
import io.askwell.interpreter.logic.Test.OneOf;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds where a question speaks of several, and it is open whether each of them, one or all together are meant. */
final class Several {
    private static final Pattern NUMBER_OF = Pattern.compile("(?i)(no|num|number)_.+|.+_(count|number)s?");

    private final Grammar grammar;
    private final SchemaGraph graph;

    Several(Grammar grammar) {
        this.grammar = grammar;
        this.graph = grammar.links.graph();
    }

    boolean isOpen(Inquiry inquiry) {
        return sharesWhatBothHave(inquiry) || tellsNumbersOneByOne(inquiry) || listsWhatIsAColumn(inquiry)
                || Slots.heads(inquiry).stream()
                        .anyMatch(this::standsByWhatIsItsOwn);
    }

    /** "The studios of films by Hill and Meyer" are those of both, or of either. */
    private boolean sharesWhatBothHave(Inquiry inquiry) {
        return inquiry instanceof Report report && report.groups().isEmpty() && report.items().stream()
                .allMatch(item -> item instanceof Cell(var told) && report.of().of(told.table()) && !names(told))
                && report.of().conditions().stream()
                        .anyMatch(said -> said instanceof Compared(var attribute, OneOf(var values), var holds) && holds
                                && values.size() > 1 && !names(attribute))
                && !grammar.terminals.says(grammar.terminals.word(Keyword.OR));
    }

    private boolean names(Attribute attribute) {
        return graph.isKey(attribute) || graph.namesOf(attribute.table()).contains(attribute);
    }

    /** "The number of customers of the banks in Hill" is one number, though each bank's is stored. */
    private boolean tellsNumbersOneByOne(Inquiry inquiry) {
        return inquiry instanceof Report report && report.groups().isEmpty() && report.items().size() == 1
                && report.rank().isEmpty() && report.order().isEmpty()
                && report.items().getFirst() instanceof Cell(var told) && told.numeric() && isNumberOf(told)
                && grammar.terminals.says(grammar.terminals.word(Keyword.NUMBER_OF))
                && grammar.terminals.says(grammar.terminals.table(true).where(report.of()::of))
                && !grammar.terminals.says(grammar.terminals.word(Keyword.EACH));
    }

    /** "All room types" are the different values of `room_type`, or the rows of the table `room_types`. */
    private boolean listsWhatIsAColumn(Inquiry inquiry) {
        return inquiry instanceof Listing(var of, var columns, var sort) && of.conditions().isEmpty()
                && graph.attributesOf(of.table()).stream().filter(attribute -> !graph.isKey(attribute))
                        .anyMatch(attribute -> plain(attribute.column().name())
                                .equals(Inflection.singular(plain(of.table().name().name())))
                                && graph.keyOf(of.table()).filter(Attribute::textual).isPresent());
    }

    private static String plain(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }

    /** Whether it says in its name that it counts something. */
    static boolean isNumberOf(Attribute attribute) {
        return NUMBER_OF.matcher(attribute.column().name()).matches();
    }

    /** "Students whose address has the highest rent", where a student has rents of his own as well as an address has. */
    private boolean standsByWhatIsItsOwn(Selection rows) {
        return rows.conditions().stream().anyMatch(said -> said instanceof Related(var to, var exists)
                && to.conditions().stream()
                        .anyMatch(inner -> inner instanceof Foremost(ByFigure(var measure), var rank, var holds)
                                && belongsToBoth(rows, to, measure)));
    }

    private boolean belongsToBoth(Selection rows, Selection to, Measure measure) {
        Optional<List<Step>> way = graph.belonging(rows.table(), measure.of().table());
        return graph.leads(rows.table(), to.table(), Step::forward)
                && way.filter(steps -> steps.size() == 1).isPresent();
    }
}
