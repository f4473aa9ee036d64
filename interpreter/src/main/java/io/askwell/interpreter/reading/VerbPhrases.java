package io.askwell.interpreter.reading;

import io.askwell.interpreter.lexicon.Keyword;
import io.askwell.interpreter.lexicon.Meaning.Acts;
import io.askwell.interpreter.lexicon.Meaning.Yields;
import io.askwell.interpreter.logic.Comparison;
import io.askwell.interpreter.logic.Comparison.Operator;
import io.askwell.interpreter.logic.Comparison.Than;
import io.askwell.interpreter.logic.Condition.Measured;
import io.askwell.interpreter.logic.Measure.Count;
import io.askwell.interpreter.logic.Measure.Fold;
import io.askwell.interpreter.logic.Selection;
import java.math.BigDecimal;

/** What a noun does or is: "live in Wonderland", "have not placed any order", "spent over 200", "are from the USA". */
final class VerbPhrases {
    private final Grammar grammar;

    VerbPhrases(Grammar grammar) {
        this.grammar = grammar;
    }

    /** The noun, narrowed by one or more verb phrases. */
    Parser<Selection> on(Selection head) {
        Parser<Boolean> and = grammar.terminals.joint(Keyword.AND).before(grammar.terminals.words(Keyword.THAT));
        return single(head).then(first -> grammar.effort.chain(first, so -> and.next(single(so))));
    }

    /** One verb phrase with its auxiliaries. */
    Parser<Selection> single(Selection head) {
        return Parser.lazy(() -> any(head));
    }

    private Parser<Selection> any(Selection head) {
        Parser<Boolean> auxiliary = grammar.terminals.words(Keyword.DO, Keyword.HAVE, Keyword.BE);
        Parser<Boolean> positive = auxiliary.next(grammar.terminals.words(Keyword.NOT)).map(not -> !not)
                .before(auxiliary);
        return Parser.any(
                positive.then(holds -> Parser.any(acts(head, holds), yields(head, holds), relates(head, holds),
                        grammar.modifiers.graded(head).where(all -> holds))),
                has(head),
                is(head), passive(head));
    }

    /** A verb phrase whose auxiliary stood elsewhere, as in "did Alice order anything". */
    Parser<Selection> withoutAuxiliary(Selection head) {
        Parser<Boolean> positive = grammar.terminals.words(Keyword.NOT).map(not -> !not);
        return positive.then(holds -> Parser.any(acts(head, holds), yields(head, holds),
                grammar.terminals.words(Keyword.HAVE).next(grammar.objects.of(head, holds))));
    }

    /** "placed by Alice", "living in Wonderland", right behind the noun. */
    Parser<Selection> participle(Selection head) {
        return Parser.any(acts(head, true), done(head).then(verb -> grammar.modifiers.single(head)));
    }

    /** "teach a course", "work in Paris", "never attended a course". */
    private Parser<Selection> relates(Selection head, boolean holds) {
        Parser<Boolean> preposition = grammar.terminals.words(Keyword.IN, Keyword.AT, Keyword.ON, Keyword.FOR,
                Keyword.BY,
                Keyword.FROM, Keyword.TO, Keyword.OF, Keyword.WITH);
        Parser<Selection> objects = Parser.any(grammar.objects.rows(head, holds), grammar.objects.counted(head, holds));
        Parser<Selection> values = holds ? grammar.modifiers.prepositional(head) : Parser.none();
        return grammar.modifiers.relates().next(Parser.any(preposition.next(objects), values,
                holds ? grammar.modifiers.time(head) : Parser.none()));
    }

