/** Programs of Node, for tests that look at the server as its clients do. */
@NullMarked
package io.askwell.testkit.node;

import org.jspecify.annotations.NullMarked;
