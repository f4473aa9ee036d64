package io.askwell.persistence.agent;

import java.util.List;
import java.util.Locale;
import net.sf.jsqlparser.expression.AnalyticExpression;
import net.sf.jsqlparser.expression.ArrayConstructor;
import net.sf.jsqlparser.expression.ArrayExpression;
import net.sf.jsqlparser.expression.CaseExpression;
import net.sf.jsqlparser.expression.CastExpression;
import net.sf.jsqlparser.expression.CollateExpression;
import net.sf.jsqlparser.expression.DateUnitExpression;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.ExtractExpression;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.IntervalExpression;
import net.sf.jsqlparser.expression.TimeKeyExpression;
import net.sf.jsqlparser.expression.TrimFunction;
import net.sf.jsqlparser.expression.operators.relational.ExistsExpression;
import net.sf.jsqlparser.expression.operators.relational.ParenthesedExpressionList;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.PlainSelect;

/** The name that Postgres gives to a column of a result that has no alias. */
final class OutputNames {
    private OutputNames() {}

    /** The empty text if there is none to refer to. */
    static String of(Expression expression) {
        return switch (expression) {
            case Column column -> SqlIdentifiers.resolved(column.getColumnName());
            case DateUnitExpression unit -> SqlIdentifiers.resolved(unit.toString());
            case TrimFunction trim -> trimName(trim);
            case Function function -> SyntaxRules.functionName(function.getName());
            case AnalyticExpression function -> SyntaxRules.functionName(function.getName());
            case CastExpression cast -> castName(cast);
            case CaseExpression choice ->
                choice.getElseExpression() != null && !of(choice.getElseExpression()).isEmpty()
                        ? of(choice.getElseExpression())
                        : "case";
            case CollateExpression collate -> of(collate.getLeftExpression());
            case ArrayExpression element -> of(element.getObjExpression());
            case ArrayConstructor ignored -> "array";
            case ExtractExpression ignored -> "extract";
            case ExistsExpression ignored -> "exists";
            case IntervalExpression ignored -> "interval";
            case TimeKeyExpression key -> SqlIdentifiers.resolved(key.getStringValue().replace("()", ""));
            case ParenthesedExpressionList<?> one when one.size() == 1 -> of(one.getFirst());
            case ParenthesedSelect select -> selectName(select);
            default -> "";
        };
    }

    private static String castName(CastExpression cast) {
        String inner = of(cast.getLeftExpression());
        if (!inner.isEmpty() && !(cast.getLeftExpression() instanceof CaseExpression)) {
            return inner;
        }
        String type = cast.getColDataType().toString().toLowerCase(Locale.ROOT).split("[ (\\[]", 2)[0];
        return switch (type) {
            case "int", "integer" -> "int4";
            case "bigint" -> "int8";
            case "smallint" -> "int2";
            case "decimal", "dec" -> "numeric";
            case "real" -> "float4";
            case "double", "float" -> "float8";
            case "boolean" -> "bool";
            case "char" -> "bpchar";
            case "character" -> "bpchar";
            default -> type;
        };
    }

    private static String trimName(TrimFunction trim) {
        return switch (trim.getTrimSpecification()) {
            case LEADING -> "ltrim";
            case TRAILING -> "rtrim";
            case null, default -> "btrim";
        };
    }

    private static String selectName(ParenthesedSelect select) {
        if (select.getSelect() instanceof PlainSelect plain) {
            var item = List.copyOf(plain.getSelectItems()).getFirst();
            return item.getAlias() == null
                    ? of(item.getExpression())
                    : SqlIdentifiers.resolved(item.getAlias().getName());
        }
        return "";
    }
}
