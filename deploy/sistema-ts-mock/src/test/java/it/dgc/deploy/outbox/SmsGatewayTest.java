package it.dgc.deploy.outbox;

import java.net.http.HttpResponse;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The SMS gateway of the local platform")
class SmsGatewayTest {

    private static final String SMS = "{\"to\":\"+447700900123\",\"sender\":\"Certificati\",\"text\":\"Ciao è\"}";

    @TempDir
    private Path directory;
    private SmsGateway gateway;

    @BeforeEach
    void start() {
        gateway = SmsGateway.start(directory, 0, SmsFaults.NONE);
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    @DisplayName("202 first; a repetition gets 200 with the same body, and is written down as one")
    void acceptsOnceAndCountsRepetitions() throws Exception {
        HttpResponse<String> first = Http.post(gateway.port(), "key-1", SMS);
        HttpResponse<String> again = Http.post(gateway.port(), "key-1", SMS);
        HttpResponse<String> other = Http.post(gateway.port(), "key-2", SMS);

        assertThat(first.statusCode()).isEqualTo(202);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(other.statusCode()).isEqualTo(202);
        assertThat(AcceptedSms.readAll(directory)).extracting(AcceptedSms::toString).containsExactly(
                "AcceptedSms[key-1]", "AcceptedSms[key-1, repeat]", "AcceptedSms[key-2]");
        assertThat(AcceptedSms.readAll(directory).getFirst()).satisfies(sms -> {
            assertThat(sms.to()).isEqualTo("+447700900123");
            assertThat(sms.sender()).isEqualTo("Certificati");
            assertThat(sms.text()).isEqualTo("Ciao è");
        });
    }

    @Test
    void knowsItsKeysAfterARestart() throws Exception {
        Http.post(gateway.port(), "key-1", SMS);
        gateway.close();
        start();
        assertThat(Http.post(gateway.port(), "key-1", SMS).statusCode()).isEqualTo(200);
    }

    @Test
    void showsWhatItAccepted() throws Exception {
        Http.post(gateway.port(), "key-1", SMS);
        assertThat(Http.get(gateway.port(), "/sms/messages").body()).startsWith("[{").contains("key-1", "Ciao è");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"''|{}|400", "k|{}|400", "k|nothing|400", "k|[]|400",
            "k|{\"to\":\"+447700900123\",\"sender\":\"x\"}|400", "|{}|400",
            "k|{\"to\":\"123\",\"sender\":\"x\",\"text\":\"t\"}|422"})
    void acceptsNothingThatIsNotWhole(String key, String body, int status) throws Exception {
        assertThat(Http.post(gateway.port(), key, body).statusCode()).isEqualTo(status);
        assertThat(AcceptedSms.readAll(directory)).isEmpty();
    }

    @Test
    @DisplayName("told to fail it accepts nothing, until it is told otherwise")
    void failsAsItIsTold() throws Exception {
        assertThat(Http.put(gateway.port(), "/sms/faults", "{\"failRate\":1,\"status\":429}").statusCode())
                .isEqualTo(200);
        assertThat(Http.post(gateway.port(), "key-1", SMS).statusCode()).isEqualTo(429);
        assertThat(AcceptedSms.readAll(directory)).isEmpty();
        assertThat(Http.get(gateway.port(), "/sms/faults").body()).contains("429");

        Http.put(gateway.port(), "/sms/faults", "{}");
        assertThat(Http.post(gateway.port(), "key-1", SMS).statusCode()).isEqualTo(202);
    }

    @Test
    void failsFromTheStartWhereItIsToldSo(@TempDir Path other) throws Exception {
        try (SmsGateway failing = SmsGateway.start(other, 0, SmsFaults.parse("{\"failRate\":1}"))) {
            assertThat(Http.post(failing.port(), "key-1", SMS).statusCode()).isEqualTo(503);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing", "{\"failRate\":2}", "{\"failRate\":-0.1}", "{\"delayMillis\":-1}",
            "{\"status\":200}", "{\"delayMillis\":60001}"})
    void takesNoNonsenseForAFault(String faults) throws Exception {
        assertThat(Http.put(gateway.port(), "/sms/faults", faults).statusCode()).isEqualTo(400);
        assertThat(Http.post(gateway.port(), "key-1", SMS).statusCode()).isEqualTo(202);
    }

    @Test
    void hasNoOtherMethod() throws Exception {
        assertThat(Http.put(gateway.port(), "/sms/messages", SMS).statusCode()).isEqualTo(405);
        assertThat(Http.get(gateway.port(), "/sms").statusCode()).isEqualTo(404);
    }
}
