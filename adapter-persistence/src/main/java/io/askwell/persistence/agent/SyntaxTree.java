package io.askwell.persistence.agent;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
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

    private SyntaxTree() {}

    /** The root and all below it, enum constants included, each once. A loop, since a tree may be deeper than a stack. */
    static Collection<Object> nodes(Object root) {
        Set<Object> nodes = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Object> pending = new ArrayDeque<>(List.of(root));
        while (!pending.isEmpty()) {
            Object node = pending.pop();
            if (nodes.add(node)) {
                children(node).forEach(pending::push);
            }
        }
        return nodes;
    }

    /** The nodes right below, in the order of the fields; those in a list, an array or a map too. */
    static List<Object> children(Object node) {
        var children = new ArrayList<>();
        if (!(node instanceof Enum<?>)) {
            FIELDS.get(node.getClass()).forEach(field -> gather(read(field, node), children));
        }
        return children;
    }

    private static void gather(@Nullable Object value, List<Object> nodes) {
        if (value == null) {
            return;
        }
        if (isNode(value)) {
            nodes.add(value);
        }
        switch (value) {
            case Iterable<?> many -> many.forEach(one -> gather(one, nodes));
            case Map<?, ?> map -> map.entrySet().forEach(entry -> gather(entry, nodes));
            case Map.Entry<?, ?> entry -> {
                gather(entry.getKey(), nodes);
                gather(entry.getValue(), nodes);
            }
            case Object[] many -> Arrays.asList(many).forEach(one -> gather(one, nodes));
            default -> {
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
