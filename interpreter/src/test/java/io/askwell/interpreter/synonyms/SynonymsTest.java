package io.askwell.interpreter.synonyms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.askwell.domain.agent.Interpretation.Declined;
import io.askwell.domain.agent.Interpretation.Understood;
import io.askwell.interpreter.Ground;
import io.askwell.interpreter.logic.Measure.Folding;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SynonymsTest {

    @Test
    void readsEverySection() {
        Synonyms synonyms = load("""
            tables:
              book: [volume]
            columns:
              book.pages: [length, page count]
            verbs:
              author -> book: [write]
            measures:
              average of book.pages:
                by: author
                verbs: [fill]
                nouns: [thickness]
                doers: [filler]
            """);

        assertThat(synonyms.tables()).containsExactly(new Synonyms.TableWords("book", List.of("volume")));
        assertThat(synonyms.columns())
                .containsExactly(new Synonyms.ColumnWords("book", "pages", List.of("length", "page count")));
        assertThat(synonyms.verbs()).containsExactly(new Synonyms.VerbWords("author", "book", List.of("write")));
        assertThat(synonyms.measures()).containsExactly(new Synonyms.MeasureWords(Folding.AVERAGE, "book", "pages",
                List.of("fill"), List.of("thickness"), "author", List.of("filler")));
    }

    @Test
    void readsAnEmptyFileAsNoWords() {
        assertThat(load("# nothing yet\n")).isEqualTo(Synonyms.none());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        tabels: {book: [volume]}                       | 'tabels'
        tables: {book: volume}                         | 'tables.book'
        tables: {book: [yes]}                          | 'tables.book'
        tables: [book]                                 | 'tables'
        columns: {pages: [length]}                     | 'columns.pages'
        verbs: {author book: [write]}                  | 'verbs.author book'
        measures: {total of book.pages: {nouns: [x]}}  | 'measures.total of book.pages'
        measures: {sum of book.pages: {noun: [x]}}     | 'measures.sum of book.pages.noun'
        measures: {sum of book.pages: {doers: [x]}}    | 'measures.sum of book.pages.by'
        verbs: {author -> book: }                      | 'verbs.author -> book'
        """, quoteCharacter = '"')
    void namesTheKeyThatIsWrong(String yaml, String key) {
        assertThatThrownBy(() -> load(yaml)).isInstanceOf(MalformedSynonyms.class).hasMessageContaining(key);
    }

    @Test
    void refusesWhatIsNotYaml() {
        assertThatThrownBy(() -> load("tables: [")).isInstanceOf(MalformedSynonyms.class).hasMessageContaining("YAML");
    }

    @Test
    void refusesAnythingButPlainData() {
        assertThatThrownBy(() -> load("tables: !!java.util.Date 2024-01-01")).isInstanceOf(MalformedSynonyms.class);
    }

    @Test
    void haveNoEffectOnASchemaWithoutTheirTables() {
        Ground library = new Ground(Ground.library().schema(), Ground.TODAY, Ground.shippedSynonyms());

        assertThat(library.interpret("How many books are there?")).isInstanceOf(Understood.class);
        assertThat(library.interpret("How many clients are there?")).isInstanceOf(Declined.class);
    }

    @Test
    void teachAWord() {
        Ground taught = new Ground(Ground.library().schema(), Ground.TODAY,
                load("verbs: {author -> book: [draft]}"));

        assertThat(Ground.library().interpret("How many books has Jane Austen drafted?")).isInstanceOf(Declined.class);
        assertThat(taught.interpret("How many books has Jane Austen drafted?"))
                .isInstanceOfSatisfying(Understood.class, understood -> assertThat(understood.reading())
                        .isEqualTo("Counted books of the author named Jane Austen."));
    }

    private static Synonyms load(String yaml) {
        return Synonyms.load(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
    }
}
