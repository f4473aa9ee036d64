package io.askwell.rest.agent;

import io.askwell.domain.agent.Question;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A question as a client sends it; nothing in it is checked yet.
 *
 * @param mode who shall answer; absent leaves it to the server
 */
@Schema(name = "Question", requiredProperties = "question")
record QuestionRequest(
        @Schema(example = "How many orders has Alice Wonderland made?", maxLength = Question.MAX_LENGTH) @Nullable String question,
        @Schema(example = "grammar", allowableValues = {"grammar", "grammar-first", "model"}) @Nullable String mode) {}
