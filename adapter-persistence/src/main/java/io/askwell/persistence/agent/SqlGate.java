package io.askwell.persistence.agent;

import io.askwell.domain.agent.Schema;
import io.askwell.persistence.agent.Admission.Admitted;
import io.askwell.persistence.agent.Admission.Refused;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import net.sf.jsqlparser.expression.AnalyticExpression;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.parser.CCJSqlParser;
import net.sf.jsqlparser.parser.ParseException;
import net.sf.jsqlparser.parser.TokenMgrException;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.create.table.ColDataType;
import net.sf.jsqlparser.statement.select.AllTableColumns;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.TableFunction;
import net.sf.jsqlparser.statement.select.WithItem;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether SQL may run: exactly one SELECT, made of allow-listed syntax only, over tables the agent may read, with
 * allow-listed functions and types. What is admitted is the syntax tree written anew, so that nothing that the parser
 * skipped, such as a comment, reaches the database.
 */
final class SqlGate {
    static final int MAX_LENGTH = 10_000;
    static final int MAX_NESTING = 40;

    Admission admit(String sql, Schema schema) {
        try {
            Select select = parse(withinCaps(sql));
            Collection<Object> nodes = SyntaxTree.nodes(select);
            var tables = new TableRule(schema, commonTableNames(nodes), qualifiers(nodes));
            for (Object node : nodes) {
                check(node, tables);
            }
            return new Admitted(select.toString());
        } catch (Violation violation) {
            return new Refused(violation.reason);
        }
    }

    private static String withinCaps(String sql) {
        if (sql.length() > MAX_LENGTH) {
            throw new Violation("the SQL is longer than %d characters".formatted(MAX_LENGTH));
        }
        int depth = 0;
        for (int i = 0; i < sql.length(); i++) {
            depth += switch (sql.charAt(i)) {
                case '(', '[' -> 1;
                case ')', ']' -> -1;
                default -> 0;
            };
            if (depth > MAX_NESTING) {
                throw new Violation("the SQL is nested deeper than %d levels".formatted(MAX_NESTING));
            }
        }
        return sql;
    }

    private static Select parse(String sql) {
        try {
            var parser = new CCJSqlParser(sql).withAllowComplexParsing(true).withSquareBracketQuotation(false);
            var statements = parser.Statements();
            if (statements.size() != 1) {
                throw new Violation("exactly one statement is allowed, not %d".formatted(statements.size()));
            }
            if (statements.getFirst() instanceof Select select) {
                return select;
            }
            throw new Violation("only SELECT is allowed");
        } catch (ParseException e) {
            throw new Violation("it is not valid PostgreSQL: " + syntaxError(e));
        } catch (TokenMgrException e) {
            throw new Violation("it is not valid PostgreSQL: it holds a character or an open quote that is no SQL");
        }
    }

    private static String syntaxError(ParseException e) {
        return e.currentToken == null || e.currentToken.next == null
                ? "syntax error"
                : "syntax error at or near \"%s\", line %d".formatted(e.currentToken.next.image,
                        e.currentToken.next.beginLine);
    }

    private static Set<String> commonTableNames(Collection<Object> nodes) {
        return nodes.stream().filter(WithItem.class::isInstance)
                .map(item -> identifier(((WithItem<?>) item).getUnquotedAliasName()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The {@code c} of {@code c.name}: the parser calls it a table too, but it only points at one. */
    private static Set<Object> qualifiers(Collection<Object> nodes) {
        Set<Object> qualifiers = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Object node : nodes) {
            if (node instanceof Column column && column.getTable() != null) {
                qualifiers.add(column.getTable());
            } else if (node instanceof AllTableColumns all) {
                qualifiers.add(all.getTable());
            }
        }
        return qualifiers;
    }

    private static void check(Object node, TableRule tables) {
        String kind = node instanceof Enum<?> constant
                ? constant.getDeclaringClass().getSimpleName()
                : node.getClass().getSimpleName();
        if (!SqlAllowList.SYNTAX.contains(kind)) {
            throw new Violation("%s is not allowed".formatted(spaced(kind)));
        }
        switch (node) {
            case PlainSelect select when select.getIntoTables() != null || select.getIntoTempTable() != null ->
                throw new Violation("SELECT INTO is not allowed");
            case Table table -> tables.check(table);
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
            throw new Violation("the function %s is not allowed".formatted(function));
        }
    }

    private static void requireType(String type) {
        if (!SqlAllowList.allowsType(type)) {
            throw new Violation("the type %s is not allowed".formatted(type));
        }
    }

    /** As Postgres reads it: quoted as it stands, else in lower case. */
    static String identifier(String written) {
        return written.startsWith("\"") && written.endsWith("\"") && written.length() > 1
                ? written.substring(1, written.length() - 1).replace("\"\"", "\"")
                : written.toLowerCase(Locale.ROOT);
    }

    private static String spaced(String kind) {
        return "syntax of the kind " + kind.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }

    static final class Violation extends RuntimeException {
        private final String reason;

        Violation(String reason) {
            super(reason, null, false, false);
            this.reason = reason;
        }
    }
}
