package io.askwell.interpreter.token;

import io.askwell.interpreter.lexicon.Meaning.ProperName;
import io.askwell.interpreter.lexicon.Meaning.Stored;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what looks like a name but is not stored: runs of capitalised words, and words in double quotes. */
final class ProperNames {
    private static final Pattern QUOTED = Pattern.compile("[\"\u201c]([^\"\u201c\u201d]{1,100})[\"\u201d]");
    /** What may stand within a name: blanks, the hyphen, the apostrophe, the dot of an initial. */
    private static final Pattern WITHIN = Pattern.compile("\\s+|-|['\u2019]|\\.\\s*");

    private ProperNames() {}

    /** @param tagged what else the words can mean; a word of the lexicon begins no name */
    static List<Tagged> in(String question, List<Token> tokens, List<Tagged> tagged) {
        List<Tagged> found = new ArrayList<>();
        BitSet explained = explained(tagged);
        for (int start = 0; start < tokens.size();) {
            int end = start;
            while (end < tokens.size() && tokens.get(end).capitalised() && !explained.get(end)
                    && (end == start || WITHIN.matcher(tokens.get(end).gap()).matches())) {
                end++;
            }
            if (start == 0 && end > 1 && begins(tagged, 1) && !begins(tagged, 0)) {
                start = 1;
            }
            boolean calendar = end == start + 1 && CalendarPhrases.isName(tokens.get(start).lower());
            if (end > start && !calendar) {
                add(found, tokens, tagged, start, end);
            }
            start = Math.max(end, start + 1);
        }
        addQuoted(question, tokens, tagged, found);
        return found;
    }

    /** A question begins with a capital anyway: "Delete Alice's orders" speaks of Alice. */
    private static boolean begins(List<Tagged> tagged, int at) {
        return tagged.stream().anyMatch(item -> item.start() == at && item.meaning() instanceof Stored);
    }

    private static void addQuoted(String question, List<Token> tokens, List<Tagged> tagged, List<Tagged> found) {
        Matcher quoted = QUOTED.matcher(question);
        while (quoted.find()) {
            int start = indexAt(tokens, quoted.start(1));
            int end = indexAt(tokens, quoted.end(1));
            if (end > start) {
                add(found, tokens, tagged, start, end);
            }
        }
    }

    private static void add(List<Tagged> found, List<Token> tokens, List<Tagged> tagged, int start, int end) {
        boolean stored = tagged.stream().anyMatch(item -> item.start() == start && item.end() == end
                && item.meaning() instanceof Stored);
        if (!stored) {
            found.add(new Tagged(new ProperName(text(tokens, start, end)), start, end));
        }
    }

    private static BitSet explained(List<Tagged> tagged) {
        BitSet explained = new BitSet();
        for (Tagged item : tagged) {
            if (!(item.meaning() instanceof Stored)) {
                explained.set(item.start(), item.end());
            }
        }
        return explained;
    }

    private static String text(List<Token> tokens, int start, int end) {
        StringBuilder text = new StringBuilder(tokens.get(start).text());
        for (Token token : tokens.subList(start + 1, end)) {
            text.append(token.gap().isBlank() ? " " : token.gap()).append(token.text());
        }
        return text.toString();
    }

    private static int indexAt(List<Token> tokens, int offset) {
        return (int) tokens.stream().filter(token -> token.start() < offset).count();
    }
}
