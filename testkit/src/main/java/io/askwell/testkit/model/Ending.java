package io.askwell.testkit.model;

/** How a scripted reply ends. */
enum Ending {
    /** With finish reason, usage and {@code [DONE]}. */
    WHOLE,
    /** Like a whole one, but the connection stays open. */
    KEPT_OPEN,
    /** The connection is closed in good order, but nothing says that the reply is whole. */
    EARLY,
    /** The connection is reset. */
    RESET,
    /** With an error in the middle of the stream. */
    ERROR,
    /** Nothing more comes. */
    STALLED
}
