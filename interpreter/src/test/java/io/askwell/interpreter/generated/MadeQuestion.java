package io.askwell.interpreter.generated;

import java.util.List;

/**
 * A question with the SQL that answers it.
 *
 * @param gold queries, any of which is right
 * @param open whether more columns may be shown than the gold has
 */
record MadeQuestion(String text, List<String> gold, boolean open) {}
