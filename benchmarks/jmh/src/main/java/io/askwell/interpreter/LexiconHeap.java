package io.askwell.interpreter;

import io.askwell.domain.agent.Grounding;
import io.askwell.domain.agent.Question;
import io.askwell.domain.agent.Schema;
import io.askwell.interpreter.synonyms.Synonyms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What the grammar keeps of a schema of sixty tables: live heap with many of it, less the schemas themselves. */
public final class LexiconHeap {
    private static final int TABLES_A_COPY = 12;
    private static final int COPIES = 5;
    private static final int KEPT = 50;

    private LexiconHeap() {}

    public static void main(String[] arguments) throws InterruptedException {
        Schema schema = Schemas.copies(COPIES);
        Grounding grounding = new Grounding(schema, List.of(), LocalDate.of(2024, 8, 14));
        // What is made once for all schemas is no part of it.
        asked(grounding);
        long before = live();
        List<GrammarInterpreter> kept = new ArrayList<>();
        for (int i = 0; i < KEPT; i++) {
            kept.add(asked(grounding));
        }
        long after = live();
        System.out.printf("%d tables, %d columns: %.0f KiB for each lexicon%n", COPIES * TABLES_A_COPY,
                schema.tables().stream().mapToInt(table -> table.columns().size()).sum(),
                (after - before) / 1024.0 / kept.size());
    }

    private static GrammarInterpreter asked(Grounding grounding) {
        var grammar = new GrammarInterpreter(Synonyms.none());
        grammar.interpret(Question.parse("How many customers have more than two orders?"), List.of(), grounding);
        return grammar;
    }

    private static long live() throws InterruptedException {
        for (int i = 0; i < 4; i++) {
            System.gc();
            Thread.sleep(100);
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
