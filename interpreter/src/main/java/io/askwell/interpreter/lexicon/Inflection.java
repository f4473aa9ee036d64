package io.askwell.interpreter.lexicon;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The forms of English nouns and verbs, by rule with the common exceptions. Words are lower-case. */
public final class Inflection {
    private static final Map<String, String> IRREGULAR_PLURALS = Map.ofEntries(Map.entry("person", "people"),
            Map.entry("child", "children"), Map.entry("man", "men"), Map.entry("woman", "women"),
            Map.entry("foot", "feet"), Map.entry("mouse", "mice"), Map.entry("datum", "data"),
            Map.entry("medium", "media"), Map.entry("index", "indices"), Map.entry("criterion", "criteria"),
            Map.entry("leaf", "leaves"), Map.entry("shelf", "shelves"), Map.entry("life", "lives"),
            Map.entry("movie", "movies"), Map.entry("cookie", "cookies"), Map.entry("staff", "staff"),
            Map.entry("series", "series"), Map.entry("status", "statuses"), Map.entry("bus", "buses"));
    private static final Map<String, List<String>> IRREGULAR_VERBS = Map.ofEntries(
            Map.entry("make", List.of("made")), Map.entry("buy", List.of("bought")), Map.entry("pay", List.of("paid")),
            Map.entry("spend", List.of("spent")), Map.entry("have", List.of("has", "had")),
            Map.entry("get", List.of("got", "gotten")), Map.entry("give", List.of("gave", "given")),
            Map.entry("take", List.of("took", "taken")), Map.entry("sell", List.of("sold")),
            Map.entry("come", List.of("came")), Map.entry("go", List.of("went", "gone")),
            Map.entry("write", List.of("wrote", "written")), Map.entry("read", List.of("read")),
            Map.entry("lend", List.of("lent")), Map.entry("send", List.of("sent")),
            Map.entry("bring", List.of("brought")), Map.entry("hold", List.of("held")),
            Map.entry("keep", List.of("kept")), Map.entry("win", List.of("won")), Map.entry("lose", List.of("lost")),
            Map.entry("find", List.of("found")), Map.entry("teach", List.of("taught")),
            Map.entry("drive", List.of("drove", "driven")), Map.entry("do", List.of("did", "done")));
    private static final String VOWELS = "aeiou";

    private Inflection() {}

    /** Both numbers of a noun, whichever of them is given. */
    public static Set<String> nounForms(String noun) {
        String singular = singular(noun);
        return new LinkedHashSet<>(List.of(noun, singular, plural(singular)));
    }

    public static String singular(String noun) {
        for (Map.Entry<String, String> irregular : IRREGULAR_PLURALS.entrySet()) {
            if (irregular.getValue().equals(noun) || irregular.getKey().equals(noun)) {
                return irregular.getKey();
            }
        }
        if (noun.length() > 4 && noun.endsWith("ies")) {
            return noun.substring(0, noun.length() - 3) + "y";
        }
        if (noun.endsWith("sses") || noun.endsWith("ches") || noun.endsWith("shes") || noun.endsWith("xes")) {
            return noun.substring(0, noun.length() - 2);
        }
        // "campuses" and "statuses", but "houses" and "causes".
        if (noun.endsWith("uses") && noun.length() > 5 && "oa".indexOf(noun.charAt(noun.length() - 5)) < 0) {
            return noun.substring(0, noun.length() - 2);
        }
        boolean plural = noun.length() > 2 && noun.endsWith("s") && !noun.endsWith("ss") && !noun.endsWith("us")
                && !noun.endsWith("is");
        return plural ? noun.substring(0, noun.length() - 1) : noun;
    }

    public static String plural(String singular) {
        String irregular = IRREGULAR_PLURALS.get(singular);
        if (irregular != null) {
            return irregular;
        }
        if (singular.endsWith("y") && singular.length() > 1 && !isVowel(singular, singular.length() - 2)) {
            return singular.substring(0, singular.length() - 1) + "ies";
        }
        boolean hissing = singular.endsWith("s") || singular.endsWith("x") || singular.endsWith("z")
                || singular.endsWith("ch") || singular.endsWith("sh");
        return singular + (hissing ? "es" : "s");
    }

    /** Base, third person, past, participles. */
    public static Set<String> verbForms(String base) {
        Set<String> forms = new LinkedHashSet<>(List.of(base, plural(base)));
        String stem = base.endsWith("e") ? base.substring(0, base.length() - 1) : base;
        String doubled = doublesItsEnd(base) ? stem + stem.charAt(stem.length() - 1) : stem;
        forms.add(doubled + "ing");
        if (IRREGULAR_VERBS.containsKey(base)) {
            forms.addAll(IRREGULAR_VERBS.getOrDefault(base, List.of()));
        } else if (base.endsWith("y") && base.length() > 1 && !isVowel(base, base.length() - 2)) {
            forms.add(base.substring(0, base.length() - 1) + "ied");
        } else {
            forms.add(doubled + "ed");
        }
        return forms;
    }

    /** "ship" for "shipped"; other words as they are. */
    public static String participleStem(String word) {
        if (!word.endsWith("ed") || word.length() < 6) {
            return word;
        }
        String stem = word.substring(0, word.length() - 2);
        int last = stem.length() - 1;
        return stem.charAt(last) == stem.charAt(last - 1) ? stem.substring(0, last) : stem;
    }

    /** "ship" does, "order" and "open" do not: only a stressed last syllable, taken to be the only one. */
    private static boolean doublesItsEnd(String base) {
        int last = base.length() - 1;
        return last >= 2 && last <= 3 && !isVowel(base, last) && isVowel(base, last - 1) && !isVowel(base, last - 2)
                && "wxy".indexOf(base.charAt(last)) < 0
                && base.chars().filter(letter -> VOWELS.indexOf(letter) >= 0).count() == 1;
    }

    private static boolean isVowel(String word, int at) {
        return VOWELS.indexOf(word.charAt(at)) >= 0;
    }
}
