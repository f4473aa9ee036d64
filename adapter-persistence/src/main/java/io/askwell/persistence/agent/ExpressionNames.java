package io.askwell.persistence.agent;

import java.util.List;
import java.util.Set;
import net.sf.jsqlparser.expression.AnalyticExpression;
import net.sf.jsqlparser.expression.DateUnitExpression;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.select.AllColumns;
import net.sf.jsqlparser.statement.select.AllTableColumns;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.SelectItem;
import org.jspecify.annotations.Nullable;

/** Resolves the columns of expressions. */
final class ExpressionNames {
    /** Words that look like columns and are the clock. */
    private static final Set<String> CLOCK = Set.of("current_date", "current_time", "current_timestamp", "localtime",
            "localtimestamp");
    /** Words that look like columns and tell who is logged in. */
    private static final Set<String> SESSION = Set.of("current_user", "session_user", "user", "current_role",
            "system_user", "current_catalog", "current_schema");
    private final SqlNames names;
    private final SelectNames selects;

    ExpressionNames(SqlNames names, SelectNames selects) {
        this.names = names;
        this.selects = selects;
    }

    /** @throws SqlViolation if a column at or below the node is none */
    void visit(@Nullable Object node, Scope scope) {
        switch (node) {
            case null -> {
            }
            case Select select -> selects.columns(select, scope);
            case Column column -> column(column, scope);
            case DateUnitExpression unit -> {
                bare(SqlIdentifiers.resolved(unit.toString()), scope);
                names.judge(unit);
            }
            case Function call -> {
                countedRows(call.getName(), call.getParameters() == null ? List.of() : call.getParameters());
                children(call, scope);
            }
            case AnalyticExpression call -> {
                countedRows(call.getName(), call.getExpression() == null ? List.of() : List.of(call.getExpression()));
                children(call, scope);
            }
            default -> children(node, scope);
        }
    }

    /** A {@code *} that is still there stands for a relation that is known to hold no more than it shows. */
    void visitItem(SelectItem<?> item, Scope scope) {
        if (item.getExpression() instanceof AllColumns star) {
            accept(star);
        } else {
            visit(item.getExpression(), scope);
        }
    }

    private void children(Object node, Scope scope) {
        if (node instanceof Iterable<?> list) {
            list.forEach(child -> visit(child, scope));
        }
        SyntaxTree.children(node).forEach(child -> visit(child, scope));
    }

    /** {@code count(*)}, the only call that takes a star. */
    private void countedRows(String function, List<? extends Expression> arguments) {
        if (SyntaxRules.functionName(function).equals("count") && arguments.size() == 1
                && arguments.getFirst() instanceof AllColumns star && !(star instanceof AllTableColumns)) {
            names.judge(star);
        }
    }

    /** The name of a column without a table before it; the parser takes some, such as {@code month}, for units of time. */
    @Nullable
    String bareName(Expression expression) {
        return switch (expression) {
            case Column column when isBare(column) -> SqlIdentifiers.resolved(column.getColumnName());
            case DateUnitExpression unit -> SqlIdentifiers.resolved(unit.toString());
            default -> null;
        };
    }

    boolean isBare(Column column) {
        return column.getTable() == null || column.getTable().getName() == null;
    }

    /** The name has been found to be one. */
    void accept(Object node) {
        names.judge(node);
        switch (node) {
            case Column column -> {
                names.know(SqlIdentifiers.resolved(column.getColumnName()));
                acceptQualifier(column.getTable());
            }
            case AllTableColumns all -> acceptQualifier(all.getTable());
            case DateUnitExpression unit -> names.know(SqlIdentifiers.resolved(unit.toString()));
            default -> {
            }
        }
    }

    private void acceptQualifier(@Nullable Table table) {
        if (table != null) {
            names.judge(table);
            table.getNameParts().stream().filter(part -> part != null)
                    .forEach(part -> names.know(SqlIdentifiers.resolved(part)));
        }
    }

    /** A name that a WITH list gives to a column. */
    String declared(SelectItem<?> item) {
        if (item.getExpression() instanceof Column column && isBare(column)) {
            accept(column);
            return SqlIdentifiers.resolved(column.getColumnName());
        }
        throw new SqlViolation(Rule.COLUMN, "a WITH list takes plain names");
    }

    private void column(Column column, Scope scope) {
        String name = SqlIdentifiers.resolved(column.getColumnName());
        if (isBare(column)) {
            boolean isQuoted = column.getColumnName().startsWith("\"");
            if (isQuoted || !CLOCK.contains(name)) {
                qualifyIfOutside(column, bare(name, isQuoted, scope), name, scope);
            }
        } else {
            Relation relation = qualified(column.getTable(), scope);
            if (!relation.has(name)) {
                throw UnknownName.column(SqlIdentifiers.resolved(column.getTable().getName()), name, relation,
                        names.schema());
            }
        }
        visit(column.getArrayConstructor(), scope);
        accept(column);
    }

    private void bare(String name, Scope scope) {
        bare(name, false, scope);
        names.know(name);
    }

    private Scope.Found bare(String name, boolean isQuoted, Scope scope) {
        if (!isQuoted && SESSION.contains(name)) {
            throw new SqlViolation(Rule.COLUMN, name + " is not allowed");
        }
        Scope.Found found = scope.column(name);
        if (found == null) {
            throw UnknownName.column(name, scope.visible(), names.schema());
        }
        return found;
    }

    /**
     * A table that stands nearer may have a column of that name which the agent does not see, and Postgres would take it:
     * so the name says whose it is.
     */
    private static void qualifyIfOutside(Column column, Scope.Found found, String name, Scope scope) {
        if (found.depth() == 0 || !scope.hasStoredWithin(found.depth())) {
            return;
        }
        Relation relation = found.relation();
        Scope.Found reached = relation.name() == null ? null : scope.relation(relation.name());
        if (reached == null || reached.depth() != found.depth() || !reached.relation().equals(relation)) {
            throw new SqlViolation(Rule.AMBIGUITY,
                    "say which table column %s is of, by an alias that is used once".formatted(name));
        }
        column.setTable(new Table(relation.written()));
    }

    /** @throws SqlViolation if there is no relation of that name here */
    Relation qualified(Table qualifier, Scope scope) {
        String name = SqlIdentifiers.resolved(qualifier.getName());
        Scope.Found found = scope.relation(name);
        if (found == null || !isSchemaOf(qualifier, found.relation())) {
            throw UnknownName.qualifier(qualifier.getFullyQualifiedName(), scope.visible());
        }
        return found.relation();
    }

    private static boolean isSchemaOf(Table qualifier, Relation relation) {
        boolean hasDatabase = qualifier.getDatabase() != null && qualifier.getDatabase().getDatabaseName() != null;
        String schema = qualifier.getSchemaName();
        return !hasDatabase && (schema == null || SqlIdentifiers.resolved(schema).equals(relation.schema()));
    }
}
