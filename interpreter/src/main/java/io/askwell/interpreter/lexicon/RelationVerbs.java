package io.askwell.interpreter.lexicon;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Verbs that tie two nouns and say no more than the schema's one path between them does: "courses taught by a teacher",
 * "students who live in a city".
 */
final class RelationVerbs {
    private static final List<String> BASES = List.of("live", "reside", "locate", "base", "use", "make", "produce",
            "teach",
            "register", "enroll", "enrol", "take", "attend", "participate", "work", "belong", "assign", "associate",
            "affiliate",
            "involve", "contain", "include", "own", "hold", "play", "direct", "write", "publish", "release", "offer",
            "provide", "supply", "order", "purchase", "buy", "sell", "treat", "study", "host", "sponsor", "manage",
            "lead", "run", "serve", "receive", "give", "book", "reserve", "rent", "stay", "visit", "join", "come",
            "perform", "appear", "act", "star", "record", "sing", "operate", "fly", "use", "employ", "hire", "support",
            "store", "keep", "create", "issue", "open", "build", "design", "develop", "train", "coach", "coordinate",
            "advise", "specialize", "major", "review", "rate", "submit", "file", "process", "handle", "claim", "pay",
            "correspond", "relate", "connect", "link", "place", "do", "position", "headquarter", "found", "drive",
            "win", "compete", "represent", "exhibit", "display", "complete", "conduct", "prescribe", "carry", "feature",
            "consist", "situate", "graduate", "bear");
    private static final List<String> IRREGULAR = List.of("born", "taken", "held", "flown", "sung", "sang", "built",
            "written", "wrote", "driven", "led", "ran");

    private RelationVerbs() {}

    private static final int SHORTEST_STEM = 4;
    private static final Map<String, Set<String>> FORMS = BASES.stream().distinct()
            .collect(Collectors.toMap(base -> base, Inflection::verbForms));

    /** The verbs that a word of a name in a schema is made from: "advise" for "advisor", "live" for "lives". */
    static Set<String> within(String name) {
        return FORMS.keySet().stream().filter(base -> {
            String stem = base.endsWith("e") ? base.substring(0, base.length() - 1) : base;
            return FORMS.getOrDefault(base, Set.of()).contains(name)
                    || (stem.length() >= SHORTEST_STEM && name.startsWith(stem));
        }).collect(Collectors.toSet());
    }

    static Set<String> forms(String base) {
        return FORMS.getOrDefault(base, Set.of());
    }

    /** Every form of each. */
    static Set<String> all() {
        Set<String> forms = FORMS.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        forms.addAll(IRREGULAR);
        forms.removeAll(Set.of("do", "does", "did", "done", "doing", "corresponding"));
        return forms;
    }
}
