/** Which database: one given by the environment, or a real Postgres of our own. */
@NullMarked
package io.askwell.bootstrap.database;

import org.jspecify.annotations.NullMarked;
