/** What clients can ask. */
@NullMarked
package io.askwell.domain.agent.port.in;

import org.jspecify.annotations.NullMarked;
