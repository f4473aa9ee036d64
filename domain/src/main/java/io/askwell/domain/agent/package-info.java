/** Questions, the SQL that answers them and the events in which an answer is made. */
@NullMarked
package io.askwell.domain.agent;

import org.jspecify.annotations.NullMarked;
