package io.askwell.llm.agent;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import io.askwell.domain.agent.TokenUsage;
import java.util.List;

/**
 * A whole reply of the model.
 *
 * @param text empty where it only calls a tool
 * @param isCut whether it ends at its length limit instead of its end
 */
record ModelReply(String text, List<ToolExecutionRequest> toolCalls, TokenUsage usage, boolean isCut) {
    ModelReply {
        toolCalls = List.copyOf(toolCalls);
    }
}
