package io.askwell.interpreter.corpus;

import java.util.ArrayList;
import java.util.List;

/**
 * A question of {@code questions.sql}.
 *
 * @param shows what an answer may show beside what is asked for
 * @param gold queries that answer it rightly; more than one where English leaves the answer open
 */
record AskedQuestion(String text, Shows shows, List<String> gold) {

    /** How the rows of an answer are compared with the rows of a right one. */
    enum Shows {
        /** Rows of things, of which more columns may be shown. */
        THINGS,
        /** What the question names and nothing else. */
        EXACTLY,
        /** What the question names of one thing, with what that is called or without. */
        OF_ONE_THING,
        /** Groups, with the figure that chose them or without. */
        GROUPS,
        /** The answer says yes or no. */
        YES_OR_NO;

        /** @param more how many columns more than the gold an answer has */
        boolean allows(int more) {
            return switch (this) {
                case EXACTLY, YES_OR_NO -> more == 0;
                case OF_ONE_THING, GROUPS -> more == 0 || more == 1;
                case THINGS -> more >= 0;
            };
        }

        static Shows under(String heading) {
            return switch (heading.split("[:,]")[0]) {
                case "Things" -> THINGS;
                case "Exactly these columns" -> EXACTLY;
                case "Of one thing" -> OF_ONE_THING;
                case "Groups" -> GROUPS;
                case "Yes or no" -> YES_OR_NO;
                default -> throw new IllegalArgumentException(heading);
            };
        }
    }

    static List<AskedQuestion> all() {
        List<AskedQuestion> all = new ArrayList<>();
        Shows shows = Shows.THINGS;
        String text = Corpus.text("questions.sql");
        for (String block : text.substring(text.indexOf("--# ")).split("\n\n")) {
            if (block.startsWith("--# ")) {
                shows = Shows.under(block.substring(4).strip());
                continue;
            }
            List<String> questions = block.lines().filter(line -> line.startsWith("-- "))
                    .map(line -> line.substring(3)).toList();
            String sql = String.join("\n", block.lines().filter(line -> !line.startsWith("--")).toList());
            List<String> gold = List.of(sql.strip().split(";\\s*"));
            for (String question : questions) {
                all.add(new AskedQuestion(question, shows, gold));
            }
        }
        return all;
    }
}
