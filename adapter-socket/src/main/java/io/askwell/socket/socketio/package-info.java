/** Socket.IO 5: namespaces, events and acknowledgements over sessions of Engine.IO. It knows nothing of what the events mean. */
@NullMarked
package io.askwell.socket.socketio;

import org.jspecify.annotations.NullMarked;
