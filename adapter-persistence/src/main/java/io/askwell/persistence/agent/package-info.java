/** The agent's own login, its view of the catalogue, and the gate before its queries. */
@NullMarked
package io.askwell.persistence.agent;

import org.jspecify.annotations.NullMarked;
