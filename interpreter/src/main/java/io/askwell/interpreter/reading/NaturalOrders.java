package io.askwell.interpreter.reading;

import io.askwell.interpreter.lexicon.Keyword;
import io.askwell.interpreter.logic.Attribute;
import io.askwell.interpreter.logic.Inquiry;
import io.askwell.interpreter.logic.Inquiry.Listing;
import io.askwell.interpreter.logic.Inquiry.Sort;
import java.util.Optional;

/** Orders that name no column, for what they say fits just one: "alphabetically", "newest first", "largest first". */
final class NaturalOrders {
    private final Grammar grammar;

    NaturalOrders(Grammar grammar) {
        this.grammar = grammar;
    }

    Parser<Inquiry> on(Listing listing) {
        return grammar.terminals.words(Keyword.SORTED).next(grammar.terminals.spelledOut(
                grammar.terminals.word(Keyword.DESCENDING, Keyword.ASCENDING)))
                .keep(said -> by(listing, said.text()).map(attribute -> new Listing(listing.of(), listing.columns(),
                        Optional.of(new Sort(attribute, said.value() == Keyword.DESCENDING)))));
    }

    private Optional<Attribute> by(Listing listing, String order) {
        if (order.contains("alphabet") || order.contains("lexicograph")) {
            return grammar.links.graph().nameOf(listing.of().table());
        }
        return switch (order) {
            case "newest first", "latest first", "oldest first", "earliest first" ->
                grammar.extremes.timeOf(listing.of().table());
            case "largest first", "highest first", "lowest first" ->
                grammar.links.graph().amountOf(listing.of().table());
            default -> Optional.empty();
        };
    }
}
