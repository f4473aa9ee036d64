package io.askwell.interpreter;

import static io.askwell.interpreter.Ground.link;
import static io.askwell.interpreter.Ground.number;
import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.domain.agent.Interpretation.Understood;
import io.askwell.domain.agent.Schema;
import io.askwell.domain.agent.Schema.Column;
import io.askwell.domain.agent.Schema.Kind;
import io.askwell.domain.agent.Schema.Table;
import io.askwell.domain.agent.Schema.TableName;
import io.askwell.interpreter.synonyms.Synonyms;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Allotments, whose schema has columns that say yes or no, numbers that name things, and keys that play a part. */
class AllotmentTest {
    private final Ground allotments = ground();

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        # what plots are numbered by, and not how many there are
        What are the numbers of the plots in the North section? | Listed the plot no of plots whose section is North.
        # a column that stores yes or no
        How many heated sheds are there?                        | Counted sheds whose heated is T.
        List the names of the stewards.                         | Listed the different name of gardeners whose is steward is Y.
        Show the numbers of the sheds that are locked.          | Listed the shed no of sheds whose locked is true.
        Which sheds are not locked?                             | Listed sheds whose locked is not true.
        # what rows are, stored in the singular
        Show the names of gardeners who are nurses.             | Listed the name of gardeners whose trade is Nurse.
        # a unit, written together with what is measured, and said behind a number
        What is the length of each path?                        | Listed the lengthkm of paths.
        Which paths are longer than 2 km?                       | Listed paths whose lengthkm is more than 2.
        Which paths are longer than 2 kilometers?               | Listed paths whose lengthkm is more than 2.
        # of those without an age, the youngest is born last
        How many gardeners have a birth year of 1980 or later?  | Counted gardeners whose birth year is at least 1980.
        Show the name of the youngest gardener.                 | Listed the name of gardeners, and kept the highest by birth year.
        # numbers are sorted from the largest to the smallest, and not what they are told of
        Show each section and the number of plots in it, sorted from the largest to the smallest. | Listed the section, number of rows of plots for each section, sorted by number of rows from high to low.
        Which sections are home to at least two plots?          | Listed the section of plots for each section with at least 2 as number of rows.
        # a word of a name that is stored is no name by itself
        Show the numbers of the plots on Name Walk.              | Listed the plot no of plots of the path named Name Walk.
        # a key that plays a part is meant by its name
        Show the names of the committees chaired by Ann Berg.   | Listed the name of committees of the gardener named Ann Berg.
        """)
    void isReadAsItIsMeant(String question, String reading) {
        assertThat(allotments.interpret(question)).isInstanceOfSatisfying(Understood.class,
                understood -> assertThat(understood.reading()).isEqualTo(reading));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            // The paths are measured in kilometres.
            "Which paths are longer than 2 miles?",
            "Which paths have a length of more than 200 m?",
            // The chair of a committee is but one of those who sit on it.
            "Which gardeners serve on the committee Water?",
            // By somebody else, whose key no way follows.
            "How many gardeners were trained by Ann Berg?",
            // Of committees, and not of the gardeners on them.
            "Show the names of the committees that were disbanded before 1980."})
    void isNotGuessed(String question) {
        assertThat(allotments.interpret(question)).isNotInstanceOf(Understood.class);
    }

    private static Ground ground() {
        Table gardener = table("gardener", "gardener_id", Ground.text("name", "Ann Berg", "Bo Carl"),
                number("birth_year"), Ground.text("is_steward", "Y", "N"), Ground.text("trade", "Nurse", "Carpenter"),
                number("trainer_id"));
        Table committee = table("committee", "committee_id", Ground.text("name", "Water", "Paths"),
                number("founded"), number("chair_id"));
        Table seat = new Table(new TableName("public", "seat"), "",
                List.of(number("committee_id"), number("gardener_id")), List.of("committee_id", "gardener_id"));
        Table plot = table("plot", "plot_id", Ground.text("plot_no"), Ground.text("section", "North", "South"),
                number("area_sqm"), number("gardener_id"), number("path_id"));
        Table path = table("path", "path_id", Ground.text("name", "Oak Walk", "Name Walk"), number("lengthkm"));
        Table shed = table("shed", "shed_no", Ground.text("heated", "T", "F"),
                Ground.column("locked", Kind.BOOLEAN), number("plot_id"));
        return new Ground(new Schema(List.of(gardener, committee, seat, plot, path, shed),
                List.of(link(gardener, "trainer_id", gardener, "gardener_id"),
                        link(committee, "chair_id", gardener, "gardener_id"),
                        link(seat, "committee_id", committee, "committee_id"),
                        link(seat, "gardener_id", gardener, "gardener_id"),
                        link(plot, "gardener_id", gardener, "gardener_id"),
                        link(plot, "path_id", path, "path_id"), link(shed, "plot_id", plot, "plot_id"))),
                Ground.TODAY, Synonyms.none());
    }

    private static Table table(String name, String key, Column... columns) {
        List<Column> all = new java.util.ArrayList<>(List.of(number(key)));
        all.addAll(Arrays.asList(columns));
        return new Table(new TableName("public", name), "", all, List.of(key));
    }
}
