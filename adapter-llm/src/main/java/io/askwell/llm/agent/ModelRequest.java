package io.askwell.llm.agent;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import io.askwell.domain.agent.TokenUsage;
import java.util.List;

/**
 * What we ask the model.
 *
 * @param tools that it may call
 * @param maxTokens longest reply
 */
record ModelRequest(List<ChatMessage> messages, List<ToolSpecification> tools, int maxTokens) {
    private static final int BYTES_PER_TOKEN = 3;

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

    /** What it may take: a token has some four characters in English, and seldom fewer than three bytes in any language. */
    TokenUsage atMost() {
        int bytes = (messages.toString() + tools).getBytes(UTF_8).length;
        return new TokenUsage(Math.ceilDiv(bytes, BYTES_PER_TOKEN), maxTokens);
    }

    ChatRequest toChatRequest() {
        var request = ChatRequest.builder().messages(messages).maxOutputTokens(maxTokens);
        return (tools.isEmpty() ? request : request.toolSpecifications(tools)).build();
    }
}
