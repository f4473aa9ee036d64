/** Postgres: how it is reached, migrated and guarded. */
@NullMarked
package io.askwell.persistence;

import org.jspecify.annotations.NullMarked;
