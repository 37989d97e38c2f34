package it.dgc.generation.registry;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import it.dgc.generation.testing.Events;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("What must not be printed cannot be printed")
class MaskedPrintTest {

    static List<Object> everythingPersonal() {
        return List.of(Entries.entry(1, Entries.PINNED), Entries.event(1),
                new DueCertificate(Entries.FIRST_DAY, Entries.uvci(1)),
                new OutboxLease(Entries.uvci(1), Entries.INTENT.issuedAt()),
                new CertificateEntry(Entries.uvci(1), CertificateState.ISSUED, "content",
                        Optional.of(Entries.record(1)),
                        Optional.empty(),
                        Optional.of(Entries.INTENT), Optional.of(Entries.QR_TEXT), Optional.empty(), Set.of(),
                        List.of(), TestHistory.NONE));
    }

    @ParameterizedTest
    @MethodSource("everythingPersonal")
    void printsNothingThatLeadsToAPerson(Object personal) {
        assertThat(personal.toString())
                .doesNotContain(Events.personalTexts(Events.exemption(1, "2022-01-10", null)))
                .doesNotContain(Entries.uvci(1).value(), Entries.authCode(1).value(), "HC1:");
    }
}
