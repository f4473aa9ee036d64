package io.askwell.persistence.agent;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All nodes of a parsed statement, found by their fields. A visitor sees the kinds of node that its author thought of; this
 * sees every one, so that what nobody thought of can be refused.
 */
final class SyntaxTree {
    private static final String LIBRARY = "net.sf.jsqlparser.";
    /** The parser's own token tree hangs off the nodes too; it says nothing more. */
    private static final String TOKENS = "net.sf.jsqlparser.parser.";
    private static final ClassValue<List<Field>> FIELDS = new ClassValue<>() {
        @Override
        protected List<Field> computeValue(Class<?> type) {
            return fieldsOf(type);
        }
    };
    private final Set<Object> nodes = Collections.newSetFromMap(new IdentityHashMap<>());

    private SyntaxTree() {}

    /** The root and all below it, enum constants included, each once. */
    static Collection<Object> nodes(Object root) {
        var tree = new SyntaxTree();
        tree.visit(root);
        return tree.nodes;
    }

    private void visit(@Nullable Object value) {
        if (value instanceof Collection<?> many && !isNode(value)) {
            many.forEach(this::visit);
        } else if (value != null && isNode(value) && nodes.add(value)) {
            if (value instanceof Collection<?> many) {
                many.forEach(this::visit);
            }
            if (!(value instanceof Enum<?>)) {
                FIELDS.get(value.getClass()).forEach(field -> visit(read(field, value)));
            }
        }
    }

    private static boolean isNode(Object value) {
        String type = value.getClass().getName();
        return type.startsWith(LIBRARY) && !type.startsWith(TOKENS);
    }

    private static List<Field> fieldsOf(Class<?> type) {
        var fields = new ArrayList<Field>();
        for (Class<?> owner = type; owner != null
                && owner.getName().startsWith(LIBRARY); owner = owner.getSuperclass()) {
            for (Field field : owner.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
                    field.setAccessible(true);
                    fields.add(field);
                }
            }
        }
        return fields;
    }

    private static @Nullable Object read(Field field, Object owner) {
        try {
            return field.get(owner);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("the field was made accessible: " + field, e);
        }
    }
}
