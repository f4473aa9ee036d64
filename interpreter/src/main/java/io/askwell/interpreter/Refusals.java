package io.askwell.interpreter;

import io.askwell.domain.agent.Interpretation.Declined;
import io.askwell.domain.agent.Schema;
import io.askwell.interpreter.Dialogue.Gap;
import io.askwell.interpreter.Dialogue.Gap.LostThread;
import io.askwell.interpreter.Dialogue.Gap.NoSlot;
import io.askwell.interpreter.Dialogue.Gap.NothingBefore;
import io.askwell.interpreter.lexicon.Keyword;
import io.askwell.interpreter.lexicon.Lexicon;
import io.askwell.interpreter.lexicon.NearWords;
import io.askwell.interpreter.logic.Inquiry;
import io.askwell.interpreter.reading.Readings;
import io.askwell.interpreter.token.TaggedQuestion;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says why a question is declined, and what might be meant. */
final class Refusals {
    static final int MOST_WORDS = 60;
    private static final int MOST_NAMED = 5;
    private static final int LONGEST_WORD = 40;
    private static final int SHORTEST_NEAR = 7;

    private final TaggedQuestion question;
    private final Lexicon lexicon;
    private final Schema schema;

    /** @param schema whose sampled values may be meant by a word, as well as what the lexicon knows */
    Refusals(TaggedQuestion question, Lexicon lexicon, Schema schema) {
        this.question = question;
        this.lexicon = lexicon;
        this.schema = schema;
    }

    boolean tooLong() {
        return question.size() > MOST_WORDS;
    }

    /** Why a question is declined that holds a word which nothing can be made of. */
    Declined declineUnknown() {
        return new Declined(unknown(question.unknownWords()));
    }

    Declined decline() {
        return new Declined("That question has %d words; I read at most %d. Please ask it more briefly."
                .formatted(question.size(), MOST_WORDS));
    }

    /** @param says how an inquiry would be understood */
    Declined decline(Readings readings, Function<Inquiry, String> says) {
        List<String> unknown = question.unknownWords();
        if (!unknown.isEmpty()) {
            return new Declined(unknown(unknown));
        }
        if (question.size() == 0) {
            return new Declined("I see no question in that.");
        }
        if (readings.exhausted()) {
            return new Declined("That question is too entangled for me. Please ask it more simply.");
        }
        if (!readings.doubtful().isEmpty()) {
            return new Declined(
                    "I could take that so: \"%s\" But it leaves open what is meant. Please say it more exactly."
                            .formatted(says.apply(readings.doubtful().getFirst().inquiry())));
        }
        return new Declined(readings.furthest() < question.size()
                ? "I know the words, but lost the thread at \"%s\". Please put it differently."
                        .formatted(question.tokens().get(readings.furthest()).text())
                : "I know the words, but not what they ask for together, up to \"%s\". Please put it differently."
                        .formatted(question.tokens().getLast().text()));
    }

    /** @param says how the inquiry before was understood */
    Declined decline(Gap gap, Function<Inquiry, String> says) {
        return new Declined(switch (gap) {
            case NothingBefore() ->
                "That seems to go on with an earlier question, and I know of none. Questions with the"
                        + " same conversationId follow each other.";
            case LostThread() -> "That seems to go on with the question before, but I cannot tell what that was about."
                    + " Please ask the whole question.";
            case NoSlot(var before) -> "I am not sure what to replace by that in: " + says.apply(before)
                    + " Please ask the whole question.";
        });
    }

    private static String quoted(String word) {
        return '"' + (word.length() > LONGEST_WORD ? word.substring(0, LONGEST_WORD) + "..." : word) + '"';
    }

    /** Of stored names, those with a word that is near come last. */
    private static List<String> near(String word, List<String> known) {
        List<String> near = NearWords.to(word, Stream.concat(known.stream(), structureWords(word)).toList());
        return near.isEmpty() ? NearWords.toWordOf(word, known) : near;
    }

    /** Long ones that begin alike: they are told from words that the data may have. */
    private static Stream<String> structureWords(String near) {
        return Stream.of(Keyword.values()).flatMap(keyword -> keyword.phrases().stream())
                .filter(phrase -> phrase.length() >= SHORTEST_NEAR && phrase.indexOf(' ') < 0
                        && phrase.charAt(0) == Character.toLowerCase(near.charAt(0)));
    }

    private String unknown(List<String> words) {
        if (words.size() == 1 && TaggedQuestion.recurs(words.getFirst())) {
            return "I do not know which %s is meant. Please say the year, or the date."
                    .formatted(quoted(words.getFirst()));
        }
        String named = words.stream().limit(MOST_NAMED).map(Refusals::quoted)
                .collect(Collectors.joining(", "));
        Stream<String> values = schema.tables().stream().flatMap(table -> table.columns().stream())
                .flatMap(column -> column.values().stream());
        List<String> known = Stream.concat(lexicon.contentWords().stream(), values).toList();
        List<String> near = new ArrayList<>();
        words.stream().limit(MOST_NAMED).forEach(word -> near(word, known).stream()
                .map(found -> '"' + found + '"').filter(found -> !near.contains(found)).forEach(near::add));
        String hint = near.isEmpty() ? "" : " Did you mean " + String.join(" or ", near) + "?";
        return "I do not understand " + named + " here." + hint;
    }
}
