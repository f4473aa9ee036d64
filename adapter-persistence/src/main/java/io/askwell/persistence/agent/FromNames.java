package io.askwell.persistence.agent;

import io.askwell.domain.agent.Schema;
import io.askwell.domain.agent.Schema.TableName;
import io.askwell.persistence.agent.Relation.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import net.sf.jsqlparser.expression.Alias;
import net.sf.jsqlparser.expression.BooleanValue;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.select.AllColumns;
import net.sf.jsqlparser.statement.select.AllTableColumns;
import net.sf.jsqlparser.statement.select.FromItem;
import net.sf.jsqlparser.statement.select.Join;
import net.sf.jsqlparser.statement.select.LateralSubSelect;
import net.sf.jsqlparser.statement.select.ParenthesedFromItem;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.SelectItem;
import net.sf.jsqlparser.statement.select.TableFunction;
import org.jspecify.annotations.Nullable;

/** Resolves what stands in a FROM, and makes it known to its scope. */
final class FromNames {
    private static final String DEFAULT_SCHEMA = "public";
    /** Functions that name their columns themselves. */
    private static final Map<String, List<String>> OWN_COLUMNS = Map.of(
            "json_each", List.of("key", "value"), "jsonb_each", List.of("key", "value"),
            "json_each_text", List.of("key", "value"), "jsonb_each_text", List.of("key", "value"),
            "json_array_elements", List.of("value"), "jsonb_array_elements", List.of("value"),
            "json_array_elements_text", List.of("value"), "jsonb_array_elements_text", List.of("value"));
    private final SqlNames names;
    private final SelectNames selects;
    private final ExpressionNames expressions;

    FromNames(SqlNames names, SelectNames selects, ExpressionNames expressions) {
        this.names = names;
        this.selects = selects;
        this.expressions = expressions;
    }

    void add(@Nullable FromItem first, @Nullable List<Join> joins, Scope scope) {
        if (first != null) {
            scope.startItem();
            add(first, scope);
        }
        if (joins != null) {
            joins.forEach(join -> add(join, scope));
        }
    }

    private void add(Join join, Scope scope) {
        if (join.isSimple()) {
            scope.startItem();
        }
        int before = scope.relations().size();
        add(join.getFromItem(), scope);
        if (join.isNatural()) {
            spellOut(join, scope, before);
        }
        if (!join.getUsingColumns().isEmpty()) {
            using(join.getUsingColumns(), scope, before);
        }
        join.getOnExpressions().forEach(on -> expressions.visit(on, scope));
    }

    /** Postgres would join by every common column, even one that the agent does not see. */
    private static void spellOut(Join join, Scope scope, int before) {
        var common = new LinkedHashSet<String>();
        for (Relation left : scope.relations().subList(0, before)) {
            for (Relation right : scope.relations().subList(before, scope.relations().size())) {
                if (left.kind() == Kind.FUNCTION || right.kind() == Kind.FUNCTION) {
                    throw new SqlViolation(Rule.SYNTAX, "a NATURAL JOIN with a function is not allowed; use ON");
                }
                left.columns().stream().filter(right::has).forEach(common::add);
            }
        }
        join.setNatural(false);
        if (common.isEmpty()) {
            join.setOnExpressions(List.of(new BooleanValue("true")));
        } else {
            common.forEach(column -> join.getUsingColumns().add(new Column(SqlNames.written(column))));
        }
    }

    private void using(List<Column> columns, Scope scope, int before) {
        var merged = new ArrayList<String>();
        for (Column column : columns) {
            String name = SqlIdentifiers.resolved(column.getColumnName());
            List<Relation> all = scope.relations();
            boolean isLeft = all.subList(0, before).stream().anyMatch(relation -> relation.has(name));
            boolean isRight = all.subList(before, all.size()).stream().anyMatch(relation -> relation.has(name));
            if (!expressions.isBare(column) || !isLeft || !isRight) {
                throw UnknownName.column(name, isLeft ? all.subList(before, all.size()) : all.subList(0, before),
                        names.schema());
            }
            expressions.accept(column);
            merged.add(name);
        }
        scope.merge(merged);
    }

    private void add(FromItem item, Scope scope) {
        switch (item) {
            case Table table -> scope.add(table(table, scope));
            case TableFunction function -> scope.add(function(function, scope));
            case LateralSubSelect lateral -> scope.add(derived(lateral, selects.columns(lateral, scope)));
            case Select select -> scope.add(derived(select, selects.columns(select, scope.beside())));
            case ParenthesedFromItem joined -> joined(joined, scope);
            default -> throw new SqlViolation(Rule.SYNTAX, "a FROM of this kind is not allowed");
        }
    }

    private void joined(ParenthesedFromItem joined, Scope scope) {
        Alias alias = joined.getAlias();
        if (alias == null) {
            add(joined.getFromItem(), scope);
            if (joined.getJoins() != null) {
                joined.getJoins().forEach(join -> add(join, scope));
            }
            return;
        }
        Scope inner = scope.beside();
        add(joined.getFromItem(), joined.getJoins(), inner);
        List<String> columns = inner.relations().size() == 1
                ? inner.relations().getFirst().columns()
                : inner.star().stream().map(column -> column.name() == null ? "" : column.name()).toList();
        if (inner.hasStored() && !SqlNames.aliasColumns(alias).isEmpty()) {
            throw renamedTable();
        }
        scope.add(new Relation(SqlIdentifiers.resolved(alias.getName()), alias.getName(), alias.getName(), null,
                SelectNames.renamed(columns, SqlNames.aliasColumns(alias)),
                inner.hasStored() ? Kind.STORED : Kind.DERIVED));
    }

