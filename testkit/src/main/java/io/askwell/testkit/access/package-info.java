/** The contract of the budgets' store, and a store in memory that keeps it. */
@NullMarked
package io.askwell.testkit.access;

import org.jspecify.annotations.NullMarked;
