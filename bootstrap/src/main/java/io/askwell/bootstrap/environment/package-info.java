/** What is read from the environment before anything starts. */
@NullMarked
package io.askwell.bootstrap.environment;

import org.jspecify.annotations.NullMarked;
