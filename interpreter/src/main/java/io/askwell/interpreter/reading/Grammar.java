package io.askwell.interpreter.reading;

import io.askwell.interpreter.logic.SchemaGraph;
import io.askwell.interpreter.token.TaggedQuestion;

/** The parts of the grammar over one question; they refer to each other. */
final class Grammar {
    private static final int STEPS = 200_000;

    final Effort effort = new Effort(STEPS);
    final Links links;
    final Terminals terminals;
    final Comparisons comparisons;
    final Entities entities;
    final Modifiers modifiers;
    final VerbPhrases verbPhrases;
    final Objects objects;
    final Amounts amounts;
    final Attributes attributes;
    final Extremes extremes;
    final Items items;
    final Ties ties;
    final Boths boths;
    final Superlatives superlatives;

    Grammar(TaggedQuestion question, SchemaGraph graph) {
        links = new Links(graph);
        terminals = new Terminals(question, effort);
        comparisons = new Comparisons(terminals);
        entities = new Entities(this);
        modifiers = new Modifiers(this);
        verbPhrases = new VerbPhrases(this);
        objects = new Objects(this);
        amounts = new Amounts(this);
        attributes = new Attributes(this);
        extremes = new Extremes(this);
        items = new Items(this);
        ties = new Ties(this);
        boths = new Boths(this);
        superlatives = new Superlatives(this);
    }
}
