package io.askwell.llm.agent;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * The way of words to the person who asked, piece by piece: whatever a model or a row put into them, they are only text and
 * tell nothing that is ours alone.
 */
final class Outlet implements Consumer<String> {
    private final OwnInstructions first;
    private final PatternFilter second;
    private final PatternFilter third;

    /** @param key of the model's server */
    Outlet(Optional<String> key, Consumer<String> shown) {
        third = InertText.filter(shown);
        second = Secrets.filter(key, third);
        first = new OwnInstructions(Prompts.RULES, second);
    }

    /** The whole of a text that is at hand. */
    static String of(Optional<String> key, String text) {
        var shown = new StringBuilder();
        var outlet = new Outlet(key, shown::append);
        outlet.accept(text);
        outlet.end();
        return shown.toString();
    }

    @Override
    public void accept(String piece) {
        first.accept(piece);
    }

    /** Nothing more comes: what was held back is shown. */
    void end() {
        first.end();
        second.end();
        third.end();
    }
}
