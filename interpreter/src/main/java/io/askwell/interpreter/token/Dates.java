package io.askwell.interpreter.token;

import io.askwell.interpreter.lexicon.Meaning.Time;
import io.askwell.interpreter.logic.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds phrases that stand for a stretch of days: "in June 2024", "since 2024-05-01", "last month". */
final class Dates {
    /** "in the year of 2002". */
    private static final Set<String> BEFORE_A_YEAR = Set.of("the", "year", "of");
    private static final Set<String> WITHIN = Set.of("in", "during", "on", "for", "from", "of", "throughout");
    private final CalendarPhrases calendar;

    Dates(LocalDate today) {
        this.calendar = new CalendarPhrases(today);
    }

    List<Tagged> in(List<Token> tokens) {
        List<String> words = tokens.stream().map(Token::lower).toList();
        List<Tagged> found = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            int start = i;
            at(words, i).ifPresent(phrase -> found.add(new Tagged(new Time(phrase.period()), start, phrase.end())));
        }
        return found;
    }

    private Optional<CalendarPhrases.Phrase> at(List<String> words, int start) {
        String first = words.get(start);
        return switch (first) {
            case "after" -> named(words, behindYear(words, start + 1))
                    .map(day -> open(first, day.period().until(), null, day));
            case "since" -> named(words, behindYear(words, start + 1))
                    .map(day -> open(first, day.period().from(), null, day));
            case "before" -> named(words, behindYear(words, start + 1))
                    .map(day -> open(first, null, day.period().from(), day));
            case "until", "till" -> until(words, start + 1);
            case "up" -> start + 1 < words.size() && words.get(start + 1).equals("to")
                    ? until(words, start + 2)
                    : Optional.empty();
            case "between" -> span(words, start, "and");
            case "from" -> span(words, start, "to").or(() -> within(words, start));
            default -> WITHIN.contains(first) ? within(words, start) : bare(words, start);
        };
    }

    /** "Since June" speaks of the last one; "in June" may mean any, and is not read. */
    private Optional<CalendarPhrases.Phrase> named(List<String> words, int start) {
        return calendar.at(words, start).or(() -> calendar.monthAlone(words, start));
    }

    private Optional<CalendarPhrases.Phrase> until(List<String> words, int start) {
        return named(words, start).map(day -> open("until", null, day.period().until(), day));
    }

    private static int behindYear(List<String> words, int start) {
        int at = start;
        while (at < words.size() && BEFORE_A_YEAR.contains(words.get(at))) {
            at++;
        }
        return at;
    }

    private Optional<CalendarPhrases.Phrase> within(List<String> words, int start) {
        return calendar.at(words, behindYear(words, start + 1));
    }

    /** A year alone may be any number: it needs its preposition. */
    private Optional<CalendarPhrases.Phrase> bare(List<String> words, int start) {
        return calendar.at(words, start)
                .filter(phrase -> phrase.end() > start + 1 || !Character.isDigit(words.get(start).charAt(0)));
    }

    private Optional<CalendarPhrases.Phrase> span(List<String> words, int start, String link) {
        int joint = words.subList(start, words.size()).indexOf(link) + start;
        if (joint <= start + 1) {
            return Optional.empty();
        }
        return named(words, joint + 1).flatMap(high -> calendar.at(words, start + 1)
                .or(() -> calendar.monthBefore(words, start + 1, high)).filter(low -> low.end() == joint)
                .map(low -> new CalendarPhrases.Phrase(new Period(low.period().from(), high.period().until(),
                        "from %s to %s".formatted(low.name(), high.name())), "", high.end())));
    }

    private static CalendarPhrases.Phrase open(String word, @Nullable LocalDate from,
            @Nullable LocalDate until, CalendarPhrases.Phrase day) {
        return new CalendarPhrases.Phrase(new Period(from, until, word + " " + day.name()), day.name(), day.end());
    }
}
