package io.askwell.persistence.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.LongValue;
import net.sf.jsqlparser.expression.operators.relational.ExpressionList;
import net.sf.jsqlparser.expression.operators.relational.ParenthesedExpressionList;
import net.sf.jsqlparser.statement.select.AllColumns;
import net.sf.jsqlparser.statement.select.OrderByElement;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.SelectItem;
import net.sf.jsqlparser.statement.select.SetOperationList;
import net.sf.jsqlparser.statement.select.Values;
import net.sf.jsqlparser.statement.select.WithItem;
import org.jspecify.annotations.Nullable;

/** Resolves the names of a SELECT, clause by clause, in the order in which Postgres makes them known. */
final class SelectNames {
    private final FromNames from;
    private final ExpressionNames expressions;

    SelectNames(SqlNames names) {
        this.expressions = new ExpressionNames(names, this);
        this.from = new FromNames(names, this, expressions);
    }

    /**
     * @param around what it sees from outside
     * @return the names of its columns
     * @throws SqlViolation if a name in it is none
     */
    List<String> columns(Select select, Scope around) {
        Scope scope = around.nested();
        if (select.getWithItemsList() != null) {
            boolean isRecursive = select.getWithItemsList().stream().anyMatch(WithItem::isRecursive);
            select.getWithItemsList().forEach(item -> define(item, isRecursive, scope));
        }
        return switch (select) {
            case PlainSelect plain -> plain(plain, scope);
            case SetOperationList set -> set(set, scope, null);
            case Values values -> values(values, scope);
            case ParenthesedSelect inner -> {
                List<String> columns = columns(inner.getSelect(), scope);
                orderBy(inner.getOrderByElements(), columns, scope);
                rest(inner, scope);
                yield columns;
            }
            default -> throw new SqlViolation(Rule.SYNTAX, "a SELECT of this kind is not allowed");
        };
    }

    private void define(WithItem<?> item, boolean isRecursive, Scope scope) {
        String name = SqlIdentifiers.resolved(item.getAlias().getName());
        List<String> renamed = new ArrayList<>(SqlNames.aliasColumns(item.getAlias()));
        if (item.getWithItemList() != null) {
            item.getWithItemList().forEach(column -> renamed.add(expressions.declared(column)));
        }
        Select body = item.getSelect().getSelect();
        if (isRecursive && body instanceof SetOperationList set && body.getWithItemsList() == null) {
            Scope inner = scope.nested();
            set(set, inner, first -> inner.define(name, renamed(first, renamed)));
            scope.define(name, Objects.requireNonNull(inner.commonTable(name)).columns());
        } else {
            scope.define(name, renamed(columns(item.getSelect(), scope), renamed));
        }
    }

    /** The first names replaced, as many as there are others. */
    static List<String> renamed(List<String> columns, List<String> names) {
        var renamed = new ArrayList<>(names.subList(0, Math.min(names.size(), columns.size())));
        renamed.addAll(columns.subList(renamed.size(), columns.size()));
        return renamed;
    }

    private List<String> plain(PlainSelect select, Scope scope) {
        from.add(select.getFromItem(), select.getJoins(), scope);
        var columns = new ArrayList<String>();
        expandStars(select, scope);
        for (SelectItem<?> item : select.getSelectItems()) {
            expressions.visitItem(item, scope);
            columns.add(item.getAlias() != null
                    ? SqlIdentifiers.resolved(item.getAlias().getName())
                    : OutputNames.of(item.getExpression()));
            if (item.getExpression() instanceof AllColumns) {
                columns.removeLast();
                from.openColumns(item.getExpression(), scope).forEach(columns::add);
            }
        }
        if (select.getDistinct() != null && select.getDistinct().getOnSelectItems() != null) {
            select.getDistinct().getOnSelectItems().forEach(item -> output(item.getExpression(), columns, scope));
        }
        if (select.getGroupBy() != null) {
            groupBy(select.getGroupBy().getGroupByExpressionList(), columns, scope);
            select.getGroupBy().getGroupingSets().forEach(set -> groupBy(set, columns, scope));
        }
        expressions.visit(select.getWhere(), scope);
        expressions.visit(select.getHaving(), scope);
        if (select.getWindowDefinitions() != null) {
            select.getWindowDefinitions().forEach(window -> expressions.visit(window, scope));
        }
        orderBy(select.getOrderByElements(), columns, scope);
        rest(select, scope);
        return columns;
    }

