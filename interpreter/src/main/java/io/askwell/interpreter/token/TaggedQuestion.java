package io.askwell.interpreter.token;

import io.askwell.interpreter.lexicon.Keyword;
import io.askwell.interpreter.lexicon.Meaning;
import io.askwell.interpreter.lexicon.Meaning.Structure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/** A question with everything that its stretches can mean: a lattice for the grammar to walk. */
public final class TaggedQuestion {
    private final List<Token> tokens;
    private final Set<String> namesakes;
    private final List<List<Tagged>> byStart = new ArrayList<>();

    TaggedQuestion(List<Token> tokens, List<Tagged> tagged, Set<String> namesakes) {
        this.namesakes = Set.copyOf(namesakes);
        this.tokens = List.copyOf(tokens);
        for (int i = 0; i <= tokens.size(); i++) {
            byStart.add(new ArrayList<>());
        }
        tagged.forEach(item -> byStart.get(item.start()).add(item));
        // Articles mean nothing: from right to left, what follows one also begins at it.
        for (int i = tokens.size() - 1; i >= 0; i--) {
            for (Tagged item : List.copyOf(byStart.get(i))) {
                if (isArticle(item.meaning())) {
                    byStart.get(i).addAll(byStart.get(item.end()));
                }
            }
        }
    }

    public List<Token> tokens() {
        return tokens;
    }

    /** Tables and keys that its verbs are called after in the schema. */
    public Set<String> namesakes() {
        return namesakes;
    }

    public int size() {
        return tokens.size();
    }

    public List<Tagged> at(int start) {
        return byStart.get(start);
    }

    /** Whether there is nothing but articles from here on. */
    public boolean endsAt(int position) {
        return position == size()
                || byStart.get(position).stream().anyMatch(item -> isArticle(item.meaning()) && endsAt(item.end()));
    }

    /** Whether the first words can play one of these parts. */
    public boolean beginsWith(Keyword... parts) {
        return byStart.getFirst().stream().anyMatch(item -> item.meaning() instanceof Structure structure
                && List.of(parts).contains(structure.keyword()));
    }

    /** Whether a structure word stands anywhere but at the beginning. */
    public boolean goesOnWith(Keyword keyword) {
        return byStart.stream().skip(1).flatMap(List::stream).map(Tagged::meaning)
                .anyMatch(new Structure(keyword)::equals);
    }

    /** Whether one of these words, in lower case, is in it. */
    public boolean mentions(String... words) {
        return tokens.stream().anyMatch(token -> List.of(words).contains(token.lower()));
    }

    /** Whether a word has no meaning at all, not even that of a name: then there is nothing to read. */
    public boolean hasUnreadableWords() {
        boolean[] covered = new boolean[size()];
        byStart.forEach(items -> items.forEach(item -> Arrays.fill(covered, item.start(), item.end(), true)));
        return IntStream.range(0, size()).anyMatch(i -> tokens.get(i).word() && !covered[i]);
    }

    /** Words that no stretch with a meaning covers, as written. */
    public List<String> unknownWords() {
        boolean[] known = new boolean[size()];
        for (List<Tagged> items : byStart) {
            for (Tagged item : items) {
                if (!(item.meaning() instanceof Meaning.ProperName)) {
                    Arrays.fill(known, item.start(), item.end(), true);
                }
            }
        }
        List<String> unknown = new ArrayList<>();
        for (int i = 0; i < size(); i++) {
            if (!known[i] && !unknown.contains(tokens.get(i).text())) {
                unknown.add(tokens.get(i).text());
            }
        }
        return unknown;
    }

    /** Whether a word names a month or a day of the week, of which there are many. */
    public static boolean recurs(String word) {
        return CalendarPhrases.isName(word.toLowerCase(Locale.ROOT));
    }

    private static boolean isArticle(Meaning meaning) {
        return meaning instanceof Structure structure && structure.keyword() == Keyword.ARTICLE;
    }
}
