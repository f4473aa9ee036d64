package io.askwell.llm.agent;

import static java.util.Map.entry;

import java.util.Map;

/** PostgreSQL's names for the errors that a draft can cause: models know them better than any words of ours. */
final class SqlState {
    private static final Map<String, String> NAMES = Map.ofEntries(entry("0A000", "feature_not_supported"),
            entry("21000", "cardinality_violation"), entry("22003", "numeric_value_out_of_range"),
            entry("22007", "invalid_datetime_format"), entry("22008", "datetime_field_overflow"),
            entry("22012", "division_by_zero"), entry("22P02", "invalid_text_representation"),
            entry("42501", "insufficient_privilege"), entry("42601", "syntax_error"),
            entry("42611", "invalid_column_definition"),
            entry("42701", "duplicate_column"), entry("42702", "ambiguous_column"), entry("42703", "undefined_column"),
            entry("42704", "undefined_object"), entry("42712", "duplicate_alias"),
            entry("42725", "ambiguous_function"), entry("42803", "grouping_error"),
            entry("42804", "datatype_mismatch"), entry("42809", "wrong_object_type"),
            entry("42846", "cannot_coerce"), entry("42883", "undefined_function"), entry("42P01", "undefined_table"),
            entry("42P08", "ambiguous_parameter"), entry("42P09", "ambiguous_alias"),
            entry("42P10", "invalid_column_reference"), entry("42P18", "indeterminate_datatype"),
            entry("42P19", "invalid_recursion"), entry("42P20", "windowing_error"),
            entry("25006", "read_only_sql_transaction"), entry("54000", "program_limit_exceeded"));

    private SqlState() {}

    /** Code and name, such as {@code 42703 undefined_column}; the code alone where it is none of those above. */
    static String named(String code) {
        return NAMES.containsKey(code) ? code + " " + NAMES.get(code) : code;
    }
}
