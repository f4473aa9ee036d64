package io.askwell.llm.agent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import io.askwell.llm.agent.DraftReply.Clarify;
import io.askwell.llm.agent.DraftReply.Decline;
import io.askwell.llm.agent.DraftReply.Sql;
import io.askwell.llm.agent.DraftReply.Unusable;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the model's draft: a call of the tool, or, from servers and models without tools, text. */
final class DraftReader {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern FENCED = Pattern.compile("```[ \\t]*(?:sql|postgres(?:ql)?)?[ \\t]*\\R(.+?)```",
            Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final Pattern BARE = Pattern.compile("select\\s.+|with\\s+(recursive\\s+)?(\\w+|\"[^\"]+\")\\s*"
            + "(\\([^)]*\\)\\s*)?as\\s+((not\\s+)?materialized\\s*)?\\(.+",
            Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    /** The gate says no to these, and that is logged: words of the model would not be. */
    private static final Pattern CHANGE = Pattern.compile(
            "(delete\\s+from\\s+\\S+(\\s*;|\\s*$|\\s+(where|using|returning))|insert\\s+into|update\\s+\\S+\\s+set|merge\\s+into"
                    + "|truncate\\s+(table\\s+)?\\S+;?$|(drop|alter|create)\\s+(table|view|schema|role|user|function|index)"
                    + "|(grant|revoke)\\s+\\w+\\s+on)(?!\\w).*",
            Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final Pattern LABELLED = Pattern.compile("\\**(CLARIFY|DECLINE)\\**\\s*:\\**\\s*(.+)",
            Pattern.DOTALL);
    private static final Pattern SQL_IN_PROSE = Pattern.compile("\\bSELECT\\b.+\\bFROM\\b", Pattern.DOTALL);

    private DraftReader() {}

    /**
     * Prose is never taken for SQL: what is neither SQL nor labelled is the model's way to decline, unless it has SQL
     * inside, which a model that is asked again can give by itself.
     */
    static DraftReply read(ModelReply reply) {
        if (!reply.toolCalls().isEmpty()) {
            return ofToolCall(reply.toolCalls().getFirst());
        }
        String text = reply.text().strip();
        if (text.isEmpty()) {
            return new Unusable("It was empty.");
        }
        return reply.isCut() ? new Unusable("It was cut off at its length limit; be brief.") : ofText(text);
    }

    private static DraftReply ofToolCall(ToolExecutionRequest call) {
        if (!RunSql.NAME.equals(call.name())) {
            return new Unusable("There is no such tool; the only one is %s.".formatted(RunSql.NAME));
        }
        return sqlOr(call.arguments(),
                "The arguments of %s were not a JSON object with an sql.".formatted(RunSql.NAME));
    }

    private static DraftReply ofText(String text) {
        List<String> fenced = FENCED.matcher(text).results().map(match -> match.group(1).strip()).distinct().toList();
        if (fenced.size() == 1) {
            return new Sql("", fenced.getFirst());
        }
        if (fenced.size() > 1) {
            return new Unusable("It had %d statements; give one.".formatted(fenced.size()));
        }
        if (BARE.matcher(text).matches() || CHANGE.matcher(text).matches()) {
            return new Sql("", text);
        }
        if (text.startsWith("{")) {
            return sqlOr(text, "It was JSON, but not a call of %s.".formatted(RunSql.NAME));
        }
        Matcher labelled = LABELLED.matcher(text);
        if (!labelled.matches()) {
            return SQL_IN_PROSE.matcher(text).find()
                    ? new Unusable("It was SQL amid prose; give the statement alone, as the rules say.")
                    : new Decline(text);
        }
        String rest = labelled.group(2);
        return labelled.group(1).equals("CLARIFY") ? new Clarify(rest) : new Decline(rest);
    }

    private static DraftReply sqlOr(String json, String complaint) {
        return sqlIn(json).<DraftReply>map(sql -> sql).orElseGet(() -> new Unusable(complaint));
    }

    /** Arguments by themselves, or, as some models write them into the text, inside the call that they belong to. */
    private static Optional<Sql> sqlIn(String json) {
        try {
            JsonNode call = JSON.readTree(json);
            return Stream.of(call, call.path("arguments"), call.path("parameters"))
                    .filter(arguments -> !arguments.path("sql").asText().isBlank()).findFirst()
                    .map(arguments -> new Sql(arguments.path("thought").asText().strip(),
                            arguments.path("sql").asText().strip()));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
