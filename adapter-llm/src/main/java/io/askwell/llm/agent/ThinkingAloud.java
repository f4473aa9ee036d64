package io.askwell.llm.agent;

import java.util.function.Consumer;

/**
 * Passes on a reply without what the model thinks aloud before it: some servers leave that in the text, between
 * {@code <think>} tags.
 */
final class ThinkingAloud implements Consumer<String> {
    private static final String BEGIN = "<think>";
    private static final String END = "</think>";
    private final Consumer<String> reply;
    private final StringBuilder head = new StringBuilder();
    private boolean isOver;

    ThinkingAloud(Consumer<String> reply) {
        this.reply = reply;
    }

    /** The whole text without the thinking at its beginning. */
    static String leaveOut(String text) {
        String start = text.stripLeading();
        int end = start.startsWith(BEGIN) ? start.indexOf(END) : -1;
        return end < 0 ? text : start.substring(end + END.length());
    }

    @Override
    public void accept(String token) {
        if (isOver) {
            reply.accept(token);
            return;
        }
        int searched = Math.max(0, head.length() - END.length());
        head.append(token);
        String start = head.substring(0, Math.min(head.length(), 2 * BEGIN.length())).stripLeading();
        boolean thinks = start.startsWith(BEGIN);
        boolean mayThink = BEGIN.startsWith(start);
        if (thinks ? head.indexOf(END, searched) >= 0 : !mayThink) {
            isOver = true;
            pass(leaveOut(head.toString()));
        }
    }

    private void pass(String text) {
        if (!text.isEmpty()) {
            reply.accept(text);
        }
    }
}
