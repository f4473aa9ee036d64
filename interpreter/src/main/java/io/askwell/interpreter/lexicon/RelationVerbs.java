package io.askwell.interpreter.lexicon;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Verbs that tie two nouns and say no more than the schema's one path between them does: "courses taught by a teacher",
 * "students who live in a city".
 */
public final class RelationVerbs {
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
            "correspond", "relate", "connect", "link", "place", "do", "headquarter", "found", "drive",
            "win", "compete", "represent", "exhibit", "display", "complete", "conduct", "prescribe", "carry", "feature",
            "consist", "situate", "graduate", "bear", "happen", "occur", "climb", "ascend", "steer",
            "command", "sail", "travel", "affect", "hit", "strike", "cause", "suffer", "undergo", "experience",
            "require", "need", "contribute", "donate", "interact", "generate", "minor", "organize", "organise",
            "arrange", "compose", "draw", "photograph", "edit", "translate", "invent", "discover", "introduce",
            "originate", "supervise", "oversee", "govern", "assist", "instruct", "examine", "inspect", "maintain",
            "repair", "finance", "insure", "inhabit", "occupy", "depict", "obtain", "acquire", "recruit", "go",
            "manufacture", "assemble", "brew", "bake", "grow", "breed", "distribute", "collect", "speak", "wear");
    /** Of these the base is rather a noun: "award", "post". */
    private static final List<String> DONE = List.of("award", "post", "report", "share", "pilot", "chair", "mentor",
            "paint", "present", "broadcast", "fund", "transport", "import", "export", "lease", "cook", "position");
    private static final List<String> IRREGULAR = List.of("born", "taken", "held", "flown", "sung", "sang", "built",
            "written", "wrote", "driven", "led", "ran",
            "drawn", "drew", "grown", "grew", "spoken", "spoke", "worn", "wore", "struck", "undergone", "underwent",
            "oversaw", "overseen",
            "goes");

    private RelationVerbs() {}

    private static final int SHORTEST_STEM = 4;
    private static final Map<String, Set<String>> FORMS = Stream.concat(BASES.stream(), DONE.stream()).distinct()
            .collect(Collectors.toMap(base -> base, RelationVerbs::inflected));

    private static Set<String> inflected(String base) {
        return Inflection.verbForms(base).stream().filter(form -> !DONE.contains(base) || form.endsWith("ed"))
                .collect(Collectors.toSet());
    }

    /** The verbs that a word of a name in a schema is made from: "advise" for "advisor", "live" for "lives". */
    static Set<String> within(String name) {
        return FORMS.keySet().stream().filter(base -> {
            String stem = base.endsWith("e") ? base.substring(0, base.length() - 1) : base;
            return FORMS.getOrDefault(base, Set.of()).contains(name)
                    || (stem.length() >= SHORTEST_STEM && name.startsWith(stem));
        }).collect(Collectors.toSet());
    }

    /** Whether it is a verb as dictionaries have it, which many nouns look like, too. */
    public static boolean isBase(String word) {
        return FORMS.containsKey(word);
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
