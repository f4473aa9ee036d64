package io.askwell.persistence.agent;

import io.askwell.domain.agent.Question;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What of a question may be a stored value.
 *
 * @param words in lower case, split as the database splits values
 * @param phrases runs of up to {@value #MAX_PHRASE} words as they were written
 */
record QuestionWords(Set<String> words, Set<String> phrases) {
    private static final int MAX_PHRASE = 4;
    private static final int MAX_WORDS = 200;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    static QuestionWords of(Question question) {
        record Span(int start, int end) {}
        String text = question.text();
        List<Span> spans = WORD.matcher(text).results().limit(MAX_WORDS)
                .map(match -> new Span(match.start(), match.end())).toList();
        var words = new LinkedHashSet<String>();
        var phrases = new LinkedHashSet<String>();
        for (int first = 0; first < spans.size(); first++) {
            words.add(text.substring(spans.get(first).start(), spans.get(first).end()).toLowerCase(Locale.ROOT));
            for (int last = first; last < Math.min(spans.size(), first + MAX_PHRASE); last++) {
                phrases.add(text.substring(spans.get(first).start(), spans.get(last).end()));
            }
        }
        return new QuestionWords(words, phrases);
    }

    boolean sharesAWordWith(String value) {
        return WORD.matcher(value).results().map(word -> word.group().toLowerCase(Locale.ROOT))
                .anyMatch(words::contains);
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    String[] wordArray() {
        return words.toArray(String[]::new);
    }

    String[] phraseArray() {
        return phrases.toArray(String[]::new);
    }
}
