package io.askwell.persistence;

import io.askwell.domain.agent.Schema.TableName;

/** Names in SQL that Askwell writes itself. */
public final class Identifiers {
    private Identifiers() {}

    /** The name so that it stands for itself, whatever characters it holds. */
    public static String quoted(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    public static String quoted(TableName table) {
        return quoted(table.schema()) + "." + quoted(table.name());
    }
}
