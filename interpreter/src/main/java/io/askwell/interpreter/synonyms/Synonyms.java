package io.askwell.interpreter.synonyms;

import io.askwell.interpreter.logic.Measure.Folding;
import java.io.InputStream;
import java.util.List;

/**
 * Words that people use for a schema beyond the names in it. Entries about tables or columns that a schema does not
 * have are without effect there.
 */
public record Synonyms(List<TableWords> tables, List<ColumnWords> columns, List<VerbWords> verbs,
        List<MeasureWords> measures) {
    public Synonyms {
        tables = List.copyOf(tables);
        columns = List.copyOf(columns);
        verbs = List.copyOf(verbs);
        measures = List.copyOf(measures);
    }

    /** No words beyond those of the schema. */
    public static Synonyms none() {
        return new Synonyms(List.of(), List.of(), List.of(), List.of());
    }

    /**
     * Reads YAML as it is described in {@code docs/teaching-the-grammar.md}.
     *
     * @param yaml UTF-8; left open
     * @throws MalformedSynonyms naming the key that is wrong
     */
    public static Synonyms load(InputStream yaml) {
        return SynonymsFile.read(yaml);
    }

    /** Nouns for the rows of a table, in the singular. */
    public record TableWords(String table, List<String> nouns) {}

    /** Nouns for a column, in the singular; of one or several words. */
    public record ColumnWords(String table, String column, List<String> nouns) {}

    /** Verbs, in the base form, for what rows of one table do to rows of another. */
    public record VerbWords(String subject, String object, List<String> verbs) {}

    /**
     * Words for a figure over a column.
     *
     * @param verbs in the base form, such as "spend"
     * @param nouns such as "revenue"
     * @param by the table whose rows do so; empty where {@code doers} is
     * @param doers nouns for those rows, such as "spender"
     */
    public record MeasureWords(Folding how, String table, String column, List<String> verbs, List<String> nouns,
            String by, List<String> doers) {}
}
