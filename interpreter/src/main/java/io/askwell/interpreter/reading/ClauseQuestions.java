package io.askwell.interpreter.reading;

import io.askwell.interpreter.lexicon.Keyword;
import io.askwell.interpreter.lexicon.Meaning.Acts;
import io.askwell.interpreter.logic.Attribute;
import io.askwell.interpreter.logic.Condition.Compared;
import io.askwell.interpreter.logic.Condition.Related;
import io.askwell.interpreter.logic.Inquiry;
import io.askwell.interpreter.logic.Inquiry.Extreme;
import io.askwell.interpreter.logic.Inquiry.Item;
import io.askwell.interpreter.logic.Inquiry.Listing;
import io.askwell.interpreter.logic.Inquiry.Presence;
import io.askwell.interpreter.logic.Inquiry.Report;
import io.askwell.interpreter.logic.Rank;
import io.askwell.interpreter.logic.Selection;
import java.util.List;

/** Questions with a subject and a verb of their own: "does Bob have orders", "where does Bob live", "when did ...". */
final class ClauseQuestions {
    private final Grammar grammar;
    private final Parser<Boolean> auxiliary;

    ClauseQuestions(Grammar grammar) {
        this.grammar = grammar;
        this.auxiliary = grammar.terminals.words(Keyword.DO, Keyword.HAVE, Keyword.BE).where(seen -> seen);
    }

    Parser<Inquiry> all() {
        Parser<Boolean> command = grammar.terminals.words(Keyword.LIST, Keyword.POLITE);
        return Parser.any(
                command.next(
                        Parser.any(where(), when(), rowsDoneBy(), whatWasDoneBy(), columnsOf(), itemsOf(),
                                itemsWeHave(), whose(),
                                whenWas())),
                existence(),
                presence());
    }

    /** "Which orders did Alice place". */
    private Parser<Inquiry> rowsDoneBy() {
        return grammar.terminals.words(Keyword.WHICH).next(grammar.entities.phrase())
                .then(rows -> auxiliary.next(grammar.entities.subject()).then(doer -> verb(rows, doer)
                        .next(grammar.links.related(rows, doer, true)).then(all -> grammar.modifiers.on(all))))
                .<Inquiry>map(rows -> new Listing(rows, List.of()));
    }

    /** "What did Bob order in 2024": the verb alone says what. */
    private Parser<Inquiry> whatWasDoneBy() {
        return grammar.terminals.word(Keyword.WHICH).next(auxiliary).next(grammar.entities.subject())
                .then(doer -> grammar.verbPhrases.verbOf(doer)
                        .then(verb -> grammar.links.related(Selection.all(verb.object()), doer, true)))
                .then(rows -> grammar.modifiers.on(rows)).map(rows -> new Listing(rows, List.of()));
    }

    private Parser<Boolean> verb(Selection rows, Selection doer) {
        Parser<Boolean> acts = actsOn(rows, doer).map(verb -> true);
        return Parser.any(acts, grammar.terminals.word(Keyword.HAVE).map(word -> true));
    }

    private Parser<Acts> actsOn(Selection rows, Selection doer) {
        return grammar.terminals.meaning(Acts.class).where(
                verb -> rows.of(verb.object()) && verb.subject().map(doer::of).orElse(true) && !doer.of(verb.object()));
    }

    /** "What email does Bob have", "which city does Alice live in". */
    private Parser<Inquiry> columnsOf() {
        Parser<Boolean> preposition = grammar.terminals.words(Keyword.IN, Keyword.FROM, Keyword.AT, Keyword.ON);
        // "What city is Alice in"
        Parser<Boolean> being = start -> preposition.where(seen -> seen).at(start).isEmpty()
                ? List.of()
                : List.of(new Parse<>(true, start, 0));
        return preposition.next(grammar.terminals.word(Keyword.WHICH)).next(grammar.attributes.columns())
                .then(columns -> auxiliary.next(grammar.entities.subject())
                        .then(owner -> Parser.any(grammar.terminals.word(Keyword.HAVE).map(word -> true), being,
                                grammar.verbPhrases.verbOf(owner).where(verb -> columns.stream()
                                        .allMatch(column -> column.table().name().equals(verb.object().name())))
                                        .map(verb -> true))
                                .next(preposition).next(told(owner, columns))));
    }

