package io.askwell.interpreter.reading;

import io.askwell.interpreter.lexicon.Keyword;
import io.askwell.interpreter.lexicon.Words;
import io.askwell.interpreter.logic.Attribute;
import io.askwell.interpreter.logic.Condition.Compared;
import io.askwell.interpreter.logic.Selection;
import io.askwell.interpreter.logic.Test.Compares;
import java.util.List;

/** How old something is: "18 years old", "at least 25 years old". */
final class Ages {
    private final Grammar grammar;

    Ages(Grammar grammar) {
        this.grammar = grammar;
    }

    /** The noun, narrowed; nothing where not just one column holds ages. */
    Parser<Selection> of(Selection head) {
        List<Attribute> ages = grammar.links.graph().attributesOf(head.table()).stream()
                .filter(attribute -> attribute.numeric() && Words.ofName(attribute.column().name()).contains("age"))
                .toList();
        return ages.size() != 1
                ? Parser.none()
                : grammar.terminals.words(Keyword.BE)
                        .next(Parser.any(grammar.comparisons.comparison(), grammar.comparisons.exactly()))
                        .before(grammar.terminals.word(Keyword.YEARS_OLD)).map(comparison -> head
                                .where(new Compared(ages.getFirst(), new Compares(comparison))));
    }
}
