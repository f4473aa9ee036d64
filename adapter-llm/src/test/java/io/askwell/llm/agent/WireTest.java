package io.askwell.llm.agent;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static io.askwell.llm.agent.Bench.COUNT;
import static io.askwell.llm.agent.Bench.completed;
import static io.askwell.llm.agent.Bench.failed;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.askwell.domain.agent.TokenUsage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes over the wire, against replies of the shapes that servers send. */
class WireTest {
    private static final String PATH = "/v1/chat/completions";
    private static final String TOOL_CALL = """
        data: {"id":"chatcmpl-1","object":"chat.completion.chunk","created":1,"model":"m","choices":[{"index":0,"delta":{"role":"assistant","content":null,"tool_calls":[{"index":0,"id":"call_9","type":"function","function":{"name":"run_sql","arguments":""}}]},"logprobs":null,"finish_reason":null}],"usage":null}

        data: {"id":"chatcmpl-1","object":"chat.completion.chunk","created":1,"model":"m","choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"function":{"arguments":"{\\"thought\\":\\"Count all.\\",\\"tables\\":[\\"orders\\"],"}}]},"logprobs":null,"finish_reason":null}],"usage":null}

        data: {"id":"chatcmpl-1","object":"chat.completion.chunk","created":1,"model":"m","choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"function":{"arguments":"\\"sql\\":\\"%s\\"}"}}]},"logprobs":null,"finish_reason":null}],"usage":null}

        data: {"id":"chatcmpl-1","object":"chat.completion.chunk","created":1,"model":"m","choices":[{"index":0,"delta":{},"logprobs":null,"finish_reason":"tool_calls"}],"usage":null}

        data: {"id":"chatcmpl-1","object":"chat.completion.chunk","created":1,"model":"m","choices":[],"usage":{"prompt_tokens":310,"completion_tokens":33,"total_tokens":343,"prompt_tokens_details":{"cached_tokens":0}}}

        data: [DONE]

        """.formatted(
            COUNT);
    private static final String TEXT = """
        : keep-alive

        data: {"id":"2","object":"chat.completion.chunk","created":1,"model":"m","choices":[{"index":0,"delta":{"role":"assistant","content":""},"finish_reason":null}]}

        data: {"id":"2","object":"chat.completion.chunk","created":1,"model":"m","choices":[{"index":0,"delta":{"content":"Es sind "},"finish_reason":null}]}

        : keep-alive

        data: {"id":"2","object":"chat.completion.chunk","created":1,"model":"m","choices":[{"index":0,"delta":{"content":"drei – ✓."},"finish_reason":null}]}

        data: {"id":"2","object":"chat.completion.chunk","created":1,"model":"m","choices":[{"index":0,"delta":{},"finish_reason":"stop"}],"usage":{"prompt_tokens":90,"completion_tokens":5,"total_tokens":95}}

        data: [DONE]

        """;
    private final WireMockServer server = new WireMockServer(wireMockConfig().dynamicPort().http2PlainDisabled(true));
    private final Bench bench = new Bench();

    @BeforeEach
    void start() {
        server.start();
        bench.settings = Bench.settings(server.baseUrl() + "/v1/");
    }

    @AfterEach
    void stop() {
        server.stop();
        bench.close();
    }

    @Test
    void aWholeConversation() {
        server.stubFor(draft().willReturn(stream(TOOL_CALL)));
        server.stubFor(wording().willReturn(stream(TEXT)));

        var events = bench.ask();

        assertThat(completed(events).answer()).isEqualTo("Es sind drei – ✓.");
        assertThat(completed(events).usage()).isEqualTo(new TokenUsage(400, 38));
        assertThat(bench.queries.ran()).containsExactly(COUNT);
    }

