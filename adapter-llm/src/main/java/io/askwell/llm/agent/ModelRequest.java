package io.askwell.llm.agent;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import java.util.List;

/**
 * What we ask the model.
 *
 * @param tools that it may call
 * @param maxTokens longest reply
 */
record ModelRequest(List<ChatMessage> messages, List<ToolSpecification> tools, int maxTokens) {
    ModelRequest {
        messages = List.copyOf(messages);
        tools = List.copyOf(tools);
    }

    static ModelRequest of(List<ChatMessage> messages, int maxTokens) {
        return new ModelRequest(messages, List.of(), maxTokens);
    }

    ModelRequest with(ToolSpecification tool) {
        return new ModelRequest(messages, List.of(tool), maxTokens);
    }

    ChatRequest toChatRequest() {
        var request = ChatRequest.builder().messages(messages).maxOutputTokens(maxTokens);
        return (tools.isEmpty() ? request : request.toolSpecifications(tools)).build();
    }
}
