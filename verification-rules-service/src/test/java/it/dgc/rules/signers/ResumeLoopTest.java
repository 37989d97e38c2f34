package it.dgc.rules.signers;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static it.dgc.rules.signers.TestCertificates.stored;
import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("I15: none, 0 and empty are the start; I16: 204 is the end")
class ResumeLoopTest {

    private static final String UPDATE = "/v1/dgc/signercertificate/update";

    private static ServiceOnFakes service;

    @BeforeAll
    static void start() {
        service = ServiceOnFakes.start();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private final StoredSigner first = stored(TestCertificates.own(), Trust.ACTIVE, 3);
    private final StoredSigner second = stored(TestCertificates.own(), Trust.ACTIVE, 5);
    private final StoredSigner third = stored(TestCertificates.own(), Trust.ACTIVE, Integer.MAX_VALUE);

    @BeforeEach
    void publish() {
        service.publish(third, first, second);
    }

    @Test
    void endsForNodeWhichSendsNoneAtFirst() {
        assertThat(walk("Host: get.dgc.gov.it")).containsExactly(kid(first), kid(second), kid(third));
    }

    @Test
    void endsForCSharpWhichSendsZeroAtFirst() {
        assertThat(walk("X-RESUME-TOKEN: 0")).containsExactly(kid(first), kid(second), kid(third));
    }

    @Test
    void endsForAndroidWhichSendsAnEmptyHeaderAtFirst() {
        assertThat(walk("x-resume-token:")).containsExactly(kid(first), kid(second), kid(third));
    }

    @Test
    void bringsOnlyWhatIsNewToWhoeverKeptTheToken() {
        assertThat(walk("X-RESUME-TOKEN: 3")).containsExactly(kid(second), kid(third));
    }

    /** As the clients do: ask with the last token until 204. */
    private List<String> walk(String firstHeader) {
        List<String> kids = new ArrayList<>();
        String header = firstHeader;
        String answer = ask(header);
        while (answer.startsWith("HTTP/1.1 200")) {
            kids.add(valueOf("X-KID", answer));
            header = "X-RESUME-TOKEN: " + valueOf("X-RESUME-TOKEN", answer);
            answer = ask(header);
        }
        assertThat(answer).startsWith("HTTP/1.1 204");
        return kids;
    }

    private String ask(String header) {
        return header.startsWith("Host")
                ? service.http().raw("GET " + UPDATE + " HTTP/1.1", header)
                : service.http().raw("GET " + UPDATE + " HTTP/1.1", "Host: get.dgc.gov.it", header);
    }

    private static String valueOf(String name, String answer) {
        return answer.lines().filter(line -> line.startsWith(name + ": ")).findFirst().orElseThrow()
                .substring(name.length() + 2);
    }

    private static String kid(StoredSigner signer) {
        return signer.kid().value();
    }
}
