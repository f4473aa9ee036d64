package io.askwell.interpreter.token;

import io.askwell.domain.agent.Grounding;
import io.askwell.interpreter.lexicon.EnglishSynonyms;
import io.askwell.interpreter.lexicon.Keyword;
import io.askwell.interpreter.lexicon.Lexicon;
import io.askwell.interpreter.lexicon.Meaning;
import io.askwell.interpreter.lexicon.Meaning.Fit;
import io.askwell.interpreter.lexicon.Meaning.NamesColumn;
import io.askwell.interpreter.lexicon.Meaning.NamesTable;
import io.askwell.interpreter.lexicon.Meaning.Stored;
import io.askwell.interpreter.lexicon.Meaning.Structure;
import io.askwell.interpreter.lexicon.RelationVerbs;
import io.askwell.interpreter.lexicon.Tails;
import io.askwell.interpreter.logic.SchemaGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Tags every stretch of a question with all that it can mean, be it by lexicon, stored value, number, date or name. */
public final class Tagger {
    /** Where a schema has no full names, they are the first and the last. */
    private static final Pattern FULL_NAME = Pattern.compile("(?i)\\bfull (names?)\\b");

    private static final Set<String> INDEFINITE = Set.of("a", "an");
    private static final Set<String> ARTICLES = Set.of("the", "a", "an");

    private final Lexicon lexicon;
    private final SchemaGraph graph;
    private final StoredValues values;
    private final Genders genders;
    private final Flags flags;
    private final PluralValues plurals;
    private final Dates dates;

    public Tagger(Lexicon lexicon, SchemaGraph graph, Grounding grounding) {
        this.lexicon = lexicon;
        this.graph = graph;
        this.values = new StoredValues(lexicon, graph, grounding);
        this.genders = new Genders(graph);
        this.flags = new Flags(lexicon, graph);
        this.plurals = new PluralValues(graph);
        this.dates = new Dates(grounding.today());
    }

    /** Two words that a schema writes as one: "campus fee" for `campusfee`. */
    private List<Tagged> joined(List<String> words) {
        List<Tagged> found = new ArrayList<>();
        for (int i = 0; i + 1 < words.size(); i++) {
            int start = i;
            lexicon.at(List.of(words.get(i) + words.get(i + 1)), 0).stream().map(Lexicon.Entry::meaning)
                    .filter(Meaning::namesTableOrColumn)
                    .forEach(meaning -> found.add(new Tagged(meaning, start, start + 2)));
        }
        return found;
    }

    /**
     * "Booking" in "apartment bookings" and "booking status code" is no verb; what ends in a preposition, as a table
     * `trained_in` does, is no noun.
     */
    private boolean isWithinNoun(List<Tagged> tagged, List<String> words, int at) {
        return tagged.stream().anyMatch(item -> item.start() <= at && at < item.end() && item.end() > item.start() + 1
                && item.meaning().namesTableOrColumn() && !(lexicon.isStructure(words.get(item.end() - 1))
                        && lexicon.namesakes(words.get(item.end() - 1)).isEmpty()));
    }

    /** "A" within a question is a grade or a group; only its first word is an article in a capital. */
    private static boolean isLetter(Token token) {
        return token.text().equals("A");
    }

    /** "The state" and "an order" name what the schema has a noun for: nobody is told to state, or to order. */
    private boolean isNoCommand(List<String> words, Tagged item) {
        int start = item.start();
        return start > 0 && ARTICLES.contains(words.get(start - 1)) && item.end() == start + 1
                && item.meaning() instanceof Structure(var keyword)
                && (keyword == Keyword.LIST || keyword == Keyword.SORTED) && lexicon.hasNoun(List.of(words.get(start)));
    }

    /**
     * "An order" is something, whatever "order" means as a verb; "an ordered item" is one that was ordered, which says more of
     * it than that there is one.
     */
    private static boolean isNoVerb(List<String> words, Tagged item) {
        int start = item.start();
        return start > 0 && INDEFINITE.contains(words.get(start - 1))
                && item.meaning().equals(new Structure(Keyword.RELATES)) && (words.get(start).endsWith("ed")
                        || (item.end() == start + 1 && RelationVerbs.isBase(words.get(start))));
    }

    /** Nouns for which the schema has another word: "movie title" for the column `film_title`. */
    private List<Tagged> calledOtherwise(List<String> words) {
        List<Tagged> found = new ArrayList<>();
        for (EnglishSynonyms.Replaced replaced : EnglishSynonyms.in(words, lexicon)) {
            int shorter = replaced.end() - replaced.start() - replaced.stoodFor();
            for (int start = 0; start <= replaced.start(); start++) {
                int from = start;
                lexicon.at(replaced.words(), start).stream()
                        .filter(entry -> from + entry.length() >= replaced.end()
                                && entry.meaning().namesTableOrColumn())
                        .map(entry -> new Tagged(entry.meaning(), from, from + entry.length() - shorter))
                        .forEach(found::add);
            }
        }
        return found;
    }

