package io.askwell.interpreter.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.interpreter.Ground;
import io.askwell.interpreter.lexicon.Meaning;
import io.askwell.interpreter.lexicon.Meaning.ProperName;
import io.askwell.interpreter.lexicon.Meaning.Quantity;
import io.askwell.interpreter.lexicon.Meaning.Stored;
import io.askwell.interpreter.lexicon.Meaning.Time;
import io.askwell.interpreter.lexicon.SchemaLexicon;
import io.askwell.interpreter.logic.SchemaGraph;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaggerTest {
    private final Ground ground = Ground.customers();

    @Test
    void findsAWholeValueWhateverItsCase() {
        assertThat(stored("customers in wonderland").filter(Stored::whole)).extracting(Stored::values)
                .containsExactly(List.of("Wonderland"));
    }

    @Test
    void findsAValueAcrossPunctuation() {
        assertThat(stored("who is bob@example.com?").filter(Stored::whole)).extracting(Stored::values)
                .containsExactly(List.of("bob@example.com"));
    }

    @Test
    void findsPartsOfNamesAlone() {
        assertThat(stored("orders of Alice")).extracting(Stored::values).containsExactly(List.of("Alice Wonderland"));
        assertThat(stored("the Apple thing")).as("part of a street").isEmpty();
    }

    @Test
    void takesCapitalsThatAreNotStoredForAName() {
        assertThat(names("How many orders has Zed Nobody made?")).containsExactly("Zed Nobody");
        assertThat(names("Orders of Mary-Jane O'Neil")).containsExactly("Mary-Jane O'Neil");
        assertThat(names("Show orders of Bob Builder")).isEmpty();
    }

    @Test
    void takesQuotedWordsForAName() {
        assertThat(names("customers named \"van der berg\"")).containsExactly("van der berg");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        over 99.99    | 99.99
        over 1,000.50 | 1000.50
        over $250     | 250
        above -5      | -5
        more than two | 2
        """)
    void readsNumbers(String question, String number) {
        assertThat(meanings(question, Quantity.class)).extracting(found -> found.number().toPlainString())
                .contains(number);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        in 2024                           | 2024-01-01 | 2025-01-01
        in June 2024                      | 2024-06-01 | 2024-07-01
        in 2024-06                        | 2024-06-01 | 2024-07-01
        on 2024-05-01                     | 2024-05-01 | 2024-05-02
        on May 1st, 2024                  | 2024-05-01 | 2024-05-02
        on 1 May 2024                     | 2024-05-01 | 2024-05-02
        after 2024-06-15                  | 2024-06-16 | -
        since June 2024                   | 2024-06-01 | -
        before 2024                       | -          | 2024-01-01
        until June 2024                   | -          | 2024-07-01
        between 2024-05-01 and 2024-05-31 | 2024-05-01 | 2024-06-01
        from May 2024 to June 2024        | 2024-05-01 | 2024-07-01
        today                             | 2024-07-25 | 2024-07-26
        yesterday                         | 2024-07-24 | 2024-07-25
        this week                         | 2024-07-22 | 2024-07-29
        last month                        | 2024-06-01 | 2024-07-01
        this year                         | 2024-01-01 | 2025-01-01
        last year                         | 2023-01-01 | 2024-01-01
        in the last 7 days                | 2024-07-19 | 2024-07-26
        since June                        | 2024-06-01 | null
        before September                  | null       | 2023-09-01
        between May and July 2024         | 2024-05-01 | 2024-08-01
        from May to June                  | 2024-05-01 | 2024-07-01
        in Q2 2024                        | 2024-04-01 | 2024-07-01
        in the third quarter of 2023      | 2023-07-01 | 2023-10-01
        in the second half of 2023        | 2023-07-01 | 2024-01-01
        up to March 2024                  | null       | 2024-04-01
        """)
    void readsPeriods(String phrase, String from, String until) {
        assertThat(tagged(phrase).at(0)).filteredOn(item -> item.meaning() instanceof Time).singleElement()
                .satisfies(item -> {
                    Time time = (Time) item.meaning();
                    assertThat(item.end()).isEqualTo(Tokenizer.tokens(phrase).size());
                    assertThat(String.valueOf(time.period().from())).isEqualTo(String.valueOf(from));
                    assertThat(String.valueOf(time.period().until())).isEqualTo(String.valueOf(until));
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024", "on 2024-02-30", "in June", "on 2024-13-01"})
    void readsNoPeriodWhereNoneIsCertain(String phrase) {
        assertThat(meanings(phrase, Time.class)).noneMatch(time -> !time.period().words().equals("in 2024"));
    }

    @Test
    void namesWordsThatNothingExplains() {
        assertThat(tagged("Which customer will churn next month?").unknownWords()).containsExactly("churn");
    }

    private TaggedQuestion tagged(String question) {
        SchemaGraph graph = new SchemaGraph(ground.schema());
        return new Tagger(SchemaLexicon.of(graph, ground.synonyms()), graph, ground.grounding(question)).tag(question);
    }

    private <M extends Meaning> List<M> meanings(String question, Class<M> kind) {
        TaggedQuestion tagged = tagged(question);
        return IntStream.range(0, tagged.size()).boxed().flatMap(i -> tagged.at(i).stream()).map(Tagged::meaning)
                .filter(kind::isInstance).map(kind::cast).distinct().toList();
    }

    private Stream<Stored> stored(String question) {
        return meanings(question, Stored.class).stream();
    }

    private List<String> names(String question) {
        return meanings(question, ProperName.class).stream().map(ProperName::text).toList();
    }
}
