package io.askwell.interpreter.wording;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.domain.agent.DryRun.Words;
import io.askwell.domain.agent.Question;
import io.askwell.interpreter.GrammarInterpreter;
import io.askwell.interpreter.Ground;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SensesTest {
    private final Ground shop = Ground.customers();

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"how many orders | how many | structure how many",
            "orders of Alice | orders | table public.orders",
            "orders of Alice | Alice | value Alice Wonderland of public.customer.name",
            "e-mail of Zed | Zed | name Zed", "the e-mail | e-mail | column public.customer.email",
            "who spent 1,000 | spent | verb sum of public.orders.total_amount",
            "who spent 1,000 | 1,000 | number 1000", "revenue in June 2024 | in June 2024 | time in June 2024",
            "revenue | revenue | figure sum of public.orders.total_amount", "orders per month | month | time month",
            "who placed orders | placed | verb public.customer -> public.orders"})
    void saysWhatWordsMean(String question, String text, String sense) {
        assertThat(words(question)).filteredOn(words -> words.text().equals(text)).singleElement()
                .satisfies(words -> assertThat(words.senses())
                        .extracting(found -> found.kind().name().toLowerCase(Locale.ROOT) + " " + found.says())
                        .contains(sense));
    }

    @Test
    void showsEveryWordEvenThoseThatNothingExplains() {
        assertThat(words("orders by courier")).extracting(Words::text).containsExactly("orders", "by", "courier");
        assertThat(words("orders by courier").getLast().senses()).isEmpty();
    }

    private List<Words> words(String question) {
        return new GrammarInterpreter(shop.synonyms()).words(Question.parse(question), shop.grounding(question));
    }
}
