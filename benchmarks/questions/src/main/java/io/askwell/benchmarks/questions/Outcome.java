package io.askwell.benchmarks.questions;

/**
 * What became of a question.
 *
 * @param sql empty where there is none
 * @param detail the reading, or why there is none
 * @param nanos what reading the question took, its database left aside
 */
record Outcome(Example example, Verdict verdict, String sql, String detail, long nanos) {

    /** Only the first two are right. */
    enum Verdict {
        RIGHT, RIGHT_WITH_TIES, MORE_COLUMNS, WRONG, DECLINED, ASKED_BACK;

        static Verdict of(Match match) {
            return switch (match) {
                case SAME -> RIGHT;
                case TIES -> RIGHT_WITH_TIES;
                case MORE_COLUMNS -> MORE_COLUMNS;
                case DIFFERENT -> WRONG;
            };
        }
    }

    boolean answered() {
        return verdict != Verdict.DECLINED && verdict != Verdict.ASKED_BACK;
    }

    boolean right() {
        return verdict == Verdict.RIGHT || verdict == Verdict.RIGHT_WITH_TIES;
    }
}
