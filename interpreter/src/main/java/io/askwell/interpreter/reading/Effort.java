package io.askwell.interpreter.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Bounds the work of reading one question: what was read at a place is kept, the cheapest readings survive. */
final class Effort {
    private static final int KEPT_READINGS = 24;
    private static final int LONGEST_CHAIN = 12;

    private int left;

    /** @param steps how many words may be looked at, again and again, before the reading stops */
    Effort(int steps) {
        this.left = steps;
    }

    /** Takes one step; false once there are none left. */
    boolean step() {
        return left > 0 && left-- > 0;
    }

    boolean exhausted() {
        return left <= 0;
    }

    /** Reads each place once. */
    <T> Parser<T> once(Parser<T> parser) {
        Map<Integer, List<Parse<T>>> read = new HashMap<>();
        return start -> {
            List<Parse<T>> known = read.get(start);
            if (known == null) {
                known = cheapest(parser.at(start));
                read.put(start, known);
            }
            return known;
        };
    }

    /** A value that is changed zero or more times by the words that follow. */
    <T> Parser<T> chain(T first, Function<T, Parser<T>> link) {
        return start -> {
            List<Parse<T>> all = new ArrayList<>(List.of(new Parse<>(first, start, 0)));
            List<Parse<T>> newest = all;
            for (int i = 0; i < LONGEST_CHAIN && !newest.isEmpty(); i++) {
                List<Parse<T>> longer = new ArrayList<>();
                for (Parse<T> parse : newest) {
                    for (Parse<T> next : link.apply(parse.value()).at(parse.end())) {
                        longer.add(new Parse<>(next.value(), next.end(), parse.cost() + next.cost()));
                    }
                }
                newest = cheapest(longer);
                all.addAll(newest);
            }
            return cheapest(all);
        };
    }

    /** For each end, the cheapest; what says the same is kept once. */
    private static <T> List<Parse<T>> cheapest(List<Parse<T>> parses) {
        Map<Integer, Integer> perEnd = new HashMap<>();
        return new LinkedHashSet<>(parses).stream().sorted(Comparator.comparingInt(Parse::cost))
                .filter(parse -> perEnd.merge(parse.end(), 1, Integer::sum) <= KEPT_READINGS).toList();
    }
}