    /** Of many, what they have is told once, without them. */
    private Parser<Inquiry> told(Selection owner, List<Attribute> columns) {
        Parser<Inquiry> listed = grammar.attributes.listed(owner, columns).map(listing -> listing);
        return grammar.attributes.isNamed(owner)
                ? listed
                : listed.map(listing -> new Report(owner, columns.stream().<Item>map(Item.Cell::new).toList()).once());
    }

    /** "In which countries do we have customers". */
    private Parser<Inquiry> itemsWeHave() {
        var reports = new ReportPhrases(grammar);
        return grammar.terminals.words(Keyword.IN, Keyword.FROM).where(seen -> seen)
                .next(grammar.terminals.word(Keyword.WHICH)).next(grammar.items.list())
                .then(items -> grammar.terminals.word(Keyword.STORED).next(grammar.entities.phrase())
                        .then(owner -> reports.report(owner, items)))
                .map(Report::once);
    }

    /** "Which cities do the students live in", "what is the city that the student named Bob lives in". */
    private Parser<Inquiry> itemsOf() {
        Parser<Boolean> preposition = grammar.terminals.words(Keyword.IN, Keyword.FROM, Keyword.AT, Keyword.OF,
                Keyword.ON);
        var reports = new ReportPhrases(grammar);
        return preposition.next(grammar.terminals.word(Keyword.WHICH)).next(grammar.items.list())
                .then(items -> auxiliary.next(grammar.terminals.words(Keyword.ALL, Keyword.EACH))
                        .next(grammar.entities.phrase())
                        .before(Parser.any(grammar.terminals.word(Keyword.HAVE).map(word -> true),
                                grammar.modifiers.relates(),
                                grammar.terminals.word(Keyword.FROM).map(word -> true)))
                        .before(preposition).then(owner -> reports.report(owner, items)))
                .<Inquiry>map(report -> namesRows(report) ? report : report.once()).costing(2);
    }

    /** Whether each row is told by its own name, rather than by what several may share. */
    private boolean namesRows(Inquiry.Report report) {
        return !grammar.terminals.asksForDifferent() && report.items().stream().anyMatch(
                item -> item instanceof Inquiry.Item.Cell(var attribute) && grammar.links.graph().isName(attribute));
    }

    /** "Where does Bob live": rows of the table that "where" names. */
    private Parser<Inquiry> where() {
        Parser<Selection> place = start -> grammar.terminals.word(Keyword.WHERE).at(start).isEmpty()
                ? List.of()
                : grammar.terminals.table().map(Selection::all).at(start);
        return place.then(rows -> auxiliary.next(grammar.entities.subject())
                .then(owner -> Parser.any(actsOn(rows, owner).map(verb -> true), Parser.empty(true))
                        .next(grammar.links.related(rows, owner, true))))
                .map(rows -> new Listing(rows, List.of()));
    }

    /** "Whose email is alice@example.com": rows that have a name. */
    private Parser<Inquiry> whose() {
        return start -> grammar.terminals.word(Keyword.WHOSE).at(start).isEmpty()
                ? List.of()
                : grammar.links.graph().tables().stream()
                        .filter(table -> grammar.links.graph().nameOf(table).isPresent())
                        .flatMap(table -> grammar.modifiers.single(Selection.all(table)).at(start).stream())
                        .map(rows -> new Parse<Inquiry>(new Listing(rows.value(), List.of()), rows.end(), rows.cost()))
                        .toList();
    }

    /** "When did Alice last order", "when did Bob place his first order". */
    private Parser<Inquiry> when() {
        return grammar.terminals.word(Keyword.WHEN).next(auxiliary).next(grammar.entities.subject())
                .then(doer -> Parser.any(lastDone(doer), lastObject(doer), done(doer)));
    }

