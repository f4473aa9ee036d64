package io.askwell.bootstrap.contract;

import static io.askwell.testkit.Patience.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.bootstrap.RunningAskwell;
import io.askwell.testkit.postgres.TestPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Requests that the contract itself makes up, right ones and wrong ones, and what the running server answers. The same seed
 * makes up the same requests; {@code -Dcontract.seed=7} chooses another one, {@code -Dcontract.requests=9000} more of them.
 */
class ContractRequestsTest {
    private static final long SEED = Long.getLong("contract.seed", 20_240_501);
    private static final int REQUESTS = Integer.getInteger("contract.requests", 2_000);
    private static final int SHOWN = 3;
    /** No request of this kind opens it: {@code QuestionSocketTest} does. */
    private static final String WEB_SOCKET = "GET /agent/ws";
    private static final Pattern RUN = Pattern.compile("\"runId\":\"([^\"]+)\"");
    private final Map<String, Set<Integer>> statuses = new TreeMap<>();
    /** By what is complained of: one thing that is often wrong hides no other. */
    private final Map<String, List<String>> complaints = new TreeMap<>();

    @Test
    void everyResponseIsAsTheContractSays() throws IOException, InterruptedException {
        System.out.printf("%d requests made up with seed %d (-Dcontract.seed)%n", REQUESTS, SEED);
        try (var askwell = RunningAskwell.on(TestPostgres.create());
                var client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1).build()) {
            URI server = URI.create("http://127.0.0.1:" + askwell.port());
            String json = client.send(HttpRequest.newBuilder(server.resolve("/v3/api-docs")).build(),
                    BodyHandlers.ofString()).body();
            ask(client, server, Contract.parse(json));
        }

        assertThat(complaints.entrySet().stream().map(complaint -> "%s, %d times, such as%n%s".formatted(
                complaint.getKey(), complaint.getValue().size(),
                complaint.getValue().stream().limit(SHOWN).collect(Collectors.joining("\n"))))).isEmpty();
        statuses.forEach((operation, seen) -> assertThat(seen).as("what %s answered", operation)
                .anyMatch(status -> status < 300 || operation.equals(WEB_SOCKET)));
    }

    private void ask(HttpClient client, URI server, Contract contract) throws IOException, InterruptedException {
        var random = new Random(SEED);
        var schemas = new Schemas(contract);
        var ids = new KnownIds(random);
        var attempts = new Attempts(contract, schemas, ids, random);
        String before = "nothing";
        for (int i = 0; i < REQUESTS; i++) {
            Operation operation = contract.operations().get(i % contract.operations().size());
            Attempt attempt = attempts.attempt(operation);
            HttpResponse<String> response;
            try {
                response = client.send(request(server, attempt), BodyHandlers.ofString());
            } catch (IOException unanswered) {
                // The one before may have left the connection in a state.
                complain(String.valueOf(unanswered), "%s%n  after %s".formatted(attempt, before));
                continue;
            } finally {
                before = attempt.toString();
            }
            response.headers().firstValue("Location").ifPresent(ids::created);
            RUN.matcher(response.body()).results().forEach(run -> ids.created("/agent/runs/" + run.group(1)));
            statuses.computeIfAbsent(operation.toString(), name -> new TreeSet<>()).add(response.statusCode());
            ResponseCheck.complaints(schemas, attempt, response).forEach(complaint -> complain(complaint,
                    "%s%n  %d %s".formatted(attempt, response.statusCode(), response.body())));
        }
    }

    private void complain(String what, String where) {
        complaints.computeIfAbsent(what, name -> new ArrayList<>()).add("  " + where);
    }

    private static HttpRequest request(URI server, Attempt attempt) {
        var request = HttpRequest.newBuilder(URI.create(server + attempt.target())).timeout(PATIENCE)
                .method(attempt.operation().method(), attempt.body() == null
                        ? BodyPublishers.noBody()
                        : BodyPublishers.ofByteArray(attempt.body()));
        attempt.headers().forEach(header -> request.header(header.getKey(), header.getValue()));
        return request.build();
    }
}
