package it.dgc.deploy.journeys;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The unmodified VerificaC19 client for Node.js (npm: verificac19-sdk 1.2.1) in a process of its own, pointed at a server by
 * {@code https_proxy}. A tool of the tests alone: it is fetched when they run, and nothing of it is shipped.
 */
final class NodeClient implements AutoCloseable {

    private static final Path SOURCE = Path.of("src/test/npm/verificac19");
    private static final Path INSTALLED = Path.of("target/verificac19");
    private static final int MINUTES_TO_INSTALL = 10;

    private final Process process;
    private final BufferedReader answers;
    private final BufferedWriter questions;

    private NodeClient(Process process) {
        this.process = process;
        this.answers = process.inputReader(UTF_8);
        this.questions = process.outputWriter(UTF_8);
    }

    /** @return whether this machine has what it needs */
    static boolean isPossible() {
        return runs("node") && runs("npm");
    }

    private static boolean runs(String program) {
        try {
            Process process = new ProcessBuilder(program, "--version").redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            return process.waitFor() == 0;
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** @param cache folder for what it synchronises; {@code port} of the server on this machine */
    static NodeClient start(Path cache, int port) throws IOException, InterruptedException {
        install();
        ProcessBuilder client = new ProcessBuilder("node", "client.js").directory(INSTALLED.toFile())
                .redirectError(Files.createDirectories(cache.toAbsolutePath()).resolve("client.err").toFile());
        client.environment().putAll(Map.of("https_proxy", "http://127.0.0.1:" + port, "HTTPS_PROXY", "", "no_proxy", "",
                "NO_PROXY", "", "VC19_CACHE_FOLDER", cache.toAbsolutePath().toString(), "VC19_UPDATE_HOURS", "0"));
        return new NodeClient(client.start());
    }

    private static void install() throws IOException, InterruptedException {
        Path log = Files.createDirectories(INSTALLED).resolve("install.log");
        Process install = new ProcessBuilder(SOURCE.resolve("install").toString(), INSTALLED.toString())
                .redirectErrorStream(true).redirectOutput(log.toFile()).start();
        if (!install.waitFor(MINUTES_TO_INSTALL, TimeUnit.MINUTES) || install.exitValue() != 0) {
            install.destroyForcibly();
            throw new IOException("The client could not be installed: " + Files.readString(log));
        }
    }

    /** @return {@code outcome} SYNCED with figures of the list, or FAILED */
    JsonNode sync() throws IOException {
        return ask("SYNC");
    }

    /** @return what it says in its own words */
    String verify(String text) throws IOException {
        return ask("VERIFY " + text).path("outcome").stringValue();
    }

    /** @return what it says where its clock shows that time */
    String verify(String text, Instant at) throws IOException {
        return ask("VERIFY " + at + ' ' + text).path("outcome").stringValue();
    }

    private JsonNode ask(String line) throws IOException {
        questions.write(line + '\n');
        questions.flush();
        String answer = answers.readLine();
        if (answer == null) {
            throw new IOException("The client has ended");
        }
        return JsonMapper.shared().readTree(answer);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
