package io.askwell.persistence.agent;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What SQL may be made of: kinds of syntax, operators, functions, types and words. What is not here is refused. How to add
 * something is told in {@code docs/security.md}.
 */
final class SqlAllowList {
    /** Simple names of the parser's node classes and enums. */
    static final Set<String> SYNTAX = words("""
        PlainSelect EmitMode SetOperationList ParenthesedSelect LateralSubSelect Values WithItem
        UnionOp IntersectOp ExceptOp SetOperationType
        SelectItem AllColumns AllTableColumns Distinct Alias AliasColumn
        Table Column ParenthesedFromItem TableFunction Join
        GroupByElement OrderByElement NullOrdering Limit Offset Fetch AllValue
        LongValue DoubleValue StringValue NullValue BooleanValue DateTimeLiteralExpression DateTime
        IntervalExpression IntervalQualifier SignedExpression Parenthesis ParenthesedExpressionList ExpressionList
        NamedExpressionList RowConstructor
        Addition Subtraction Multiplication Division Modulo BitwiseXor Concat
        BitwiseAnd BitwiseOr BitwiseLeftShift BitwiseRightShift
        AndExpression OrExpression NotExpression
        EqualsTo NotEqualsTo GreaterThan GreaterThanEquals MinorThan MinorThanEquals
        Between InExpression LikeExpression KeyWord SimilarToExpression RegExpMatchOperator RegExpMatchOperatorType
        IsNullExpression IsBooleanExpression IsUnknownExpression IsDistinctExpression OverlapsCondition
        ExistsExpression AnyComparisonExpression AnyType
        JsonExpression JsonOperator Contains ContainedBy DoubleAnd Matches CollateExpression
        CaseExpression WhenClause CastExpression ColDataType ExtractExpression TrimFunction TrimSpecification
        ArrayConstructor ArrayExpression RangeExpression TimezoneExpression TimeKeyExpression
        DateUnitExpression DateUnit
        Function AnalyticExpression AnalyticType WindowDefinition WindowElement WindowOffset WindowRange
        OracleNamedFunctionParameter Type Exclusion PartitionByClause OrderByClause""");

    static final Set<String> OPERATORS = words("""
        + - * / % ^ = <> != < > <= >= || ~ ~* !~ !~* & | << >>
        -> ->> #> #>> @> <@ ? ?| ?& && @@ =>""");

    /**
     * Pure functions of Postgres that answer questions; none reads a file, a setting, another query or the session, and
     * none writes. Those of {@link BoundedCalls} are further limited there.
     */
    static final Set<String> FUNCTIONS = words(
            """
                count sum avg min max string_agg array_agg bool_and bool_or every any_value bit_and bit_or bit_xor
                stddev stddev_pop stddev_samp variance var_pop var_samp corr covar_pop covar_samp
                regr_avgx regr_avgy regr_count regr_intercept regr_r2 regr_slope regr_sxx regr_sxy regr_syy
                percentile_cont percentile_disc mode grouping rollup cube
                row_number rank dense_rank percent_rank cume_dist ntile lag lead first_value last_value nth_value
                coalesce nullif greatest least num_nulls num_nonnulls
                abs ceil ceiling floor round trunc sign mod power pow sqrt cbrt ln log log10 exp div gcd lcm pi degrees radians
                sin cos tan asin acos atan atan2 cot scale trim_scale width_bucket random
                lower upper initcap length char_length character_length octet_length bit_length trim btrim ltrim rtrim left right
                substring substr strpos position overlay replace translate concat concat_ws split_part reverse starts_with
                repeat lpad rpad format ascii chr md5 to_hex quote_literal string_to_array string_to_table array_to_string
                regexp_replace regexp_match regexp_matches regexp_count regexp_like regexp_instr regexp_substr
                regexp_split_to_array regexp_split_to_table
                date_trunc date_part date_bin extract age now current_date current_time current_timestamp localtime localtimestamp
                clock_timestamp statement_timestamp transaction_timestamp make_date make_time make_timestamp make_timestamptz
                make_interval to_char to_date to_number to_timestamp justify_days justify_hours justify_interval isfinite timezone
                array_length array_upper array_lower array_ndims array_position array_positions array_remove array_replace
                array_append array_prepend array_cat cardinality unnest generate_series generate_subscripts any some all array row
                json_build_object jsonb_build_object json_build_array jsonb_build_array to_json to_jsonb json_agg jsonb_agg
                json_object_agg jsonb_object_agg json_array_length jsonb_array_length json_typeof jsonb_typeof
                json_extract_path json_extract_path_text jsonb_extract_path jsonb_extract_path_text
                json_array_elements jsonb_array_elements json_array_elements_text jsonb_array_elements_text
                json_each jsonb_each json_each_text jsonb_each_text json_object_keys jsonb_object_keys
                jsonb_set jsonb_insert jsonb_strip_nulls json_strip_nulls jsonb_pretty
                jsonb_path_exists jsonb_path_match jsonb_path_query jsonb_path_query_array jsonb_path_query_first
                json_to_recordset jsonb_to_recordset json_to_record jsonb_to_record
                to_tsvector to_tsquery plainto_tsquery phraseto_tsquery websearch_to_tsquery ts_rank ts_rank_cd""");

