package io.askwell.socket.agent;

import io.askwell.domain.access.Caller;
import io.askwell.domain.access.ClientAddress;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * A connected client that may ask.
 *
 * @param address where its questions come from, as far as that is known
 * @param places one for each thing that it may have under way at once
 */
record Asker(Caller caller, Optional<ClientAddress> address, Semaphore places) {}
