package io.askwell.interpreter.token;

import io.askwell.interpreter.lexicon.Inflection;
import io.askwell.interpreter.lexicon.Lexicon;
import io.askwell.interpreter.lexicon.Meaning.NamesTable;
import io.askwell.interpreter.lexicon.Meaning.Stored;
import io.askwell.interpreter.lexicon.Meaning.Structure;
import io.askwell.interpreter.lexicon.Words;
import io.askwell.interpreter.logic.Attribute;
import io.askwell.interpreter.logic.SchemaGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds words that say yes to a column which stores yes or no: "heated" for `heated`, "moderators" for `is_moderator`. */
final class Flags {
    private static final Set<String> VERBS = Set.of("is", "are", "was", "has", "can");
    private static final Set<String> KINDS = Set.of("flag", "yn", "ind", "indicator");

    private final Lexicon lexicon;
    private final List<Flag> flags;

    /**
     * @param words what is so, without the verb: "moderator"
     * @param yes how it is stored that it is so
     */
    private record Flag(Attribute attribute, List<String> words, String yes) {}

    Flags(Lexicon lexicon, SchemaGraph graph) {
        this.lexicon = lexicon;
        this.flags = graph.tables().stream().flatMap(table -> graph.attributesOf(table).stream())
                .filter(attribute -> !graph.isKey(attribute))
                .flatMap(attribute -> attribute.yes().map(yes -> new Flag(attribute, words(attribute), yes)).stream())
                .filter(flag -> !flag.words().isEmpty()).toList();
    }

    private static List<String> words(Attribute attribute) {
        List<String> words = new ArrayList<>(Words.ofName(attribute.column().name()));
        if (VERBS.contains(words.getFirst())) {
            words.removeFirst();
        }
        if (!words.isEmpty() && KINDS.contains(words.getLast())) {
            words.removeLast();
        }
        return List.copyOf(words);
    }

    List<Tagged> in(List<Token> tokens) {
        List<String> words = tokens.stream().map(Token::lower).toList();
        List<Tagged> found = new ArrayList<>();
        for (Flag flag : flags) {
            int length = flag.words().size();
            for (int start = 0; start + length <= words.size(); start++) {
                if (isSaid(flag, words.subList(start, start + length)) && isFree(words, start, length)) {
                    found.add(new Tagged(new Stored(flag.attribute(), List.of(flag.yes()), true), start,
                            start + length));
                }
            }
        }
        return found;
    }

    private static boolean isSaid(Flag flag, List<String> words) {
        int last = words.size() - 1;
        return words.subList(0, last).equals(flag.words().subList(0, last))
                && (words.get(last).equals(flag.words().get(last))
                        || Inflection.singular(words.get(last)).equals(flag.words().get(last)));
    }

    /** A word of structure, or a noun for rows, says something else. */
    private boolean isFree(List<String> words, int start, int length) {
        return lexicon.at(words, start).stream().filter(entry -> entry.length() == length)
                .noneMatch(entry -> entry.meaning() instanceof Structure || entry.meaning() instanceof NamesTable);
    }
}
