package io.askwell.persistence.agent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One attack of {@code security/adversarial.jsonl}.
 *
 * @param sql in the file, <code>{{text*n}}</code> stands for n times the text, and <code>{{NL}}</code> and the like for
 *        characters that cannot be seen
 * @param stoppedBy the first layer that stops it, or HARMLESS if it may run
 * @param databaseAlone what stops it where there is no gate
 */
record AdversarialQuery(String id, String sql, String why, String stoppedBy, String databaseAlone) {
    private static final Pattern REPEATED = Pattern.compile("\\{\\{(.+?)\\*(\\d+)}}");
    private static final Map<String, String> UNSEEN = Map.of("{{NL}}", "\n", "{{CR}}", "\r", "{{ZW}}", "\u200b",
            "{{NBSP}}", "\u00a0", "{{KELVIN}}", "\u212a", "{{NUL}}", "\0");

    static List<AdversarialQuery> all() {
        try (var file = AdversarialQuery.class.getResourceAsStream("/security/adversarial.jsonl")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().map(AdversarialQuery::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static AdversarialQuery read(String line) {
        JsonNode json = JsonMapper.shared().readTree(line);
        String sql = json.get("sql").asString();
        for (var unseen : UNSEEN.entrySet()) {
            sql = sql.replace(unseen.getKey(), unseen.getValue());
        }
        sql = REPEATED.matcher(sql).replaceAll(part -> java.util.regex.Matcher.quoteReplacement(
                part.group(1).repeat(Integer.parseInt(part.group(2)))));
        return new AdversarialQuery(json.get("id").asString(), sql, json.get("why").asString(),
                json.path("stoppedBy").asString("?"), json.path("databaseAlone").asString("?"));
    }

    @Override
    public String toString() {
        return id + " " + why + ": " + (sql.length() > 60 ? sql.substring(0, 60) + "…" : sql);
    }
}
