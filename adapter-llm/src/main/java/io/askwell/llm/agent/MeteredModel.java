package io.askwell.llm.agent;

import io.askwell.domain.access.BudgetExceeded;
import io.askwell.domain.agent.TokenUsage;
import io.askwell.domain.agent.port.out.Allowance.Reservation;
import java.util.function.Consumer;

/**
 * Asks the model for a run, within the run's allowance. What a call takes at most is reserved before it and settled after
 * it. Where nobody knows what it took, since the reply broke off, was cancelled or names no usage, the reservation stays as
 * it is: a provider may charge for what it went on writing.
 */
final class MeteredModel {
    private final ModelClient client;

    MeteredModel(ModelClient client) {
        this.client = client;
    }

    /**
     * Asks, and charges the run.
     *
     * @param tokens gets the text of the reply, piece by piece; may throw to stop it
     * @throws ModelUnavailable if there is no whole reply
     * @throws BudgetExceeded if the call may take more than is left; then the model was not asked
     * @throws RunCancelled if nobody waits for the reply any more
     */
    ModelReply ask(Run run, ModelRequest request, Consumer<String> tokens) throws ModelUnavailable {
        Reservation reservation = run.reserve(request.atMost());
        try {
            ModelReply reply = client.ask(request, run.task().deadline(), tokens);
            run.charge(reply.usage());
            if (reply.usage().totalTokens() > 0) {
                run.settle(reservation, reply.usage());
            }
            return reply;
        } catch (ModelUnavailable unavailable) {
            if (unavailable.costNothing()) {
                run.settle(reservation, TokenUsage.NONE);
            }
            throw unavailable;
        }
    }
}
