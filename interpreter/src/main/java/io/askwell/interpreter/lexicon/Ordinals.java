package io.askwell.interpreter.lexicon;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words for a place in an order: "second", "3rd". */
public final class Ordinals {
    private static final List<String> WORDS = List.of("first", "second", "third", "fourth", "fifth", "sixth", "seventh",
            "eighth", "ninth", "tenth");
    private static final Pattern DIGITS = Pattern.compile("([1-9][0-9]{0,2})(st|nd|rd|th)");

    private Ordinals() {}

    /** The place that a lower-case word says, from 1 on. */
    public static OptionalInt place(String word) {
        int spelled = WORDS.indexOf(word) + 1;
        Matcher digits = DIGITS.matcher(word);
        if (spelled > 0) {
            return OptionalInt.of(spelled);
        }
        return digits.matches() ? OptionalInt.of(Integer.parseInt(digits.group(1))) : OptionalInt.empty();
    }

    /** The word for a place, from 1 on. */
    public static String word(int place) {
        return place <= WORDS.size() ? WORDS.get(place - 1) : place + ending(place);
    }

    private static String ending(int place) {
        if (place / 10 % 10 == 1) {
            return "th";
        }
        return switch (place % 10) {
            case 1 -> "st";
            case 2 -> "nd";
            case 3 -> "rd";
            default -> "th";
        };
    }
}
