package io.askwell.benchmarks.questions;

import io.askwell.benchmarks.questions.Example.Part;
import io.askwell.benchmarks.questions.Outcome.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Totals by kind and by database; and, of the tuning part alone, the single questions that went wrong or were declined. */
record Report(List<Outcome> outcomes) {
    private static final String LINE = "%-34s %6s %8s %6s %6s %6s %9s %7s";

    void write(Path directory, Part part) throws IOException {
        Files.createDirectories(directory);
        String totals = totals();
        System.out.println(part + "\n" + totals);
        Files.writeString(directory.resolve(name(part, "totals")), totals + "\n"
                + table("database", outcome -> outcome.example().schema()));
        if (part == Part.TUNING) {
            list(directory.resolve(name(part, "wrong")),
                    outcome -> outcome.verdict() == Verdict.WRONG || outcome.verdict() == Verdict.MORE_COLUMNS);
            list(directory.resolve(name(part, "declined")), outcome -> !outcome.answered());
            list(directory.resolve(name(part, "right")), Outcome::right);
        }
    }

    private static String name(Part part, String what) {
        return part.name().toLowerCase(Locale.ROOT) + "-" + what + ".txt";
    }

    private String totals() {
        List<Long> nanos = outcomes.stream().map(Outcome::nanos).sorted().toList();
        return table("kind", outcome -> outcome.example().kind().name().toLowerCase(Locale.ROOT))
                + line("all", outcomes)
                + "\nright where the gold keeps one of several that tie: %d; wrong only by more columns than the gold: %d; asked back: %d"
                        .formatted(count(outcomes, Verdict.RIGHT_WITH_TIES), count(outcomes, Verdict.MORE_COLUMNS),
                                count(outcomes, Verdict.ASKED_BACK))
                + "\nms to read a question: p50 %.2f, p99 %.2f, most %.2f".formatted(at(nanos, 0.5), at(nanos, 0.99),
                        at(nanos, 1));
    }

    private String table(String heading, Function<Outcome, String> key) {
        var groups = outcomes.stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()));
        StringBuilder table = new StringBuilder(
                LINE.formatted(heading, "asked", "answered", "right", "wrong", "decl.", "precision", "recall") + "\n");
        groups.forEach((name, group) -> table.append(line(name, group)).append('\n'));
        return table.toString();
    }

    private static String line(String name, List<Outcome> group) {
        long answered = group.stream().filter(Outcome::answered).count();
        long right = group.stream().filter(Outcome::right).count();
        return LINE.formatted(name, group.size(), answered, right, answered - right, group.size() - answered,
                percent(right, answered), percent(right, group.size()));
    }

    private static String percent(long part, long all) {
        return all == 0 ? "-" : "%.1f %%".formatted(100.0 * part / all);
    }

    private static long count(List<Outcome> outcomes, Verdict verdict) {
        return outcomes.stream().filter(outcome -> outcome.verdict() == verdict).count();
    }

    private static double at(List<Long> nanos, double share) {
        return nanos.isEmpty() ? 0 : nanos.get((int) Math.floor(share * (nanos.size() - 1))) / 1e6;
    }

    private void list(Path file, Predicate<Outcome> such) throws IOException {
        List<String> lines = new ArrayList<>();
        outcomes.stream().filter(such).forEach(outcome -> lines.add("%s %s %s%n  ? %s%n  = %s%n  %s%s".formatted(
                outcome.example().id(), outcome.example().schema(), outcome.verdict(), outcome.example().question(),
                outcome.example().goldSql(), outcome.detail().replace("\n", " "),
                outcome.sql().isEmpty() ? "" : "\n  > " + outcome.sql())));
        Files.write(file, lines);
    }
}
