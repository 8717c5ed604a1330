package io.verbatim.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The server's answers are those that its OpenAPI description promises. */
class OpenApiTest {

    private static final String BASE = "https://verbatim.example/openapi.yaml";
    private static final String TOKEN = "a-token-for-this-test-only";

    @SuppressWarnings("NullAway.Init")
    private static LabelServer server;

    @SuppressWarnings("NullAway.Init")
    private static JsonNode description;

    @SuppressWarnings("NullAway.Init")
    private static SchemaRegistry schemas;

    @BeforeAll
    static void start() throws IOException {
        server = Servers.start(Servers.options().guardedBy(Token.of(TOKEN)).limitedTo(2048, 1, 4, 0));
        String yaml;
        try (InputStream in = LabelServer.class.getResourceAsStream("openapi.yaml")) {
            yaml = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
        description = new YAMLMapper().readTree(yaml);
        schemas = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Map.of(BASE, yaml)));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void should_describe_every_answer_of_label() throws Exception {
        check("post", "/v1/label", "text/plain", "“I know,” she said. Rain fell.", 200);
        check("post", "/v1/label?abstain=1", "text/plain", "She left.", 200);
        check("post", "/v1/label", "application/json", "{\"id\":7,\"text\":\"“No,” he said.\"}", 200);
        check("post", "/v1/label", "application/json", "[{\"text\":\"He left.\"},{\"id\":\"b\"},null]", 200);
        check("post", "/v1/label", "application/json", "{\"text\":", 400);
        check("post", "/v1/label?abstain=2", "text/plain", "She left.", 400);
        check("post", "/v1/label", "text/plain", "x".repeat(4000), 413);
        check("post", "/v1/label", "text/html", "<p>", 415);
        check("post", "/v1/label", "text/plain; charset=latin1", "x", 415);
        check("post", "/v1/label", "text/plain; charset", "x", 415);
        check("post", "/v1/label", "text/plain; charset=no~such%name", "x", 415);
    }

    @Test
    void should_describe_every_answer_of_explain() throws Exception {
        check("post", "/v1/explain?sentence=1", "text/plain", "“I know,” she said. Rain fell.", 200);
        check("post", "/v1/explain?sentence=0&label=direct", "text/plain", "She left.", 200);
        check("post", "/v1/explain", "text/plain", "She left.", 400);
        check("post", "/v1/explain?sentence=1", "text/plain", "She left.", 400);
        check("post", "/v1/explain?sentence=-1", "text/plain", "She left.", 400);
        check("post", "/v1/explain?sentence=0&label=claim", "text/plain", "She left.", 400);
        check("post", "/v1/explain?sentence=0", "text/plain", "x".repeat(4000), 413);
        check("post", "/v1/explain?sentence=0", "application/json", "{\"text\":\"She left.\"}", 415);
        checked("post", "/v1/explain", send("post", "/v1/explain?sentence=0", "text/plain", "x", "wrong"), 401);
    }

    @Test
    void should_describe_every_line_of_a_stream() throws Exception {
        HttpResponse<String> response =
                send("post", "/v1/label", "application/x-ndjson", "{\"text\":\"Go.\"}\n3\n", TOKEN);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/x-ndjson");
        assertThat(response.body().lines())
                .hasSize(2)
                .allSatisfy(
                        line -> assertThat(schemas.getSchema(SchemaLocation.of(BASE + "#/components/schemas/Answer"))
                                        .validate(line, InputFormat.JSON))
                                .isEmpty());
    }

    @Test
    void should_describe_the_other_paths() throws Exception {
        check("get", "/v1/model", "", "", 200);
        check("post", "/v1/reload", "text/plain", "", 200);
        check("get", "/healthz", "", "", 200);
        check("get", "/readyz", "", "", 200);
        check("get", "/metrics", "", "", 200);
        check("get", "/openapi.yaml", "", "", 200);
        check("get", "/", "", "", 200);
    }

    @Test
    void should_describe_a_missing_token() throws Exception {
        checked("post", "/v1/label", send("post", "/v1/label", "text/plain", "x", "wrong"), 401);
        checked("get", "/v1/model", send("get", "/v1/model", "", "", "wrong"), 401);
        checked("post", "/v1/reload", send("post", "/v1/reload", "", "", "wrong"), 401);
        checked("get", "/metrics", send("get", "/metrics", "", "", "wrong"), 401);
    }

    private static void check(String method, String path, String type, String body, int status) throws Exception {
        checked(method, path.replaceAll("\\?.*", ""), send(method, path, type, body, TOKEN), status);
    }

    private static void checked(String method, String path, HttpResponse<String> response, int status) {
        assertThat(response.statusCode()).as(path).isEqualTo(status);
        String type = response.headers().firstValue("Content-Type").orElse("").replaceAll(";.*", "");
        String at = "/paths/" + path.replace("/", "~1") + "/" + method + "/responses/" + status;
        JsonNode answer = description.at(at);
        assertThat(answer.isObject()).as(at).isTrue();
        String content = answer.has("$ref") ? answer.get("$ref").stringValue().substring(1) : at;
        JsonNode media = description.at(content).path("content").path(type);
        assertThat(media.isObject()).as("%s %s %s", path, status, type).isTrue();
        Schema schema = schemas.getSchema(
                SchemaLocation.of(BASE + "#" + content + "/content/" + type.replace("/", "~1") + "/schema"));
        assertThat(
                        type.endsWith("json")
                                ? schema.validate(response.body(), InputFormat.JSON)
                                : schema.validate(StringNode.valueOf(response.body())))
                .as(response.body())
                .isEmpty();
    }

    private static HttpResponse<String> send(String method, String path, String type, String body, String token)
            throws Exception {
        HttpRequest.Builder request = Servers.request(server, path).header("Authorization", "Bearer " + token);
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        request.method(
                method.toUpperCase(Locale.ROOT),
                method.equals("get") ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        return Servers.CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