    private static Relation derived(FromItem select, List<String> columns) {
        Alias alias = select.getAlias();
        String written = alias == null ? "the subquery" : alias.getName();
        return new Relation(alias == null ? null : SqlIdentifiers.resolved(alias.getName()), written, written, null,
                SelectNames.renamed(columns, SqlNames.aliasColumns(alias)), Kind.DERIVED);
    }

    private Relation function(TableFunction call, Scope scope) {
        SyntaxTree.children(call).stream().filter(child -> !(child instanceof Alias))
                .forEach(child -> expressions.visit(child, scope));
        Alias alias = call.getAlias();
        var columns = new ArrayList<>(SqlNames.aliasColumns(alias));
        String function = call.isRowsFrom() ? "" : SyntaxRules.functionName(call.getFunction().getName());
        String name = alias == null ? function : SqlIdentifiers.resolved(alias.getName());
        if (columns.isEmpty()) {
            columns.addAll(OWN_COLUMNS.getOrDefault(function, List.of()));
            if (call.getWithClause() != null) {
                columns.add("ordinality");
            }
        }
        columns.add(name);
        names.know(name);
        return new Relation(name, alias == null ? function : alias.getName(), name, null, columns, Kind.FUNCTION);
    }

    private Relation table(Table table, Scope scope) {
        names.judge(table);
        if (table.getDatabase() != null && table.getDatabase().getDatabaseName() != null) {
            throw new SqlViolation(Rule.TABLE, "a database name before a table is not allowed");
        }
        String name = SqlIdentifiers.resolved(table.getName());
        names.know(name);
        Alias alias = table.getAlias();
        String written = alias == null ? table.getName() : alias.getName();
        String qualifier = SqlIdentifiers.resolved(written);
        Scope.CommonTable common = table.getSchemaName() == null ? scope.commonTable(name) : null;
        if (common != null) {
            return new Relation(qualifier, written, name, null,
                    SelectNames.renamed(common.columns(), SqlNames.aliasColumns(alias)), Kind.DERIVED);
        }
        if (!SqlNames.aliasColumns(alias).isEmpty()) {
            throw renamedTable();
        }
        Schema.Table known = known(table, name);
        names.know(known.name().schema());
        // What runs says so too, whatever the session's search path is.
        table.setSchemaName(SqlNames.written(known.name().schema()));
        return new Relation(qualifier, written, known.name().toString(), alias == null ? known.name().schema() : null,
                known.columns().stream().map(Schema.Column::name).toList(), Kind.STORED);
    }

    private Schema.Table known(Table table, String name) {
        Schema schema = names.schema();
        String wanted = table.getSchemaName() == null
                ? DEFAULT_SCHEMA
                : SqlIdentifiers.resolved(table.getSchemaName());
        var full = new TableName(wanted, name);
        List<Schema.Table> elsewhere = table.getSchemaName() != null
                ? List.of()
                : schema.tables().stream().filter(it -> it.name().name().equals(name)).toList();
        return schema.table(full).or(() -> elsewhere.size() == 1
                ? Optional.of(elsewhere.getFirst())
                : Optional.empty()).orElseThrow(() -> UnknownName.table(full.toString(), name, schema));
    }

    /** The names would go to all its columns in order, also to those that the agent does not see. */
    private static SqlViolation renamedTable() {
        return new SqlViolation(Rule.COLUMN, "a list of column names after a table's alias is not allowed");
    }

    /** What to write in the place of a star. */
    List<SelectItem<?>> star(SelectItem<?> item, AllColumns star, Scope scope) {
        List<Scope.StarColumn> columns;
        if (star instanceof AllTableColumns all) {
            Relation relation = expressions.qualified(all.getTable(), scope);
            if (relation.kind() != Kind.STORED) {
                return List.of(item);
            }
            columns = relation.columns().stream().map(name -> new Scope.StarColumn(relation, name)).toList();
        } else if (!scope.hasStored()) {
            return List.of(item);
        } else {
            columns = scope.star();
        }
        expressions.accept(star);
        return columns.stream().<SelectItem<?>>map(FromNames::starItem).toList();
    }

    private static SelectItem<?> starItem(Scope.StarColumn column) {
        Relation relation = column.relation();
        Table qualifier = relation == null || relation.name() == null ? null : new Table(relation.written());
        if (column.name() == null && qualifier != null) {
            return new SelectItem<Expression>(new AllTableColumns(qualifier));
        }
        if (column.name() == null || column.name().isEmpty()) {
            throw new SqlViolation(Rule.COLUMN, "give every column of a subquery a name before selecting *");
        }
        return new SelectItem<Expression>(qualifier == null
                ? new Column(SqlNames.written(column.name()))
                : new Column(qualifier, SqlNames.written(column.name())));
    }

    /** The columns of a star that was left as it is. */
    List<String> openColumns(Expression star, Scope scope) {
        if (star instanceof AllTableColumns all) {
            return expressions.qualified(all.getTable(), scope).columns();
        }
        return scope.star().stream().flatMap(column -> column.name() != null
                ? Stream.of(column.name())
                : Objects.requireNonNull(column.relation()).columns().stream()).toList();
    }
}
