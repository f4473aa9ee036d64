package io.askwell.persistence.agent;

import java.util.Collection;
import java.util.Locale;
import net.sf.jsqlparser.expression.AnalyticExpression;
import net.sf.jsqlparser.expression.CollateExpression;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.operators.relational.LikeExpression;
import net.sf.jsqlparser.statement.create.table.ColDataType;
import net.sf.jsqlparser.statement.select.Limit;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.TableFunction;
import net.sf.jsqlparser.statement.select.WithItem;
import org.jspecify.annotations.Nullable;

/** Holds every node of a statement against the allow-lists of syntax, functions and types. */
final class SyntaxRules {
    /** Postgres itself stops at 1664; no reader wants so many. */
    static final int MAX_COLUMNS = 250;

    private SyntaxRules() {}

    /** @throws SqlViolation at the first node that is not allowed */
    static void check(Collection<Object> nodes) {
        nodes.forEach(SyntaxRules::checkStatement);
        nodes.forEach(SyntaxRules::checkKind);
        nodes.forEach(SyntaxRules::checkNode);
    }

    /** First, so that the reason is the plain one. */
    private static void checkStatement(Object node) {
        if (node instanceof WithItem<?> item
                && !((Object) item.getParenthesedStatement() instanceof ParenthesedSelect)) {
            throw new SqlViolation(Rule.STATEMENT, "only SELECT is allowed in WITH; anything else is not allowed");
        }
        if (node instanceof PlainSelect select
                && (select.getIntoTables() != null || select.getIntoTempTable() != null)) {
            throw new SqlViolation(Rule.STATEMENT, "SELECT INTO is not allowed");
        }
        if (node instanceof Select select
                && (select.getForMode() != null || select.getForUpdate() != null)) {
            throw new SqlViolation(Rule.STATEMENT, "to lock rows is not allowed");
        }
    }

    private static void checkKind(Object node) {
        String kind = node instanceof Enum<?> constant
                ? constant.getDeclaringClass().getSimpleName()
                : node.getClass().getSimpleName();
        if (!SqlAllowList.SYNTAX.contains(kind)) {
            throw new SqlViolation(Rule.SYNTAX, "syntax of the kind %s is not allowed"
                    .formatted(kind.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT)));
        }
    }

    private static void checkNode(Object node) {
        switch (node) {
            // A call in FROM wraps the function proper, which is a node of its own.
            case TableFunction ignored -> {
            }
            case Function function -> BoundedCalls.check(function, requireAllowed(function.getName()));
            case AnalyticExpression function -> requireAllowed(function.getName());
            case ColDataType type -> requireType(type.toString());
            case CollateExpression collate -> requireCollation(collate.getCollate());
            case LikeExpression.KeyWord word -> requireLike(word);
            case Limit limit when limit.getOffset() != null || limit.getByExpressions() != null ->
                throw new SqlViolation(Rule.SYNTAX, "LIMIT takes one number in PostgreSQL; write LIMIT n OFFSET m");
            case PlainSelect select when select.getSelectItems().size() > MAX_COLUMNS -> throw new SqlViolation(
                    Rule.SIZE, "a SELECT of more than %d columns is not allowed".formatted(MAX_COLUMNS));
            default -> {
            }
        }
    }

    private static String requireAllowed(@Nullable String written) {
        String name = functionName(written);
        if (!SqlAllowList.FUNCTIONS.contains(name)) {
            throw new SqlViolation(Rule.FUNCTION, "the function %s is not allowed".formatted(written));
        }
        return name;
    }

    /** As Postgres reads it. One of several parts has a dot, which no allowed function has. */
    static String functionName(@Nullable String written) {
        return written == null ? "" : SqlIdentifiers.resolved(written);
    }

    private static void requireType(String type) {
        if (!SqlAllowList.allowsType(type.toLowerCase(Locale.ROOT))) {
            throw new SqlViolation(Rule.TYPE, "the type %s is not allowed".formatted(type));
        }
    }

    private static void requireCollation(String collation) {
        if (!SqlAllowList.COLLATIONS.contains(SqlIdentifiers.resolved(collation))) {
            throw new SqlViolation(Rule.TYPE, "the collation %s is not allowed".formatted(collation));
        }
    }

    /** The parser knows those of other databases too. */
    private static void requireLike(LikeExpression.KeyWord word) {
        switch (word) {
            case LIKE, ILIKE, SIMILAR_TO -> {
            }
            default -> throw new SqlViolation(Rule.SYNTAX, "the operator %s is not allowed".formatted(word));
        }
    }
}