    private static final Set<String> TYPES = words("""
        text varchar char bpchar character int int2 int4 int8 integer smallint bigint numeric decimal dec real float
        float4 float8 double date time timestamp timestamptz timetz interval boolean bool json jsonb uuid bit varbit
        inet cidr bytea tsvector tsquery""");
    private static final Pattern TYPE = Pattern.compile("([a-z0-9]+)( varying| precision)?( *\\([\\d, ]*\\))?"
            + "( with(out)? time zone)?( *\\[\\d*])*( year| month| day| hour| minute| second| to)*");

    /** The orders in which texts can be compared that exist in every database. */
    static final Set<String> COLLATIONS = words("C POSIX ucs_basic pg_c_utf8 unicode default");

    /** What {@code extract} can take of a time. */
    static final Set<String> EXTRACT_FIELDS = words("""
        century day decade dow doy epoch hour isodow isoyear julian microseconds millennium milliseconds minute month
        quarter second timezone timezone_hour timezone_minute week year""");

    /** Words of SQL that are no names. Every other word must be one that the gate has judged. */
    static final Set<String> KEYWORDS = words(
            """
                select distinct all on from where group by having order asc desc nulls first last limit offset fetch next row rows
                only with recursive materialized not as union intersect except values lateral ordinality
                join inner left right full outer cross natural using
                and or is null true false unknown isnull notnull between symmetric in like ilike similar to escape exists any some
                case when then else end cast at time zone interval date timestamp array row
                over partition range groups unbounded preceding following current exclude ties no others group window filter within
                rollup cube grouping sets extract for placing both leading trailing collate overlaps
                double precision character varying without year month day hour minute second quarter week""");

    private SqlAllowList() {}

    private static Set<String> words(String text) {
        return Stream.of(text.strip().split("\\s+")).collect(Collectors.toUnmodifiableSet());
    }

    /** @param type as written, in lower case */
    static boolean allowsType(String type) {
        var parts = TYPE.matcher(type.strip());
        return parts.matches() && TYPES.contains(parts.group(1));
    }

    /** Whether the word may stand in a statement although it is none of its names. */
    static boolean allowsWord(SqlToken word) {
        String value = word.value();
        return switch (word.kind()) {
            case QUOTED -> FUNCTIONS.contains(value) || COLLATIONS.contains(value);
            default -> FUNCTIONS.contains(value) || COLLATIONS.contains(value) || KEYWORDS.contains(value)
                    || TYPES.contains(value);
        };
    }
}
