package io.askwell.persistence.agent;

import io.askwell.domain.agent.Schema;
import io.askwell.persistence.agent.Admission.Admitted;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import net.sf.jsqlparser.expression.AnalyticExpression;
import net.sf.jsqlparser.expression.DateTimeLiteralExpression;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.IntervalExpression;
import net.sf.jsqlparser.expression.StringValue;
import net.sf.jsqlparser.parser.CCJSqlParser;
import net.sf.jsqlparser.parser.ParseException;
import net.sf.jsqlparser.parser.TokenMgrException;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.statement.create.table.ColDataType;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.TableFunction;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether SQL may run: exactly one SELECT, made of allow-listed syntax only, over tables the agent may read, with
 * allow-listed functions and types. What is admitted is the syntax tree written anew, and only if parser, text and
 * database agree on where its quoted texts begin and end.
 */
final class SqlGate {

    Admission admit(String sql, Schema schema) {
        try {
            SqlText text = SqlText.of(sql);
            Select select = parse(text.clean());
            Collection<Object> nodes = SyntaxTree.nodes(select);
            nodes.forEach(SqlGate::checkSyntax);
            requireSameLiterals(text.literals(), nodes.stream().flatMap(SqlGate::literals));
            var names = new SqlNames(schema, nodes);
            nodes.forEach(node -> check(node, names));
            String admitted = select.toString();
            requireSameLiterals(text.literals(), SqlText.of(admitted).literals().stream());
            return new Admitted(admitted);
        } catch (SqlViolation violation) {
            return violation.refused();
        } catch (StackOverflowError tooDeep) {
            return new SqlViolation("the SQL is nested too deep").refused();
        }
    }

    private static Select parse(String sql) {
        try {
            var parser = new CCJSqlParser(sql).withAllowComplexParsing(true).withSquareBracketQuotation(false);
            var statements = parser.Statements();
            if (statements.size() != 1) {
                throw new SqlViolation("exactly one statement is allowed, not %d".formatted(statements.size()));
            }
            if (statements.getFirst() instanceof Select select) {
                return select;
            }
            throw new SqlViolation("only SELECT is allowed");
        } catch (ParseException | TokenMgrException e) {
            throw new SqlViolation("it is not valid PostgreSQL: syntax error");
        }
    }

    private static void checkSyntax(Object node) {
        String kind = node instanceof Enum<?> constant
                ? constant.getDeclaringClass().getSimpleName()
                : node.getClass().getSimpleName();
        if (!SqlAllowList.SYNTAX.contains(kind)) {
            throw new SqlViolation("syntax of the kind %s is not allowed"
                    .formatted(kind.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT)));
        }
        if (node instanceof PlainSelect select
                && (select.getIntoTables() != null || select.getIntoTempTable() != null)) {
            throw new SqlViolation("SELECT INTO is not allowed");
        }
    }

    private static void check(Object node, SqlNames names) {
        switch (node) {
            case Column column -> names.check(column);
            // A call in FROM wraps the function proper, which is a node of its own.
            case TableFunction ignored -> {
            }
            case Function function -> requireAllowed(function.getName());
            case AnalyticExpression function -> requireAllowed(function.getName());
            case ColDataType type -> requireType(type.getDataType());
            default -> {
            }
        }
    }

    private static void requireAllowed(@Nullable String function) {
        if (function == null || !SqlAllowList.FUNCTIONS.contains(function.toLowerCase(Locale.ROOT))) {
            throw new SqlViolation("the function %s is not allowed".formatted(function));
        }
    }

    private static void requireType(String type) {
        if (!SqlAllowList.allowsType(type)) {
            throw new SqlViolation("the type %s is not allowed".formatted(type));
        }
    }

    /** The quoted texts that a node stands for, without their quotes. */
    private static Stream<String> literals(Object node) {
        return switch (node) {
            case StringValue text -> Stream.of(Objects.requireNonNullElse(text.getPrefix(), "") + text.getValue());
            case DateTimeLiteralExpression time -> unquoted(time.getValue());
            case IntervalExpression interval -> unquoted(interval.getParameter());
            default -> Stream.empty();
        };
    }

    private static Stream<String> unquoted(@Nullable String literal) {
        return literal != null && literal.startsWith("'")
                ? Stream.of(literal.substring(1, literal.length() - 1))
                : Stream.empty();
    }

    /** An alias in quotes, or a text that one side ends elsewhere, is in one list and not in the other. */
    private static void requireSameLiterals(List<String> read, Stream<String> others) {
        if (!read.stream().sorted().toList().equals(others.sorted().toList())) {
            throw new SqlViolation("a quoted text stands where it could be read in two ways");
        }
    }
}
