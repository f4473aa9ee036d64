/** What callers have spent, in Postgres. */
@NullMarked
package io.askwell.persistence.access;

import org.jspecify.annotations.NullMarked;
