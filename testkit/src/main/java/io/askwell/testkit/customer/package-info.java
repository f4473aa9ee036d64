/** The contract of the customer stores, and stores in memory that keep it. */
@NullMarked
package io.askwell.testkit.customer;

import org.jspecify.annotations.NullMarked;
