package io.askwell.socket.broken;

import io.askwell.rest.RestConfiguration;

/** Breaks the rule of the live channels. */
public record ChannelThatKnowsTheRestAdapter(RestConfiguration rest) {}
