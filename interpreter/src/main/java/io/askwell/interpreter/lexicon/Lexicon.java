package io.askwell.interpreter.lexicon;

import io.askwell.interpreter.lexicon.Meaning.Fit;
import io.askwell.interpreter.lexicon.Meaning.NamesColumn;
import io.askwell.interpreter.logic.Attribute;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What phrases mean over one schema: structure words of English and content words of the schema. */
public final class Lexicon {
    private final Map<List<String>, Set<Meaning>> meanings;
    private final Set<String> contentWords;
    private final Map<String, Set<String>> namesakes;
    private final Set<String> nouns;
    private final int longest;

    private Lexicon(Map<List<String>, Set<Meaning>> meanings, Set<String> contentWords,
            Map<String, Set<String>> namesakes) {
        this.namesakes = namesakes;
        this.meanings = meanings;
        this.contentWords = contentWords;
        this.nouns = meanings.entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(Meaning::namesTableOrColumn))
                .flatMap(entry -> entry.getKey().stream()).distinct().map(Inflection::singular)
                .collect(Collectors.toUnmodifiableSet());
        this.longest = meanings.keySet().stream().mapToInt(List::size).max().orElse(0);
    }

    /** A phrase that begins at some word of a question, with one thing it can mean. */
    public record Entry(Meaning meaning, int length) {}

    /** Everything the words from {@code start} on can mean; words are lower-case. */
    public List<Entry> at(List<String> words, int start) {
        List<Entry> found = new ArrayList<>();
        for (int length = 1; length <= longest && start + length <= words.size(); length++) {
            for (Meaning meaning : meanings.getOrDefault(words.subList(start, start + length), Set.of())) {
                found.add(new Entry(meaning, length));
            }
        }
        return found;
    }

    /** Tables and keys that are called after this verb, so that it leads through them; none for other words. */
    public Set<String> namesakes(String verb) {
        return namesakes.getOrDefault(verb, Set.of());
    }

    /** Whether a noun, in whatever number, is among the words that name a table or a column. */
    public boolean hasNoun(List<String> noun) {
        return noun.size() == 1 ? nouns.contains(Inflection.singular(noun.getFirst())) : knows(noun);
    }

    public boolean knows(String word) {
        return knows(List.of(word));
    }

    public boolean knows(List<String> phrase) {
        return meanings.containsKey(phrase);
    }

    /** Whether a word alone can be a structure word. */
    public boolean isStructure(String word) {
        return meanings.getOrDefault(List.of(word), Set.of()).stream().anyMatch(Meaning.Structure.class::isInstance);
    }

    /** Words and phrases that carry content, for suggestions. */
    public Collection<String> contentWords() {
        return contentWords;
    }

    /** Collects phrases; the same phrase may mean several things. */
    static final class Builder {
        private final Map<List<String>, Set<Meaning>> meanings = new LinkedHashMap<>();
        private final Set<String> contentWords = new LinkedHashSet<>();
        private final Map<String, Set<String>> namesakes = new LinkedHashMap<>();

        void namesake(String verb, String name) {
            namesakes.computeIfAbsent(verb, none -> new LinkedHashSet<>()).add(name);
        }

        void structure(List<String> phrase, Meaning meaning) {
            meanings.computeIfAbsent(List.copyOf(phrase), words -> new LinkedHashSet<>()).add(meaning);
        }

        void content(List<String> phrase, Meaning meaning) {
            structure(phrase, meaning);
            contentWords.add(String.join(" ", phrase));
        }

        /** Adds a noun in both numbers. */
        void noun(List<String> phrase, Meaning meaning) {
            if (phrase.isEmpty()) {
                return;
            }
            List<String> head = phrase.subList(0, phrase.size() - 1);
            for (String form : Inflection.nounForms(phrase.getLast())) {
                content(join(head, form), meaning);
            }
        }

        /**
         * Adds every form of a verb; of a phrase such as "sign up", the first word is inflected. A form such as
         * "orders" that is a noun in the plural is left to the noun, else "customers and orders" would be a clause.
         */
        void verb(List<String> phrase, Meaning meaning) {
            for (String form : Inflection.verbForms(phrase.getFirst())) {
                List<String> inflected = new ArrayList<>(phrase);
                inflected.set(0, form);
                boolean base = form.equals(phrase.getFirst());
                if (base || !isNoun(inflected)) {
                    content(inflected, meaning);
                }
            }
        }

        /** Adds the participles of a noun taken for a verb: "ordered", "ordering", but not "order". */
        void doing(String noun, Meaning meaning) {
            Inflection.verbForms(noun).stream().filter(form -> form.endsWith("ed") || form.endsWith("ing"))
                    .forEach(form -> content(List.of(form), meaning));
        }

        boolean isNoun(List<String> phrase) {
            return meanings.getOrDefault(phrase, Set.of()).stream().anyMatch(Meaning.NamesTable.class::isInstance);
        }

        /** Whether a phrase is no other structure word than this. */
        boolean isOnly(List<String> phrase, Keyword keyword) {
            return meanings.getOrDefault(phrase, Set.of()).stream().allMatch(new Meaning.Structure(keyword)::equals);
        }

        boolean knows(List<String> phrase) {
            return meanings.containsKey(phrase);
        }

        boolean isStructure(List<String> phrase) {
            return meanings.getOrDefault(phrase, Set.of()).stream().anyMatch(Meaning.Structure.class::isInstance);
        }

        /** Whether a phrase means this column and nothing else: then it stands for its rows too. */
        boolean namesOnly(List<String> phrase, Predicate<Attribute> column) {
            return meanings.getOrDefault(phrase, Set.of()).stream()
                    .allMatch(meaning -> meaning instanceof NamesColumn(var attribute, var fit)
                            && (fit != Fit.WHOLE || column.test(attribute)));
        }

        /** Whether a phrase means something else than a column by a part of its name. */
        boolean names(List<String> phrase) {
            return meanings.getOrDefault(phrase, Set.of()).stream()
                    .anyMatch(meaning -> !(meaning instanceof NamesColumn(var attribute, var fit)) || fit == Fit.WHOLE);
        }

        Lexicon build() {
            return new Lexicon(Map.copyOf(meanings), Set.copyOf(contentWords), Map.copyOf(namesakes));
        }

        private static List<String> join(List<String> head, String last) {
            List<String> phrase = new ArrayList<>(head);
            phrase.add(last);
            return phrase;
        }
    }
}
