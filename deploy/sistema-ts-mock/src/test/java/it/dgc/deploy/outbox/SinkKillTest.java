package it.dgc.deploy.outbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("A sink in a process of its own, killed as soon as it has answered")
class SinkKillTest {

    private static final String SMS = "{\"to\":\"+447700900123\",\"sender\":\"Certificati\",\"text\":\"t\"}";

    @TempDir
    private Path directory;

    @Test
    void hasEveryMailThatItAccepted() throws Exception {
        for (int number = 1; number <= 2; number++) {
            Process sink = start(MailSinkMain.class);
            String address = ready(sink);
            Mails.send(Integer.parseInt(address.substring(address.indexOf(':') + 1)), "a@posta.example",
                    "number " + number, "text");
            kill(sink);
        }
        assertThat(AcceptedMail.readAll(directory)).extracting(AcceptedMail::subject).containsExactly("number 1",
                "number 2");
    }

    @Test
    void hasEverySmsThatItAcceptedAndKnowsTheRepetition() throws Exception {
        for (int status : new int[]{202, 200}) {
            Process gateway = start(SmsGatewayMain.class);
            String address = ready(gateway);
            int port = Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
            assertThat(Http.post(port, "key-1", SMS).statusCode()).isEqualTo(status);
            kill(gateway);
        }
        assertThat(AcceptedSms.readAll(directory)).extracting(AcceptedSms::repeat).containsExactly(false, true);
    }

    private Process start(Class<?> main) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx128m", "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), main.getName(),
                directory.toString(), "0"));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    private static String ready(Process process) throws IOException {
        BufferedReader output = process.inputReader();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith("READY ")) {
                return line.substring("READY ".length());
            }
        }
        throw new IllegalStateException("The program ended before it was ready");
    }

    private static void kill(Process process) throws InterruptedException {
        process.destroyForcibly();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }
}
