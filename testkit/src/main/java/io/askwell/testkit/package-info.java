/** What a test of any ring may need: how long to wait. */
@NullMarked
package io.askwell.testkit;

import org.jspecify.annotations.NullMarked;
