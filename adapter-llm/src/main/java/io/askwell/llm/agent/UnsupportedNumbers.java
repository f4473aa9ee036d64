package io.askwell.llm.agent;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the numbers of an answer that nothing supports: they stand neither in the rows nor in the question nor in the SQL,
 * however they are formatted, nor are they rounded from one that does, nor a count of the rows, nor the place of one.
 */
final class UnsupportedNumbers {
    private static final int MOST = 20;
    /** Digits with separators among them; not those of a word such as Q3. */
    private static final Pattern NUMBER = Pattern
            .compile("(?<![\\p{L}\\p{N}_])\\d+(?:[.,'’\\u00a0\\u202f]\\d+)*(?![\\p{L}_]*\\d)");
    private static final Pattern ANY_DIGITS = Pattern.compile("\\d+(?:[.,]\\d+)*");
    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(?:\\D\\d{3})+");
    private static final Pattern PERCENT = Pattern.compile("\\s?(?:%|percent\\b|per cent\\b).*", Pattern.DOTALL);
    private static final Pattern ORDINAL = Pattern.compile("(?:st|nd|rd|th)\\b.*", Pattern.DOTALL);
    private static final Pattern MARKER = Pattern.compile("[.)]\\s.*", Pattern.DOTALL);
    private static final Pattern UNIT = Pattern.compile("\\s?(k|thousand|m|million|mn|bn|billion)\\b.*",
            Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final Map<String, Integer> POWERS = Map.of("k", 3, "thousand", 3, "m", 6, "mn", 6, "million", 6,
            "bn", 9, "billion", 9);
    private final Set<BigDecimal> values = new HashSet<>();
    private final Set<String> texts = new HashSet<>();
    private final int rows;

    private UnsupportedNumbers(Facts facts) {
        rows = facts.rows().size();
        values.add(BigDecimal.valueOf(rows));
        learn(facts.question());
        learn(facts.sql());
        facts.rows().columns().forEach(this::learn);
        facts.rows().values().forEach(row -> row.forEach(cell -> {
            if (cell != null) {
                learn(cell instanceof BigDecimal number ? number.toPlainString() : cell.toString());
            }
        }));
    }

    /** As the answer writes them, each once, at most {@value #MOST}. */
    static List<String> in(String answer, Facts facts) {
        var support = new UnsupportedNumbers(facts);
        return NUMBER.matcher(answer).results().filter(match -> !support.supports(match, answer))
                .map(MatchResult::group).distinct().limit(MOST).toList();
    }

    /** What is no number with its separators, such as 01.05.2024, or may be a list of them, supports each part. */
    private void learn(String text) {
        ANY_DIGITS.matcher(text).results().map(MatchResult::group).forEach(digits -> {
            texts.add(digits);
            List<BigDecimal> readings = readings(digits);
            readings.forEach(reading -> values.add(normal(reading)));
            if (readings.isEmpty() || (digits.indexOf(',') > 0 && !GROUPED.matcher(digits).matches())) {
                parts(digits).forEach(values::add);
            }
        });
    }

    private boolean supports(MatchResult match, String answer) {
        String written = match.group();
        String after = answer.substring(match.end(), Math.min(answer.length(), match.end() + 20));
        List<BigDecimal> readings = readings(written);
        return texts.contains(written) || isPlace(match, answer, after)
                || readings.stream().anyMatch(reading -> supports(reading, after))
                || (readings.isEmpty() && parts(written).allMatch(values::contains));
    }

    /** The number of an item in a list, or an ordinal: places that the rows have. */
    private boolean isPlace(MatchResult match, String answer, String after) {
        boolean beginsLine = answer.substring(answer.lastIndexOf('\n', match.start()) + 1, match.start()).isBlank();
        if (!ORDINAL.matcher(after).matches() && !(beginsLine && MARKER.matcher(after).matches())) {
            return false;
        }
        return readings(match.group()).stream()
                .anyMatch(place -> place.signum() > 0 && place.compareTo(BigDecimal.valueOf(rows)) <= 0);
    }

    private boolean supports(BigDecimal reading, String after) {
        if (PERCENT.matcher(after).matches() && isRoundedFrom(reading, 2)) {
            return true;
        }
        var unit = UNIT.matcher(after);
        return isRoundedFrom(reading, 0)
                || (unit.matches()
                        && isRoundedFrom(reading, -POWERS.getOrDefault(unit.group(1).toLowerCase(Locale.ROOT), 0)));
    }

    /** @param shift the power of ten by which a value was multiplied before it was rounded */
    private boolean isRoundedFrom(BigDecimal reading, int shift) {
        return values.contains(normal(reading)) || values.stream().anyMatch(value -> value.scaleByPowerOfTen(shift)
                .setScale(Math.max(0, reading.scale()), RoundingMode.HALF_UP).compareTo(reading) == 0);
    }

    /** What digits and separators may stand for: 1,234 is one thousand and some, or one and some. */
    private static List<BigDecimal> readings(String written) {
        var readings = new ArrayList<BigDecimal>();
        int last = Math.max(written.lastIndexOf('.'), written.lastIndexOf(','));
        String whole = written.replaceAll("\\D", "");
        if (last < 0 || GROUPED.matcher(written).matches()) {
            readings.add(new BigDecimal(whole));
        }
        if (last >= 0) {
            String before = written.substring(0, last);
            boolean isNumber = before.chars().allMatch(Character::isDigit)
                    || (GROUPED.matcher(before).matches() && before.indexOf(written.charAt(last)) < 0);
            if (isNumber) {
                readings.add(new BigDecimal(before.replaceAll("\\D", "") + "." + written.substring(last + 1)));
            }
        }
        return readings;
    }

    private static Stream<BigDecimal> parts(String digits) {
        return Stream.of(digits.split("\\D")).map(part -> normal(new BigDecimal(part)));
    }

    private static BigDecimal normal(BigDecimal number) {
        return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    }
}