    @Test
    void theRequestCarriesModelKeyTemperatureAndTool() {
        server.stubFor(draft().willReturn(stream(TOOL_CALL)));
        server.stubFor(wording().willReturn(stream(TEXT)));

        bench.ask();

        server.verify(1, postRequestedFor(urlEqualTo(PATH))
                .withHeader("Authorization", equalTo("Bearer secret"))
                .withRequestBody(matchingJsonPath("$[?(@.model == 'llama-3.3')]"))
                .withRequestBody(matchingJsonPath("$[?(@.temperature == 0)]"))
                .withRequestBody(matchingJsonPath("$[?(@.stream == true)]"))
                .withRequestBody(matchingJsonPath("$[?(@.max_tokens == 500)]"))
                .withRequestBody(matchingJsonPath("$[?(@.stream_options.include_usage == true)]"))
                .withRequestBody(matchingJsonPath("$.tools[?(@.function.name == 'run_sql')]"))
                .withRequestBody(matchingJsonPath("$.tools[0].function.parameters.properties.sql"))
                .withRequestBody(matchingJsonPath("$.tools[0].function.parameters.properties.tables"))
                .withRequestBody(matchingJsonPath("$.tools[0].function.parameters.properties.thought")));
        server.verify(1, postRequestedFor(urlEqualTo(PATH))
                .withRequestBody(matchingJsonPath("$[?(@.temperature == 0)]"))
                .withRequestBody(matchingJsonPath("$.tools", absent())));
    }

    @Test
    void withoutAKeyNoneIsSent() {
        bench.settings = ModelSettings.at(server.baseUrl() + "/v1", "", "llama-3.3");
        server.stubFor(draft().willReturn(stream(TOOL_CALL)));
        server.stubFor(wording().willReturn(stream(TEXT)));

        assertThat(completed(bench.ask()).answer()).startsWith("Es sind");

        server.verify(2, postRequestedFor(urlEqualTo(PATH)).withoutHeader("Authorization"));
    }

    @Test
    void aStreamThatDribblesIsReadAcrossItsPieces() {
        server.stubFor(draft().willReturn(stream(TOOL_CALL).withChunkedDribbleDelay(40, 400)));
        server.stubFor(wording().willReturn(stream(TEXT).withChunkedDribbleDelay(97, 600)));

        assertThat(completed(bench.ask()).answer()).isEqualTo("Es sind drei – ✓.");
    }

    @Test
    void linesMayEndAsOnWindows() {
        server.stubFor(draft().willReturn(stream(TOOL_CALL.replace("\n", "\r\n"))));
        server.stubFor(wording().willReturn(stream(TEXT.replace("\n", "\r\n"))));

        assertThat(completed(bench.ask()).answer()).isEqualTo("Es sind drei – ✓.");
    }

    @Test
    void aBodyThatIsNoStreamIsNoReply() {
        server.stubFor(post(PATH).willReturn(aResponse().withHeader("Content-Type", "text/html")
                .withBody("<html>Welcome to the captive portal</html>")));

        assertThat(failed(bench.ask()).message()).contains("broke off");
    }

    @Test
    void anEventThatIsNoJsonIsNoReply() {
        server.stubFor(post(PATH).willReturn(stream("data: {\"choices\":[{\"del\n\n" + TEXT)));

        assertThat(failed(bench.ask()).message()).contains("broke off");
    }

    @Test
    void aRedirectIsNotFollowedWithTheKey() {
        server.stubFor(post(PATH).willReturn(aResponse().withStatus(307).withHeader("Location", "/elsewhere")));

        assertThat(failed(bench.ask()).message()).contains("rejected");
        server.verify(0, postRequestedFor(urlEqualTo("/elsewhere")));
    }

    @Test
    void aConnectionThatTheServerGaveUpMeanwhileIsReplaced() {
        server.stubFor(draft().inScenario("stale").whenScenarioStateIs("Started")
                .willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)).willSetStateTo("fresh"));
        server.stubFor(draft().inScenario("stale").whenScenarioStateIs("fresh").willReturn(stream(TOOL_CALL)));
        server.stubFor(wording().willReturn(stream(TEXT)));

        assertThat(completed(bench.ask()).answer()).startsWith("Es sind");
    }

    private static MappingBuilder draft() {
        return post(PATH).withRequestBody(containing("\"run_sql\""));
    }

    private static MappingBuilder wording() {
        return post(PATH).withRequestBody(matchingJsonPath("$.tools", absent()));
    }

    private static ResponseDefinitionBuilder stream(String events) {
        return aResponse().withHeader("Content-Type", "text/event-stream").withBody(events);
    }
}
