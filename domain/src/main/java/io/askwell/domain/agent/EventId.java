package io.askwell.domain.agent;

/**
 * The place of an event in its run.
 *
 * @param attempt from 1; a run that had to be started again is a new attempt
 * @param sequence from 1 within the attempt, without gaps
 */
public record EventId(int attempt, long sequence) {

    /** The form on the wire: {@code attempt.sequence}. */
    @Override
    public String toString() {
        return attempt + "." + sequence;
    }
}
