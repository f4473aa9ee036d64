package io.askwell.llm.agent;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonStringSchema;

/** The one tool that the model has. The thought comes first: a model that reasons before it writes SQL writes better. */
final class RunSql {
    static final String NAME = "run_sql";
    static final ToolSpecification TOOL = ToolSpecification.builder().name(NAME)
            .description("Runs one read-only SELECT statement and returns its rows.")
            .parameters(JsonObjectSchema.builder()
                    .addStringProperty("thought", "One sentence for the person who asked: how you read the question.")
                    .addProperty("tables", JsonArraySchema.builder().items(new JsonStringSchema())
                            .description("The tables that the statement reads.").build())
                    .addStringProperty("sql", "One PostgreSQL SELECT statement.")
                    .required("thought", "tables", "sql").build())
            .build();

    private RunSql() {}
}
