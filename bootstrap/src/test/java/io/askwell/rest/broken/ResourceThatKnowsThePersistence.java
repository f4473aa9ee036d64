package io.askwell.rest.broken;

import io.askwell.persistence.DatabaseSettings;
import io.askwell.rest.other.Neighbour;

/** Breaks the rules of the REST adapter, of what is hidden and of features. */
public record ResourceThatKnowsThePersistence(DatabaseSettings settings, Neighbour neighbour) {}
