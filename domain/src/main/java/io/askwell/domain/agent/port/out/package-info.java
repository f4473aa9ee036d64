/** What answering needs: an agent, a grammar, the catalogue and a way to read. */
@NullMarked
package io.askwell.domain.agent.port.out;

import org.jspecify.annotations.NullMarked;
