package io.askwell.interpreter.token;

import io.askwell.interpreter.lexicon.Ordinals;
import io.askwell.interpreter.logic.Period;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The names of days, months and years, absolute or as seen from today, without preposition. */
final class CalendarPhrases {
    private static final Pattern YEAR = Pattern.compile("(19|20|21)[0-9]{2}");
    private static final Pattern DAY = Pattern.compile("([0-9]{1,2})(st|nd|rd|th)?");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,2}");
    private static final Pattern COUNT = Pattern.compile("[0-9]{1,4}");

    private static final Pattern QUARTER = Pattern.compile("q([1-4])");

    private final LocalDate today;

    CalendarPhrases(LocalDate today) {
        this.today = today;
    }

    /**
     * A named stretch of days.
     *
     * @param name without preposition
     * @param end index after its last word
     */
    record Phrase(Period period, String name, int end) {}

    /** The longest phrase that begins at {@code start}. */
    Optional<Phrase> at(List<String> words, int start) {
        if (start >= words.size()) {
            return Optional.empty();
        }
        return isoDate(words, start).or(() -> dayOfMonth(words, start)).or(() -> month(words, start))
                .or(() -> partOfYear(words, start)).or(() -> relative(words, start)).or(() -> year(words, start));
    }

    /** A month without its year: the latest that has begun. */
    Optional<Phrase> monthAlone(List<String> words, int start) {
        return monthNamedAt(words, start).map(month -> {
            int year = today.getMonth().compareTo(month) >= 0 ? today.getYear() : today.getYear() - 1;
            return ofMonth(YearMonth.of(year, month), start + 1);
        });
    }

    /** A month that has the year of another phrase, as in "from May to July 2024". */
    Optional<Phrase> monthBefore(List<String> words, int start, Phrase later) {
        LocalDate from = later.period().from();
        return from == null
                ? Optional.empty()
                : monthNamedAt(words, start).filter(month -> month.compareTo(from.getMonth()) <= 0)
                        .map(month -> ofMonth(YearMonth.of(from.getYear(), month), start + 1));
    }

    private static Optional<Month> monthNamedAt(List<String> words, int start) {
        return start < words.size() ? monthNamed(words.get(start)) : Optional.empty();
    }

    /** "Q2 2024", "second quarter of 2024", "first half of 2024". */
    private static Optional<Phrase> partOfYear(List<String> words, int start) {
        Matcher quarter = QUARTER.matcher(words.get(start));
        int ordinal = Ordinals.place(words.get(start)).orElse(0);
        if (quarter.matches() && matches(YEAR, words, start + 1)) {
            return Optional.of(part(Integer.parseInt(quarter.group(1)), 3, "quarter", words.get(start + 1), start + 2));
        }
        if (ordinal == 0 || start + 2 >= words.size()) {
            return Optional.empty();
        }
        int at = start + (words.get(start + 2).equals("of") ? 3 : 2);
        String unit = words.get(start + 1);
        int months = unit.equals("quarter") && ordinal <= 4 ? 3 : unit.equals("half") && ordinal <= 2 ? 6 : 0;
        return months > 0 && matches(YEAR, words, at)
                ? Optional.of(part(ordinal, months, unit, words.get(at), at + 1))
                : Optional.empty();
    }

    private static Phrase part(int ordinal, int months, String unit, String year, int end) {
        LocalDate from = LocalDate.of(Integer.parseInt(year), (ordinal - 1) * months + 1, 1);
        String name = "the %s %s of %s".formatted(Ordinals.word(ordinal), unit, year);
        return phrase(from, from.plusMonths(months), name, "in", end);
    }

    private Optional<Phrase> isoDate(List<String> words, int start) {
        if (!matches(YEAR, words, start) || !matches(NUMBER, words, start + 1)) {
            return Optional.empty();
        }
        int month = Integer.parseInt(words.get(start + 1));
        if (!matches(NUMBER, words, start + 2)) {
            return month < 1 || month > 12
                    ? Optional.empty()
                    : Optional.of(ofMonth(YearMonth.of(Integer.parseInt(words.get(start)), month), start + 2));
        }
        return day(words.get(start), month, words.get(start + 2), start + 3);
    }

    /** "1 May 2024", "May 1st, 2024". */
    private Optional<Phrase> dayOfMonth(List<String> words, int start) {
        if (!matches(YEAR, words, start + 2)) {
            return Optional.empty();
        }
        Optional<Month> first = monthNamed(words.get(start));
        Optional<Month> second = monthNamed(words.get(start + 1));
        if (first.isPresent() && matches(DAY, words, start + 1)) {
            return day(words.get(start + 2), first.get().getValue(), words.get(start + 1), start + 3);
        }
        if (second.isPresent() && matches(DAY, words, start)) {
            return day(words.get(start + 2), second.get().getValue(), words.get(start), start + 3);
        }
        return Optional.empty();
    }

    private Optional<Phrase> month(List<String> words, int start) {
        return monthNamed(words.get(start)).filter(named -> matches(YEAR, words, start + 1))
                .map(named -> ofMonth(YearMonth.of(Integer.parseInt(words.get(start + 1)), named), start + 2));
    }

    private Optional<Phrase> year(List<String> words, int start) {
        if (!matches(YEAR, words, start)) {
            return Optional.empty();
        }
        LocalDate from = LocalDate.of(Integer.parseInt(words.get(start)), 1, 1);
        return Optional.of(phrase(from, from.plusYears(1), words.get(start), "in", start + 1));
    }

    private Optional<Phrase> relative(List<String> words, int start) {
        String first = words.get(start);
        if (first.equals("today")) {
            return Optional.of(phrase(today, today.plusDays(1), "today (" + today + ")", "", start + 1));
        }
        if (first.equals("yesterday")) {
            LocalDate day = today.minusDays(1);
            return Optional.of(phrase(day, today, "yesterday (" + day + ")", "", start + 1));
        }
        boolean past = first.equals("last") || first.equals("previous") || first.equals("past");
        if (past && matches(COUNT, words, start + 1) && start + 2 < words.size()) {
            return lastFew(Integer.parseInt(words.get(start + 1)), words.get(start + 2), start + 3);
        }
        if ((past || first.equals("this")) && start + 1 < words.size()) {
            return unit(words.get(start + 1)).map(unit -> whole(first, unit, past ? 1 : 0, start + 2));
        }
        return Optional.empty();
    }

    /** The calendar unit in which today lies, or the one before. */
    private Phrase whole(String word, ChronoUnit unit, int back, int end) {
        LocalDate from = startOf(unit, today).minus(back, unit);
        LocalDate until = from.plus(1, unit);
        String label = switch (unit) {
            case YEARS -> String.valueOf(from.getYear());
            case MONTHS -> monthName(YearMonth.from(from));
            default -> from + " to " + until.minusDays(1);
        };
        return phrase(from, until, "%s %s (%s)".formatted(word, singular(unit), label), "", end);
    }

    /** That many units up to and including today. */
    private Optional<Phrase> lastFew(int count, String unitWord, int end) {
        return unit(unitWord).map(unit -> {
            LocalDate from = today.minus(count, unit).plusDays(1);
            return phrase(from, today.plusDays(1), "the last %d %s (since %s)".formatted(count, unitWord, from), "in",
                    end);
        });
    }

    private static LocalDate startOf(ChronoUnit unit, LocalDate day) {
        return switch (unit) {
            case YEARS -> day.withDayOfYear(1);
            case MONTHS -> day.withDayOfMonth(1);
            case WEEKS -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            default -> day;
        };
    }

    private static Optional<ChronoUnit> unit(String word) {
        return switch (word) {
            case "day", "days" -> Optional.of(ChronoUnit.DAYS);
            case "week", "weeks" -> Optional.of(ChronoUnit.WEEKS);
            case "month", "months" -> Optional.of(ChronoUnit.MONTHS);
            case "year", "years" -> Optional.of(ChronoUnit.YEARS);
            default -> Optional.empty();
        };
    }

    private static String singular(ChronoUnit unit) {
        String plural = unit.toString().toLowerCase(Locale.ROOT);
        return plural.substring(0, plural.length() - 1);
    }

    private static Optional<Phrase> day(String year, int month, String dayWord, int end) {
        try {
            LocalDate day = LocalDate.of(Integer.parseInt(year), month,
                    Integer.parseInt(dayWord.replaceAll("\\D", "")));
            return Optional.of(phrase(day, day.plusDays(1), day.toString(), "on", end));
        } catch (DateTimeException noSuchDay) {
            // "2024-02-30" names no day, so it stays unexplained.
            return Optional.empty();
        }
    }

    private static Phrase ofMonth(YearMonth month, int end) {
        return phrase(month.atDay(1), month.plusMonths(1).atDay(1), monthName(month), "in", end);
    }

    private static Phrase phrase(LocalDate from, LocalDate until, String name, String preposition, int end) {
        return new Phrase(new Period(from, until, (preposition + " " + name).strip()), name, end);
    }

    private static String monthName(YearMonth month) {
        return month.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " " + month.getYear();
    }

    /** Whether a word alone names a month or a day of the week. */
    static boolean isName(String word) {
        return monthNamed(word).isPresent()
                || Stream.of(DayOfWeek.values()).anyMatch(day -> day.name().equalsIgnoreCase(word));
    }

    private static Optional<Month> monthNamed(String word) {
        for (Month month : Month.values()) {
            String name = month.getDisplayName(TextStyle.FULL, Locale.ENGLISH).toLowerCase(Locale.ROOT);
            boolean shortened = word.length() >= 3 && word.length() <= 4 && name.startsWith(word);
            if (name.equals(word) || shortened) {
                return Optional.of(month);
            }
        }
        return Optional.empty();
    }

    private static boolean matches(Pattern pattern, List<String> words, int at) {
        return at < words.size() && pattern.matcher(words.get(at)).matches();
    }
}
