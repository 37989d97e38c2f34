package it.dgc.portal.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import it.dgc.deploy.backends.TestBackends;
import it.dgc.portal.PortalServiceApplication;
import it.dgc.portal.TestPeers;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The portal with doubles behind its forms, and a browser without scripts. */
final class RunningPages implements AutoCloseable {

    final Doubles doubles = new Doubles();
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ConfigurableApplicationContext context;
    final String origin;

    RunningPages(String database) {
        context = PortalServiceApplication.builder().initializers(c -> ((GenericApplicationContext) c)
                .registerBean("doubles", Doubles.class, () -> doubles, definition -> definition.setPrimary(true)))
                .run(Stream.concat(TestPeers.settings(), Stream.of("--server.port=0",
                        "--spring.mongodb.uri=" + TestBackends.mongo(database), "--dgc.pages.secure-cookie=false",
                        "--dgc.mode=DEVELOPMENT", "--dgc.secrets.directory=" + secrets())).toArray(String[]::new));
        origin = "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port");
    }

    private static Path secrets() {
        try {
            return Files.createTempDirectory("portal-pages");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(origin + path));
        return headers.length == 0 ? request : request.headers(headers);
    }

    /** Opens the form, fills it in and sends it, as a browser would. */
    HttpResponse<String> fillIn(String path, Map<String, String> fields) {
        HttpResponse<String> form = get(path);
        Map<String, String> all = hidden(form);
        all.putAll(fields);
        return send(post(path, encoded(all), "Cookie", cookie(form), "Origin", origin));
    }

    HttpRequest.Builder post(String path, String body, String... headers) {
        return request(path, headers).setHeader("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    static Map<String, String> hidden(HttpResponse<String> form) {
        Map<String, String> fields = new LinkedHashMap<>();
        Jsoup.parse(form.body()).select("input[type=hidden]").forEach(in -> fields.put(in.attr("name"), in.val()));
        return fields;
    }

    static String cookie(HttpResponse<String> form) {
        return form.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
    }

    static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    static Document html(HttpResponse<String> answer) {
        return Jsoup.parse(answer.body());
    }

    @Override
    public void close() {
        http.close();
        context.close();
    }
}
