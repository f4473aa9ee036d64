package io.askwell.rest.agent;

import org.jspecify.annotations.Nullable;

/**
 * A question as a client sends it; nothing in it is checked yet.
 *
 * @param conversationId what it goes on with; absent where it stands alone
 * @param mode who shall answer; absent leaves it to the server
 */
record QuestionRequest(@Nullable String question, @Nullable String conversationId, @Nullable String mode) {}
