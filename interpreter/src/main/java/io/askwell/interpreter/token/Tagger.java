package io.askwell.interpreter.token;

import io.askwell.domain.agent.Grounding;
import io.askwell.interpreter.lexicon.Lexicon;
import io.askwell.interpreter.lexicon.Meaning.NamesColumn;
import io.askwell.interpreter.lexicon.Meaning.NamesTable;
import io.askwell.interpreter.logic.SchemaGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tags every stretch of a question with all that it can mean, be it by lexicon, stored value, number, date or name. */
public final class Tagger {
    /** Where a schema has no full names, they are the first and the last. */
    private static final Pattern FULL_NAME = Pattern.compile("(?i)\\bfull (names?)\\b");

    private final Lexicon lexicon;
    private final StoredValues values;
    private final Genders genders;
    private final Dates dates;

    public Tagger(Lexicon lexicon, SchemaGraph graph, Grounding grounding) {
        this.lexicon = lexicon;
        this.values = new StoredValues(lexicon, graph, grounding);
        this.genders = new Genders(graph);
        this.dates = new Dates(grounding.today());
    }

    /** Two words that a schema writes as one: "campus fee" for `campusfee`. */
    private List<Tagged> joined(List<String> words) {
        List<Tagged> found = new ArrayList<>();
        for (int i = 0; i + 1 < words.size(); i++) {
            int start = i;
            lexicon.at(List.of(words.get(i) + words.get(i + 1)), 0).stream().map(Lexicon.Entry::meaning)
                    .filter(meaning -> meaning instanceof NamesColumn || meaning instanceof NamesTable)
                    .forEach(meaning -> found.add(new Tagged(meaning, start, start + 2)));
        }
        return found;
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
                    .filter(item -> Contractions.allow(tokens, item)).forEach(tagged::add);
        }
        tagged.addAll(joined(words));
        tagged.addAll(values.in(tokens));
        tagged.addAll(genders.in(tokens));
        tagged.addAll(Numbers.in(tokens));
        tagged.addAll(dates.in(tokens));
        tagged.addAll(ProperNames.in(text, tokens, tagged));
        Set<String> namesakes = words.stream().map(lexicon::namesakes).flatMap(Set::stream).collect(Collectors.toSet());
        return new TaggedQuestion(tokens, tagged, namesakes);
    }
}
