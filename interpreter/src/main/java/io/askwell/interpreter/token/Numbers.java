package io.askwell.interpreter.token;

import io.askwell.interpreter.lexicon.Meaning.InPlace;
import io.askwell.interpreter.lexicon.Meaning.Quantity;
import io.askwell.interpreter.lexicon.Ordinals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Numbers in digits, such as 1,000 or 99.99, the small ones in words, and places such as "third". */
final class Numbers {
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,15}");
    private static final Map<String, Integer> WORDS = Map.ofEntries(Map.entry("one", 1), Map.entry("two", 2),
            Map.entry("three", 3), Map.entry("four", 4), Map.entry("five", 5), Map.entry("six", 6),
            Map.entry("seven", 7), Map.entry("eight", 8), Map.entry("nine", 9), Map.entry("ten", 10),
            Map.entry("eleven", 11), Map.entry("twelve", 12), Map.entry("twenty", 20), Map.entry("fifty", 50),
            Map.entry("hundred", 100));

    private Numbers() {}

    static List<Tagged> in(List<Token> tokens) {
        List<Tagged> found = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            int at = i;
            // "First" is the end of an order, and not a place of its own.
            Ordinals.place(tokens.get(i).lower()).stream().filter(place -> place > 1)
                    .forEach(place -> found.add(new Tagged(new InPlace(place), at, at + 1)));
            Integer small = WORDS.get(tokens.get(i).lower());
            if (small != null) {
                found.add(new Tagged(new Quantity(BigDecimal.valueOf(small)), i, i + 1));
            } else if (isDigits(tokens, i) && !continuesNumber(tokens, i)) {
                found.add(digitsAt(tokens, i));
            }
        }
        return found;
    }

    private static Tagged digitsAt(List<Token> tokens, int start) {
        StringBuilder number = new StringBuilder(isNegative(tokens, start) ? "-" : "");
        number.append(tokens.get(start).text());
        int end = start + 1;
        while (joined(tokens, end, ",") && tokens.get(end).text().length() == 3) {
            number.append(tokens.get(end++).text());
        }
        if (joined(tokens, end, ".")) {
            number.append('.').append(tokens.get(end++).text());
        }
        return new Tagged(new Quantity(new BigDecimal(number.toString())), start, end);
    }

    private static boolean isNegative(List<Token> tokens, int at) {
        String gap = tokens.get(at).gap();
        return gap.equals("-") ? at == 0 : gap.endsWith(" -");
    }

    private static boolean continuesNumber(List<Token> tokens, int at) {
        boolean decimals = joined(tokens, at, ".");
        boolean thousands = joined(tokens, at, ",") && tokens.get(at).text().length() == 3;
        return (decimals || thousands) && isDigits(tokens, at - 1);
    }

    private static boolean joined(List<Token> tokens, int at, String separator) {
        return isDigits(tokens, at) && at > 0 && tokens.get(at).gap().equals(separator);
    }

    private static boolean isDigits(List<Token> tokens, int at) {
        return at >= 0 && at < tokens.size() && DIGITS.matcher(tokens.get(at).text()).matches();
    }
}
