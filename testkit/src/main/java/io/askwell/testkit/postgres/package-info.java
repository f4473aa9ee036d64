/** A real Postgres for tests: a container where a Docker engine answers, embedded elsewhere. */
@NullMarked
package io.askwell.testkit.postgres;

import org.jspecify.annotations.NullMarked;
