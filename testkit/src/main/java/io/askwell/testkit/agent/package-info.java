/** The agent's ports without a database: what they find and return is said by the test. */
@NullMarked
package io.askwell.testkit.agent;

import org.jspecify.annotations.NullMarked;
