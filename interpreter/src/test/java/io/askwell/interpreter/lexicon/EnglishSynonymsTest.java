package io.askwell.interpreter.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.domain.agent.Schema;
import io.askwell.domain.agent.Schema.Column;
import io.askwell.domain.agent.Schema.Kind;
import io.askwell.domain.agent.Schema.Table;
import io.askwell.domain.agent.Schema.TableName;
import io.askwell.interpreter.logic.SchemaGraph;
import io.askwell.interpreter.synonyms.Synonyms;
import java.util.List;
import org.junit.jupiter.api.Test;

class EnglishSynonymsTest {
    @Test
    void putsTheNounOfTheSchemaInPlaceOfAnother() {
        assertThat(asked("show the surnames of movies", "film", "last_name"))
                .containsExactly("show the last names of movies", "show the surnames of films");
    }

    @Test
    void leavesNounsThatTheSchemaHas() {
        assertThat(asked("show the movies", "film", "movie")).isEmpty();
    }

    @Test
    void leavesNounsThatCouldBeTwo() {
        assertThat(asked("show the teachers", "instructor", "professor")).isEmpty();
    }

    @Test
    void takesOneNounForOneHoweverItIsWritten() {
        assertThat(asked("show the birthday", "member", "birth_date")).containsExactly("show the birth date");
    }

    private static List<String> asked(String question, String table, String column) {
        Column only = new Column(column, "text", Kind.TEXT, true, "", List.of());
        Schema schema = new Schema(
                List.of(new Table(new TableName("public", table), "", List.of(only), List.of())), List.of());
        return EnglishSynonyms.in(Words.of(question), SchemaLexicon.of(new SchemaGraph(schema), Synonyms.none()))
                .stream().map(replaced -> String.join(" ", replaced.words())).toList();
    }
}
