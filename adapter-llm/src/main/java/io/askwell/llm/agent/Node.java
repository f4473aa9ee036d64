package io.askwell.llm.agent;

/** A step of the graph: plain blocking code that reads and extends the run and says where it goes on. */
@FunctionalInterface
interface Node {
    Next perform(Run run);
}