    /** A verb whose object belongs to the noun: "placed orders", "live in Wonderland", "never ordered". */
    private Parser<Selection> acts(Selection head, boolean holds) {
        return verbOf(head).then(verb -> {
            Selection object = Selection.all(verb.object());
            Parser<Selection> some = grammar.terminals.words(Keyword.ANYTHING).next(grammar.modifiers.on(object))
                    .then(rows -> grammar.links.related(head, rows, holds));
            Parser<Selection> nothing = grammar.terminals.word(Keyword.NOTHING).next(grammar.modifiers.on(object))
                    .then(rows -> holds ? grammar.links.related(head, rows, false) : Parser.none());
            Parser<Selection> often = grammar.comparisons.times().then(times -> grammar.modifiers.on(object)
                    .then(rows -> grammar.links.measured(head, new Measured(new Count(rows), times, holds))));
            Parser<Selection> again = holds ? some.then(so -> atOtherTimes(so, object)) : Parser.none();
            return Parser.any(often, again, grammar.objects.rows(head, object, holds),
                    grammar.objects.counted(head, object, holds),
                    some, nothing);
        });
    }

    /** "ordered in 2023 but not in 2024", "ordered in May 2024 and in June 2024". */
    private Parser<Selection> atOtherTimes(Selection head, Selection object) {
        return grammar.terminals.word(Keyword.AND).next(grammar.terminals.words(Keyword.NOT))
                .then(not -> grammar.modifiers.time(object)
                        .then(rows -> grammar.links.related(head, rows, !not)));
    }

    Parser<Acts> verbOf(Selection head) {
        return grammar.terminals.meaning(Acts.class).where(verb -> !head.of(verb.object())
                && verb.subject().map(head::of).orElse(true) && grammar.links.linked(head.table(), verb.object()));
    }

    /** "spent over 200", "spent nothing". */
    private Parser<Selection> yields(Selection head, boolean holds) {
        Comparison nothing = new Than(Operator.EXACTLY, BigDecimal.ZERO);
        Comparison anything = new Than(Operator.MORE, BigDecimal.ZERO);
        Parser<Comparison> howMuch = Parser.any(grammar.comparisons.comparison(), grammar.comparisons.exactly(),
                grammar.terminals.word(Keyword.NOTHING).map(word -> nothing),
                grammar.terminals.word(Keyword.ANYTHING, Keyword.MONEY).map(word -> anything))
                .before(grammar.terminals.words(Keyword.TOTAL));
        return grammar.terminals.meaning(Yields.class).where(verb -> !head.of(verb.attribute().table()))
                .then(verb -> grammar.terminals.words(Keyword.TOTAL).next(howMuch).then(comparison -> grammar.modifiers
                        .on(Selection.all(verb.attribute().table()))
                        .then(rows -> grammar.links.measured(head, new Measured(
                                new Fold(verb.how(), verb.attribute(), rows), comparison, holds)))));
    }

    /** "has no orders", "do not have an email". */
    private Parser<Selection> has(Selection head) {
        Parser<Boolean> positive = grammar.terminals.words(Keyword.DO).next(grammar.terminals.words(Keyword.NOT))
                .map(not -> !not);
        return Parser.any(
                positive.before(grammar.terminals.word(Keyword.HAVE))
                        .then(holds -> grammar.objects.of(head, holds)),
                grammar.terminals.word(Keyword.HAVE).next(grammar.terminals.word(Keyword.NOT))
                        .next(grammar.objects.of(head, false)));
    }

    /** "are from the USA", "is not in Wonderland", "was in 2024". */
    private Parser<Selection> is(Selection head) {
        return grammar.terminals.word(Keyword.BE).next(grammar.modifiers.single(head));
    }

    /** "were placed by Alice", "were made in 2024", "were placed". */
    private Parser<Selection> passive(Selection head) {
        Parser<Boolean> auxiliary = grammar.terminals.words(Keyword.HAVE, Keyword.BE);
        return auxiliary.where(seen -> seen).next(done(head)).next(grammar.modifiers.on(head));
    }

    /** A verb that says what was done to the noun: it adds nothing, for every row was. */
    Parser<Boolean> done(Selection head) {
        Parser<Boolean> acted = grammar.terminals.meaning(Acts.class).where(verb -> head.of(verb.object()))
                .map(verb -> true);
        Parser<Boolean> yielded = grammar.terminals.meaning(Yields.class)
                .where(verb -> head.of(verb.attribute().table())).map(verb -> true);
        return Parser.any(acted, yielded);
    }
}
