package io.askwell.interpreter.lexicon;

import io.askwell.interpreter.lexicon.Meaning.Grades;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Adjectives that say by which column things are compared. */
final class Adjectives {
    private Adjectives() {}

    /** Comparatives with "than", and superlatives. */
    static Map<String, Grades> all() {
        Map<String, Grades> all = new LinkedHashMap<>();
        add(all, "older", "oldest", true, "age");
        add(all, "younger", "youngest", false, "age");
        add(all, "taller", "tallest", true, "height");
        add(all, "heavier", "heaviest", true, "weight", "mass");
        add(all, "lighter", "lightest", false, "weight", "mass");
        add(all, "longer", "longest", true, "length", "duration", "distance", "runtime", "running", "pages", "minutes");
        add(all, "shorter", "shortest", false, "height", "length", "duration", "distance", "runtime", "running",
                "pages", "minutes");
        add(all, "cheaper", "cheapest", false, "price", "cost", "fee", "fare", "rate");
        add(all, "more expensive", "most expensive", true, "price", "cost", "fee", "fare", "rate");
        add(all, "less expensive", "least expensive", false, "price", "cost", "fee", "fare", "rate");
        add(all, "faster", "fastest", true, "speed");
        add(all, "slower", "slowest", false, "speed");
        return all;
    }

    private static void add(Map<String, Grades> all, String comparative, String superlative, boolean more,
            String... nouns) {
        all.put(comparative + " than", new Grades(List.of(nouns), more, false));
        all.put(superlative, new Grades(List.of(nouns), more, true));
    }
}
