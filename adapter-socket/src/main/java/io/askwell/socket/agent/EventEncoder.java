package io.askwell.socket.agent;

import io.askwell.domain.agent.AgentEvent.AnswerChunk;
import io.askwell.domain.agent.AgentEvent.Completed;
import io.askwell.domain.agent.AgentEvent.Failed;
import io.askwell.domain.agent.AgentEvent.RowsRead;
import io.askwell.domain.agent.AgentEvent.SqlDrafted;
import io.askwell.domain.agent.AgentEvent.StepFinished;
import io.askwell.domain.agent.AgentEvent.StepStarted;
import io.askwell.domain.agent.AgentEvent.Thought;
import io.askwell.domain.agent.Question;
import io.askwell.domain.agent.RunEvent;
import io.askwell.domain.agent.Verdict;
import io.askwell.domain.agent.Verdict.Answered;
import io.askwell.domain.agent.Verdict.Clarify;
import io.askwell.socket.agent.WireEvent.ChunkData;
import io.askwell.socket.agent.WireEvent.CompleteData;
import io.askwell.socket.agent.WireEvent.Data;
import io.askwell.socket.agent.WireEvent.ErrorData;
import io.askwell.socket.agent.WireEvent.Payload;
import io.askwell.socket.agent.WireEvent.RowsData;
import io.askwell.socket.agent.WireEvent.SqlData;
import io.askwell.socket.agent.WireEvent.StepData;
import io.askwell.socket.agent.WireEvent.ThoughtData;
import io.askwell.socket.agent.WireEvent.TimingData;
import io.askwell.socket.agent.WireEvent.UsageData;
import java.util.List;

/** From the domain's events to those on the wire: the one mapping that all live channels share. */
final class EventEncoder {
    private EventEncoder() {}

    static WireEvent encode(Question question, RunEvent event) {
        return switch (event.event()) {
            case StepStarted started -> wire("step", event, new StepData(started.step().label(), "started", null));
            case StepFinished finished -> wire("step", event,
                    new StepData(finished.timing().step().label(), "finished", finished.timing().millis()));
            case Thought thought -> wire("thought", event, new ThoughtData(thought.text()));
            case SqlDrafted drafted -> wire("sqlQuery", event, new SqlData(drafted.sql(), drafted.origin().label()));
            case RowsRead read -> wire("queryResult", event,
                    new RowsData(read.rows().columns(), read.rows().values(), read.rows().truncated()));
            case AnswerChunk chunk -> wire("answerChunk", event, new ChunkData(chunk.text()));
            case Completed completed -> wire("answerComplete", event, complete(question, completed));
            case Failed failed -> wire("error", event, new ErrorData(failed.fault().label(), failed.message()));
        };
    }

    private static WireEvent wire(String name, RunEvent event, Payload payload) {
        String id = event.id().toString();
        return new WireEvent(name, id, new Data(event.runId().value(), id, payload));
    }

    private static CompleteData complete(Question question, Completed completed) {
        Verdict verdict = completed.verdict();
        Answered answered = verdict instanceof Answered it ? it : null;
        var usage = completed.usage();
        return new CompleteData(verdict.label(), question.text(), completed.answer(),
                answered == null ? null : answered.sql(), answered == null ? null : answered.origin().label(),
                answered == null ? null : answered.reading().orElse(null),
                verdict instanceof Clarify clarify ? clarify.readings() : List.of(),
                new UsageData(usage.promptTokens(), usage.completionTokens(), usage.totalTokens()),
                completed.steps().stream().map(timing -> new TimingData(timing.step().label(), timing.millis()))
                        .toList(),
                completed.unsupportedNumbers());
    }
}
