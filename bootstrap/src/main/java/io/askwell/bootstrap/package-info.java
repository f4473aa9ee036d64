/** The composition root: puts the rings together and starts them. */
@NullMarked
package io.askwell.bootstrap;

import org.jspecify.annotations.NullMarked;
