package io.askwell.interpreter.token;

import io.askwell.domain.agent.Grounding;
import io.askwell.interpreter.lexicon.Lexicon;
import io.askwell.interpreter.logic.SchemaGraph;
import java.util.ArrayList;
import java.util.List;

/** Tags every stretch of a question with all that it can mean, be it by lexicon, stored value, number, date or name. */
public final class Tagger {
    private final Lexicon lexicon;
    private final StoredValues values;
    private final Dates dates;

    public Tagger(Lexicon lexicon, SchemaGraph graph, Grounding grounding) {
        this.lexicon = lexicon;
        this.values = new StoredValues(lexicon, graph, grounding);
        this.dates = new Dates(grounding.today());
    }

    public TaggedQuestion tag(String question) {
        String text = Tokenizer.expandPossessives(question);
        List<Token> tokens = Tokenizer.tokens(text);
        List<String> words = tokens.stream().map(Token::lower).toList();
        List<Tagged> tagged = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            int start = i;
            lexicon.at(words, i).stream().map(entry -> new Tagged(entry.meaning(), start, start + entry.length()))
                    .filter(item -> Contractions.allow(tokens, item)).forEach(tagged::add);
        }
        tagged.addAll(values.in(tokens));
        tagged.addAll(Numbers.in(tokens));
        tagged.addAll(dates.in(tokens));
        tagged.addAll(ProperNames.in(text, tokens, tagged));
        return new TaggedQuestion(tokens, tagged);
    }
}
