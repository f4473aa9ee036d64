package io.askwell.llm.agent;

import dev.langchain4j.data.message.ChatMessage;
import io.askwell.domain.access.BudgetExceeded;
import io.askwell.domain.agent.AgentEvent.SqlDrafted;
import io.askwell.domain.agent.AgentEvent.Thought;
import io.askwell.domain.agent.Origin;
import io.askwell.domain.agent.Step;
import io.askwell.domain.agent.Verdict;
import io.askwell.llm.agent.Mishap.UnusableReply;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The model drafts SQL, declines or asks back; where earlier drafts failed, it is told how, and mends them. */
final class Draft implements Node {
    private static final Logger LOG = LoggerFactory.getLogger(Draft.class);
    private static final int UNUSABLE_REPLIES_FORGIVEN = 1;
    private final Optional<MeteredModel> model;
    private final Prompts prompts;
    private final ModelSettings settings;

    Draft(Optional<MeteredModel> model, Prompts prompts, ModelSettings settings) {
        this.model = model;
        this.prompts = prompts;
        this.settings = settings;
    }

    @Override
    public Next perform(Run run) {
        try {
            var messages = prompts.forDraft(run.task().question(), run.task().turns(), run.grounding(), run.mishaps());
            return follow(run, DraftReader.read(ask(run, messages)));
        } catch (ModelUnavailable unavailable) {
            return run.standIn(unavailable);
        } catch (BudgetExceeded exceeded) {
            return run.standIn(exceeded);
        }
    }

    private ModelReply ask(Run run, List<ChatMessage> messages) throws ModelUnavailable {
        MeteredModel client = model.orElseThrow();
        var request = ModelRequest.of(messages, settings.maxDraftTokens());
        try {
            return client.ask(run, request.with(RunSql.TOOL), token -> {});
        } catch (ModelUnavailable unavailable) {
            if (!unavailable.rejectsTools()) {
                throw unavailable;
            }
            LOG.info("The model's server takes no tools; asking without: {}", unavailable.getMessage());
            return client.ask(run, request, token -> {});
        }
    }

    private Next follow(Run run, DraftReply reply) {
        return switch (reply) {
            case DraftReply.Sql(var thought, var sql) ->
                draft(run, new Query.ByModel(sql, Outlet.of(settings.key(), thought)));
            case DraftReply.Clarify(var text) -> remark(run, new Verdict.Clarify(List.of()), text);
            case DraftReply.Decline(var text) -> remark(run, new Verdict.Declined(), text);
            case DraftReply.Unusable(var reason) -> retry(run, new UnusableReply(reason));
        };
    }

    private static Next draft(Run run, Query.ByModel query) {
        query.reading().ifPresent(thought -> run.emit(new Thought(thought)));
        run.emit(new SqlDrafted(query.sql(), Origin.MODEL));
        run.draft(query);
        return new Next.To(Step.EXECUTE);
    }

    private static Next remark(Run run, Verdict verdict, String text) {
        run.find(new Finding.Remark(verdict, text));
        return new Next.To(Step.ANSWER);
    }

    private Next retry(Run run, UnusableReply mishap) {
        run.regret(mishap);
        long unusable = run.mishaps().stream().filter(UnusableReply.class::isInstance).count();
        if (unusable > UNUSABLE_REPLIES_FORGIVEN || run.mishaps().size() > settings.maxRepairs()) {
            return run.standIn(new ModelUnavailable(ModelFault.UNUSABLE, mishap.reason()));
        }
        return new Next.To(Step.REPAIR);
    }
}
