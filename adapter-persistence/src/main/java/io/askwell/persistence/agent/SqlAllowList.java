package io.askwell.persistence.agent;

import java.util.Locale;
import java.util.Set;

/** What SQL may be made of: kinds of syntax, functions and types. What is not here is refused. */
final class SqlAllowList {
    /** Simple names of the parser's node classes and enums. */
    static final Set<String> SYNTAX = words("""
        PlainSelect EmitMode SetOperationList ParenthesedSelect LateralSubSelect Values WithItem
        UnionOp IntersectOp ExceptOp SetOperationType
        SelectItem AllColumns AllTableColumns Distinct Alias AliasColumn
        Table Column ParenthesedFromItem TableFunction Join
        GroupByElement OrderByElement NullOrdering Limit Offset Fetch
        LongValue DoubleValue StringValue NullValue BooleanValue DateTimeLiteralExpression DateTime
        IntervalExpression SignedExpression Parenthesis ParenthesedExpressionList ExpressionList RowConstructor
        Addition Subtraction Multiplication Division Modulo Concat
        AndExpression OrExpression NotExpression
        EqualsTo NotEqualsTo GreaterThan GreaterThanEquals MinorThan MinorThanEquals
        Between InExpression LikeExpression KeyWord IsNullExpression IsBooleanExpression IsDistinctExpression
        ExistsExpression AnyComparisonExpression AnyType
        CaseExpression WhenClause CastExpression ColDataType ExtractExpression TrimFunction TrimSpecification
        ArrayConstructor ArrayExpression TimezoneExpression TimeKeyExpression
        Function AnalyticExpression AnalyticType WindowDefinition WindowElement WindowOffset WindowRange
        Type Exclusion PartitionByClause OrderByClause""");

    /** Pure functions of Postgres that answer questions; none reads a file, a setting, another query or the clock's will. */
    static final Set<String> FUNCTIONS = words("""
        count sum avg min max string_agg array_agg bool_and bool_or every stddev stddev_pop stddev_samp variance
        var_pop var_samp corr percentile_cont percentile_disc mode
        row_number rank dense_rank percent_rank cume_dist ntile lag lead first_value last_value nth_value
        coalesce nullif greatest least
        abs ceil ceiling floor round trunc sign mod power sqrt ln log exp
        lower upper initcap length char_length trim btrim ltrim rtrim left right substring substr strpos position
        replace concat concat_ws split_part reverse starts_with
        date_trunc date_part extract age now current_date make_date to_char to_date to_number justify_days
        array_length cardinality unnest generate_series any some all""");

    static final Set<String> TYPES = words("""
        text varchar char bpchar character int int2 int4 int8 integer smallint bigint numeric decimal real float
        float4 float8 double date time timestamp timestamptz timetz interval boolean bool""");

    private SqlAllowList() {}

    private static Set<String> words(String text) {
        return Set.of(text.strip().split("\\s+"));
    }

    static boolean allowsType(String type) {
        String first = type.strip().toLowerCase(Locale.ROOT).split("[\\s(]", 2)[0];
        return TYPES.contains(first);
    }
}