    /** Postgres takes {@code *} for all columns, the gate for those that the agent may see: so it writes them out. */
    private void expandStars(PlainSelect select, Scope scope) {
        var items = new ArrayList<SelectItem<?>>();
        for (SelectItem<?> item : select.getSelectItems()) {
            if (item.getExpression() instanceof AllColumns star && item.getAlias() == null) {
                items.addAll(from.star(item, star, scope));
            } else {
                items.add(item);
            }
        }
        select.setSelectItems(items);
    }

    private List<String> set(SetOperationList set, Scope scope,
            @Nullable Consumer<List<String>> afterFirst) {
        List<String> columns = List.of();
        boolean isFirst = true;
        for (Select select : set.getSelects()) {
            List<String> found = columns(select, scope);
            if (isFirst) {
                columns = found;
                if (afterFirst != null) {
                    afterFirst.accept(columns);
                }
            }
            isFirst = false;
        }
        orderBy(set.getOrderByElements(), columns, scope);
        rest(set, scope);
        return columns;
    }

    private List<String> values(Values values, Scope scope) {
        values.getExpressions().forEach(value -> expressions.visit(value, scope));
        int width = values.getExpressions().isEmpty()
                ? 0
                : values.getExpressions().getFirst() instanceof ExpressionList<?> row ? row.size() : 1;
        var columns = new ArrayList<String>();
        for (int i = 1; i <= width; i++) {
            columns.add("column" + i);
        }
        orderBy(values.getOrderByElements(), columns, scope);
        rest(values, scope);
        return columns;
    }

    private void rest(Select select, Scope scope) {
        expressions.visit(select.getLimit(), scope);
        expressions.visit(select.getOffset(), scope);
        expressions.visit(select.getFetch(), scope);
    }

    private void orderBy(@Nullable List<OrderByElement> elements, List<String> columns,
            Scope scope) {
        if (elements != null) {
            elements.forEach(element -> output(element.getExpression(), columns, scope));
        }
    }

    /** Where a name of the result comes before one of the tables, but only if it stands alone. */
    private void output(Expression expression, List<String> columns, Scope scope) {
        String name = expressions.bareName(expression);
        if (name != null && columns.contains(name)) {
            expressions.accept(expression);
        } else {
            expressions.visit(expression, scope);
        }
    }

    /** Where a name of the tables comes before one of the result, even one that the agent does not see. */
    private void groupBy(@Nullable ExpressionList<Expression> list, List<String> columns,
            Scope scope) {
        for (int i = 0; list != null && i < list.size(); i++) {
            Expression expression = list.get(i);
            String name = expressions.bareName(expression);
            int place = name == null || scope.column(name) != null ? 0 : columns.indexOf(name) + 1;
            if (place > 0) {
                expressions.accept(expression);
                list.set(i, new LongValue(place));
                continue;
            }
            switch (expression) {
                case ParenthesedExpressionList<?> inner -> groupBy(untyped(inner), columns, scope);
                case Function function when isGroupingFunction(function) ->
                    groupBy(untyped(function.getParameters()), columns, scope);
                default -> expressions.visit(expression, scope);
            }
        }
    }

    private static boolean isGroupingFunction(Function function) {
        String name = SyntaxRules.functionName(function.getName());
        return name.equals("rollup") || name.equals("cube");
    }

    @SuppressWarnings("unchecked")
    private static ExpressionList<Expression> untyped(ExpressionList<?> list) {
        return (ExpressionList<Expression>) list;
    }
}
