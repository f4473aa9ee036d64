/** A client of WebSockets, for tests of what the server says and how it ends. */
@NullMarked
package io.askwell.testkit.socket;

import org.jspecify.annotations.NullMarked;
