/** Asks the grammar many questions whose answers are known, and counts what it makes of them. */
@NullMarked
package io.askwell.benchmarks.questions;

import org.jspecify.annotations.NullMarked;
