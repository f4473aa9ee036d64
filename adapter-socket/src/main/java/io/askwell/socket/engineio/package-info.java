/** Engine.IO 4 on WebFlux: one session over polling or a WebSocket. It knows nothing of what the messages say. */
@NullMarked
package io.askwell.socket.engineio;

import org.jspecify.annotations.NullMarked;
