package io.askwell.llm.agent;

import java.util.Locale;
import java.util.function.Consumer;

/**
 * Passes on text piece by piece, without our instructions to the model where it repeats them word for word.
 *
 * <p>Letters and digits alone are compared. Held back is what runs along with the instructions for some words, until it
 * leaves them or is too long for chance.
 */
final class OwnInstructions implements Consumer<String> {
    /** Letters and digits: some seven words. */
    private static final int TOO_LONG_FOR_CHANCE = 36;
    private static final int HELD_FROM = 12;
    private final String instructions;
    private final Consumer<String> shown;
    private final StringBuilder out = new StringBuilder();
    /** The end of the text, as far as it runs along with the instructions: as it is, and what is compared of it. */
    private final StringBuilder run = new StringBuilder();
    private final StringBuilder compared = new StringBuilder();
    /** How much of the run is out already. */
    private int passed;
    private boolean withholds;

    OwnInstructions(String instructions, Consumer<String> shown) {
        var plain = new StringBuilder();
        instructions.chars().filter(Character::isLetterOrDigit)
                .forEach(c -> plain.append(Character.toLowerCase((char) c)));
        this.instructions = plain.toString().toLowerCase(Locale.ROOT);
        this.shown = shown;
    }

    @Override
    public void accept(String piece) {
        piece.chars().forEach(c -> read((char) c));
        flush();
    }

    /** Nothing more comes: what was held back is shown. */
    void end() {
        leave(run.length());
        flush();
    }

    private void read(char c) {
        boolean isCompared = Character.isLetterOrDigit(c);
        if (isCompared) {
            follow(c, Character.toLowerCase(c));
        } else {
            run.append(c);
        }
        if (withholds) {
            // What stands between two words is known to be of the instructions with the second one.
            passed = isCompared ? run.length() : passed;
        } else if (compared.length() >= TOO_LONG_FOR_CHANCE) {
            withholds = true;
            passed = run.length();
            out.append(Secrets.MARK);
        } else if (compared.length() < HELD_FROM) {
            pass(run.length());
        }
    }

    private void follow(char c, char plain) {
        while (instructions.indexOf(compared.toString() + plain) < 0) {
            if (compared.isEmpty()) {
                run.append(c);
                leave(run.length());
                return;
            }
            if (withholds) {
                leave(run.length());
            } else {
                compared.deleteCharAt(0);
                leave(nextCompared());
            }
        }
        run.append(c);
        compared.append(plain);
    }

    /** Where the second letter or digit of the run stands. */
    private int nextCompared() {
        int next = 1;
        while (next < run.length() && !Character.isLetterOrDigit(run.charAt(next))) {
            next++;
        }
        return next;
    }

    /** The run begins later: what stands before is out. */
    private void leave(int length) {
        pass(length);
        if (length == run.length()) {
            compared.setLength(0);
            withholds = false;
        }
        run.delete(0, length);
        passed -= length;
    }

    private void pass(int end) {
        if (passed < end) {
            out.append(run, passed, end);
            passed = end;
        }
    }

    private void flush() {
        if (!out.isEmpty()) {
            shown.accept(out.toString());
            out.setLength(0);
        }
    }
}