    private Parser<Inquiry> lastDone(Selection doer) {
        return grammar.terminals.word(Keyword.LATEST, Keyword.EARLIEST)
                .then(end -> objectOf(doer).then(rows -> dates(rows).map(
                        date -> new Extreme(rows, date, new Rank(1, end == Keyword.LATEST), List.of(date)))));
    }

    private Parser<Inquiry> lastObject(Selection doer) {
        return grammar.verbPhrases.verbOf(doer).then(verb -> grammar.extremes.phrase()
                .where(extreme -> extreme.of().of(verb.object()) && extreme.by().dated())
                .then(extreme -> grammar.links.related(extreme.of(), doer, true).map(
                        rows -> new Extreme(rows, extreme.by(), extreme.rank(), List.of(extreme.by())))));
    }

    private Parser<Inquiry> done(Selection doer) {
        return objectOf(doer).then(rows -> dates(rows).map(date -> new Listing(rows, List.of(date))));
    }

    /** What somebody did: "order", "place an order over 100". */
    private Parser<Selection> objectOf(Selection doer) {
        return grammar.verbPhrases.verbOf(doer).then(verb -> {
            Selection all = Selection.all(verb.object());
            Parser<Selection> object = grammar.entities.phrase().where(rows -> rows.of(verb.object()));
            return Parser.any(object, grammar.terminals.words(Keyword.ANYTHING).next(grammar.modifiers.on(all)))
                    .then(rows -> grammar.links.related(rows, doer, true));
        });
    }

    private Parser<Attribute> dates(Selection rows) {
        return grammar.links.graph().dateOf(rows.table()).map(Parser::empty).orElse(Parser.none());
    }

    /** "When was Alice's last order", "when were the orders over 100 placed". */
    private Parser<Inquiry> whenWas() {
        Parser<Boolean> opening = grammar.terminals.word(Keyword.WHEN).next(grammar.terminals.word(Keyword.BE))
                .map(word -> true);
        Parser<Inquiry> extreme = opening.next(grammar.extremes.phrase()).where(found -> found.by().dated())
                .then(found -> done(found.of(), new Extreme(found.of(), found.by(), found.rank(),
                        List.of(found.by()))));
        Parser<Inquiry> rows = opening.next(grammar.entities.phrase())
                .then(found -> dates(found).then(date -> done(found, new Listing(found, List.of(date)))));
        return Parser.any(extreme, rows);
    }

    private Parser<Inquiry> done(Selection rows, Inquiry inquiry) {
        return Parser.any(Parser.empty(true), grammar.verbPhrases.done(rows)).map(verb -> inquiry);
    }

    /** "Are there any customers without orders", "do we have orders over 100". */
    private Parser<Inquiry> existence() {
        Parser<Keyword> opening = Parser.any(
                grammar.terminals.word(Keyword.BE).next(grammar.terminals.word(Keyword.THERE)),
                grammar.terminals.word(Keyword.STORED));
        return opening.next(grammar.entities.phrase()).map(Presence::new);
    }

    /** "Does Bob have any orders", "did Alice order anything in 2024", "is Bob from the USA". */
    private Parser<Inquiry> presence() {
        Parser<Selection> doing = auxiliary.next(grammar.entities.subject())
                .then(grammar.verbPhrases::withoutAuxiliary);
        Parser<Selection> being = grammar.terminals.word(Keyword.BE).next(grammar.entities.subject())
                .then(subject -> Parser.any(grammar.modifiers.prepositional(subject),
                        grammar.verbPhrases.participle(subject)));
        return Parser.any(doing, being).then(this::asObjects);
    }

    /** Whether Bob has orders is better told by his orders than by Bob. */
    private Parser<Inquiry> asObjects(Selection subject) {
        boolean oneName = subject.conditions().size() == 2 && subject.conditions().getFirst() instanceof Compared;
        if (oneName && subject.conditions().getLast() instanceof Related(var objects, var exists) && exists) {
            Selection named = new Selection(subject.table(), subject.conditions().subList(0, 1));
            return grammar.links.related(objects, named, true).<Inquiry>map(Presence::new).costing(-1);
        }
        return Parser.empty(new Presence(subject));
    }
}
