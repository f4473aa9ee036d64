package io.askwell.persistence.agent;

import io.askwell.domain.agent.Schema;
import io.askwell.persistence.Identifiers;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import net.sf.jsqlparser.expression.Alias;
import net.sf.jsqlparser.expression.AnalyticExpression;
import net.sf.jsqlparser.expression.DateUnitExpression;
import net.sf.jsqlparser.expression.ExtractExpression;
import net.sf.jsqlparser.expression.OracleNamedFunctionParameter;
import net.sf.jsqlparser.expression.WindowDefinition;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.select.AllColumns;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.WithItem;
import org.jspecify.annotations.Nullable;

/**
 * Which names of one statement have been judged. What is left over in the end, because it stands where nobody looked,
 * makes the statement refused.
 */
final class SqlNames {
    /** Every table of Postgres' own catalogue, which it looks through before any other schema, begins so. */
    private static final String SYSTEM_PREFIX = "pg_";
    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");
    private final Schema schema;
    private final Set<Object> judged = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<String> words = new HashSet<>();

    private SqlNames(Schema schema) {
        this.schema = schema;
    }

    /**
     * Resolves every name, and writes into the tree what makes it mean to Postgres what it means here.
     *
     * @param nodes all of the statement
     * @return all words that are names
     * @throws SqlViolation if a name is none, or stands where it cannot be judged
     */
    static Set<String> resolve(Select select, Collection<Object> nodes,
            Schema schema) {
        var names = new SqlNames(schema);
        nodes.forEach(names::collect);
        new SelectNames(names).columns(select, new Scope(null, null));
        for (Object node : nodes) {
            boolean isName = node instanceof Column || node instanceof Table || node instanceof AllColumns
                    || node instanceof DateUnitExpression;
            if (isName && !names.judged.contains(node)) {
                throw new SqlViolation(Rule.COLUMN, "%s stands where it is not allowed".formatted(node));
            }
        }
        return names.words;
    }

    Schema schema() {
        return schema;
    }

    void judge(Object node) {
        judged.add(node);
    }

    void know(String word) {
        words.add(word);
    }

    /** Names that a statement makes itself. */
    private void collect(Object node) {
        switch (node) {
            case WithItem<?> item when SqlIdentifiers.resolved(item.getAlias().getName()).startsWith(SYSTEM_PREFIX) ->
                throw new SqlViolation(Rule.TABLE, "a WITH name must not begin with " + SYSTEM_PREFIX);
            case Alias alias -> know(SqlIdentifiers.resolved(alias.getName()));
            case Alias.AliasColumn column -> know(SqlIdentifiers.resolved(column.name));
            case WindowDefinition window when window.getWindowName() != null ->
                know(SqlIdentifiers.resolved(window.getWindowName().strip()));
            case AnalyticExpression function when function.getWindowName() != null ->
                know(SqlIdentifiers.resolved(function.getWindowName().strip()));
            case OracleNamedFunctionParameter parameter -> know(SqlIdentifiers.resolved(parameter.getName()));
            case ExtractExpression extract -> {
                String field = SqlIdentifiers.resolved(extract.getName());
                if (SqlAllowList.EXTRACT_FIELDS.contains(field)) {
                    know(field);
                }
            }
            default -> {
            }
        }
    }

    /** The name as SQL: quoted where it must be. */
    static String written(String name) {
        return PLAIN.matcher(name).matches() && !SqlAllowList.KEYWORDS.contains(name)
                ? name
                : Identifiers.quoted(name);
    }

    /** The names that a list of aliases gives; empty if there is none. */
    static List<String> aliasColumns(@Nullable Alias alias) {
        return alias == null || alias.getAliasColumns() == null
                ? List.of()
                : alias.getAliasColumns().stream().map(column -> SqlIdentifiers.resolved(column.name)).toList();
    }
}
