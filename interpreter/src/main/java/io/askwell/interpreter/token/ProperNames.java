package io.askwell.interpreter.token;

import io.askwell.interpreter.lexicon.Keyword;
import io.askwell.interpreter.lexicon.Meaning.ProperName;
import io.askwell.interpreter.lexicon.Meaning.Stored;
import io.askwell.interpreter.lexicon.Meaning.Structure;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what looks like a name but is not stored: runs of capitalised words, and words in quotes. */
final class ProperNames {
    private static final Pattern QUOTED = Pattern.compile("[\"\u201c](?<double>[^\"\u201c\u201d]{1,100})[\"\u201d]"
            + "|(?<![\\p{L}\\p{N}])['\u2018](?<single>[^'\u2018\u2019]{1,100})['\u2019](?![\\p{L}\\p{N}])");
    private static final Pattern QUOTE = Pattern.compile("[\"'\u201c\u201d\u2018\u2019]");
    private static final Pattern BLANK = Pattern.compile("\\s");
    private static final Set<Keyword> SPELLING = Set.of(Keyword.CONTAINING, Keyword.STARTING, Keyword.ENDING);
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
                add(found, tagged, new Tagged(new ProperName(text(tokens, start, end)), start, end));
            }
            start = Math.max(end, start + 1);
        }
        List<Tagged> quoted = quoted(question, tokens);
        quoted.forEach(name -> add(found, tagged, name));
        addSpelled(tokens, tagged, quoted, found);
        return found;
    }

    /** A question begins with a capital anyway: "Delete Alice's orders" speaks of Alice. */
    private static boolean begins(List<Tagged> tagged, int at) {
        return tagged.stream().anyMatch(item -> item.start() == at && item.meaning() instanceof Stored);
    }

    private static List<Tagged> quoted(String question, List<Token> tokens) {
        List<Tagged> names = new ArrayList<>();
        Matcher quoted = QUOTED.matcher(question);
        while (quoted.find()) {
            String group = quoted.group("double") == null ? "single" : "double";
            int start = indexAt(tokens, quoted.start(group));
            int end = indexAt(tokens, quoted.end(group));
            if (end > start) {
                names.add(new Tagged(new ProperName(quoted.group(group).strip()), start, end));
            }
        }
        return names;
    }

    /** "ends with example.com": what stands there is letters, whatever else they mean. */
    private static void addSpelled(List<Token> tokens, List<Tagged> tagged, List<Tagged> quoted, List<Tagged> found) {
        for (Tagged item : tagged) {
            if (item.meaning() instanceof Structure(var keyword) && SPELLING.contains(keyword)) {
                quoted.stream().filter(name -> name.start() == item.end()).findFirst()
                        .or(() -> withoutBlanks(tokens, item.end())).filter(name -> !found.contains(name))
                        .ifPresent(found::add);
            }
        }
    }

    private static Optional<Tagged> withoutBlanks(List<Token> tokens, int start) {
        int end = start;
        while (end < tokens.size() && (end == start || isWithinText(tokens.get(end).gap()))) {
            end++;
        }
        // "Contains the phrase 'Inc'": a word before what is in quotes is none of the letters.
        boolean beforeQuote = end < tokens.size() && QUOTE.matcher(tokens.get(end).gap()).find();
        return end == start || beforeQuote
                ? Optional.empty()
                : Optional.of(new Tagged(new ProperName(text(tokens, start, end)), start, end));
    }

    private static boolean isWithinText(String gap) {
        return !gap.isEmpty() && !BLANK.matcher(gap).find() && !QUOTE.matcher(gap).find();
    }

    private static void add(List<Tagged> found, List<Tagged> tagged, Tagged name) {
        if (tagged.stream().noneMatch(item -> item.start() == name.start() && item.end() == name.end()
                && item.meaning() instanceof Stored)) {
            found.add(name);
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