    /** "Snatch score" for the number `snatch`. */
    private List<Tagged> withTails(List<String> words, List<Tagged> tagged) {
        return tagged.stream().filter(item -> item.end() < words.size()
                && item.meaning() instanceof NamesColumn(var attribute, var fit)
                && (fit == Fit.WHOLE || fit == Fit.END) && !graph.isKey(attribute)
                && Tails.allow(attribute, words.get(item.end())) && !isTotalNumber(words, item)
                && tagged.stream().noneMatch(other -> other.start() == item.start() && other.end() == item.end() + 1))
                .map(item -> new Tagged(item.meaning(), item.start(), item.end() + 1)).toList();
    }

    /** "The total number of purchases" counts them, whatever total is stored. */
    private boolean isTotalNumber(List<String> words, Tagged item) {
        return words.get(item.end()).equals("number") && lexicon.isStructure(words.get(item.start()))
                && item.end() + 1 < words.size() && words.get(item.end() + 1).equals("of");
    }

    /** "Drew" within a question is somebody who is stored, and nothing that was drawn. */
    private static boolean isVerbForAName(List<Token> tokens, List<Tagged> tagged, Tagged item) {
        return item.start() > 0 && item.meaning().equals(new Structure(Keyword.RELATES))
                && tokens.get(item.start()).capitalised()
                && tagged.stream().anyMatch(other -> other.start() == item.start()
                        && other.meaning() instanceof Stored(var attribute, var values, var whole) && whole
                        && values.contains(tokens.get(item.start()).text()));
    }

    /** A first and a last name that are stored are no name that is not. */
    private boolean isFullName(List<Tagged> tagged, Tagged name) {
        return tagged.stream().anyMatch(first -> first.start() == name.start()
                && first.meaning() instanceof Stored(var attribute, var values, var whole) && whole
                && graph.namesOf(attribute.table()).indexOf(attribute) == 0
                && tagged.stream().anyMatch(last -> last.start() == first.end() && last.end() == name.end()
                        && last.meaning() instanceof Stored(var other, var lastNames, var all) && all
                        && graph.namesOf(attribute.table()).indexOf(other) == 1));
    }

    /** "Striders" is no name by itself where "City Striders" is stored. */
    private static boolean isWithinValue(List<Tagged> tagged, Tagged name) {
        return tagged.stream().anyMatch(item -> item.meaning() instanceof Stored stored && stored.whole()
                && item.start() <= name.start() && name.end() <= item.end()
                && item.end() - item.start() > name.end() - name.start());
    }

    public TaggedQuestion tag(String question) {
        String whole = lexicon.knows(List.of("full", "name"))
                ? question
                : FULL_NAME.matcher(question).replaceAll("first $1 and last $1");
        String text = Tokenizer.expanded(whole);
        List<Token> tokens = Tokenizer.tokens(text);
        List<String> words = tokens.stream().map(Token::lower).toList();
        List<Tagged> tagged = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            int start = i;
            lexicon.at(words, i).stream().map(entry -> new Tagged(entry.meaning(), start, start + entry.length()))
                    .filter(item -> Contractions.allow(tokens, item))
                    .filter(item -> start == 0 || !isLetter(tokens.get(start)) || item.end() > start + 1)
                    .filter(item -> !isNoCommand(words, item) && !isNoVerb(words, item))
                    .forEach(tagged::add);
        }
        tagged.addAll(joined(words));
        tagged.addAll(calledOtherwise(words));
        tagged.addAll(withTails(words, tagged));
        tagged.addAll(values.in(tokens));
        tagged.addAll(genders.in(tokens));
        tagged.addAll(flags.in(tokens));
        tagged.addAll(Numbers.in(tokens));
        tagged.addAll(dates.in(tokens));
        tagged.addAll(plurals.in(tokens, tagged));
        tagged.removeIf(item -> isVerbForAName(tokens, tagged, item));
        List<Tagged> names = ProperNames.in(text, tokens, tagged);
        names.stream().filter(name -> !isFullName(tagged, name) && !isWithinValue(tagged, name)).forEach(tagged::add);
        Set<String> namesakes = IntStream.range(0, words.size()).filter(i -> !isWithinNoun(tagged, words, i)).boxed()
                .flatMap(i -> lexicon.namesakes(words.get(i)).stream()).collect(Collectors.toSet());
        return new TaggedQuestion(tokens, tagged, namesakes);
    }
}
