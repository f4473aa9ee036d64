/** Runs as streams of events: one encoding for every live channel. */
@NullMarked
package io.askwell.socket.agent;

import org.jspecify.annotations.NullMarked;
