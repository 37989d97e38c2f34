package it.dgc.portal.authcode;

import java.time.LocalDate;
import java.util.Optional;

import it.dgc.common.codes.AuthCode;
import it.dgc.common.codes.HealthCardSuffix;
import it.dgc.common.person.CodiceFiscale;
import it.dgc.portal.certificates.Certificates;
import it.dgc.portal.certificates.Lookup;
import it.dgc.portal.certificates.Recovery;
import it.dgc.portal.inquiry.Outcome;
import it.dgc.portal.inquiry.TestInquiries;
import it.dgc.portal.limits.Admission;
import it.dgc.portal.limits.Admission.Counted;
import it.dgc.portal.limits.Admission.Reservation;
import it.dgc.portal.limits.Attempt;
import it.dgc.portal.limits.Bound;
import it.dgc.portal.limits.Form;
import it.dgc.portal.rendering.DocumentLanguage;
import it.dgc.portal.sistemats.CardAnswer;
import it.dgc.portal.sistemats.HealthCards;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

@DisplayName("Allegato B, Table 3: card and first day open the AUTHCODE")
class CardAuthcodeRecoveryTest {

    private static final CodiceFiscale PERSON = CodiceFiscale.ofBody("PRVCNR80A41M999");
    private static final HealthCardSuffix CARD = new HealthCardSuffix("12345678");
    private static final LocalDate FIRST_DAY = LocalDate.of(2022, 1, 31);
    private static final AuthcodeRequest REQUEST = new AuthcodeRequest(PERSON, CARD, FIRST_DAY, DocumentLanguage.DE);
    private static final Attempt ATTEMPT = Attempt.authCode(PERSON, CARD, FIRST_DAY, TestInquiries.BY.from());
    private static final Admission ADMITTED = new Admission.Admitted(
            new Reservation(Form.AUTHCODE, new Counted("key", "token"), Optional.empty()));
    private static final String UVCI = "01IT#1";
    private static final AuthCode CODE = AuthCode.derive(new byte[16]);

    private final Certificates certificates = mock(Certificates.class);
    private final HealthCards cards = mock(HealthCards.class);

    @BeforeEach
    void allIsRight() {
        when(certificates.find(PERSON, FIRST_DAY)).thenReturn(new Lookup.Found(UVCI, PERSON));
        when(cards.check(PERSON, CARD, Optional.empty())).thenReturn(CardAnswer.YES);
        when(certificates.recoverAuthCode(UVCI, DocumentLanguage.DE)).thenReturn(new Recovery.Recovered<>(CODE));
    }

    @Test
    void givesTheCodeInTheLanguageChosen() {
        assertThat(answer(ADMITTED)).isEqualTo(new Outcome.Verified<>(CODE));
    }

    @ParameterizedTest
    @CsvSource({"true,NO", "false,YES", "false,NO"})
    @DisplayName("P19: a wrong card, no certificate that holds, or both: nothing is recovered, and both were asked")
    void givesNothingWhereSomethingIsWrong(boolean isFound, CardAnswer card) {
        if (!isFound) {
            when(certificates.find(PERSON, FIRST_DAY)).thenReturn(new Lookup.NotFound());
        }
        when(cards.check(PERSON, CARD, Optional.empty())).thenReturn(card);
        assertThat(answer(ADMITTED)).isEqualTo(new Outcome.NotVerified<>());
        verify(cards).check(PERSON, CARD, Optional.empty());
        verify(certificates, never()).recoverAuthCode(UVCI, DocumentLanguage.DE);
    }

    @Test
    void saysLaterWhileSistemaTsIsDown() {
        when(cards.check(PERSON, CARD, Optional.empty())).thenReturn(CardAnswer.UNAVAILABLE);
        assertThat(answer(ADMITTED)).isEqualTo(new Outcome.TryLater<>());
    }

    @Test
    void saysLaterWhileTheGenerationServiceIsDown() {
        when(certificates.find(PERSON, FIRST_DAY)).thenReturn(new Lookup.Unavailable());
        assertThat(answer(ADMITTED)).isEqualTo(new Outcome.TryLater<>());
    }

    @Test
    void givesNothingThatIsGoneSinceItWasFound() {
        when(certificates.recoverAuthCode(UVCI, DocumentLanguage.DE)).thenReturn(new Recovery.Gone<>());
        assertThat(answer(ADMITTED)).isEqualTo(new Outcome.NotVerified<>());
    }

    @Test
    void asksNobodyBeyondTheLimits() {
        assertThat(answer(new Admission.Refused(Bound.values()[0]))).isEqualTo(new Outcome.NotVerified<>());
        verifyNoInteractions(certificates, cards);
    }

    private Outcome<AuthCode> answer(Admission admission) {
        return new CardAuthcodeRecovery(TestInquiries.admitting(ATTEMPT, admission), certificates, cards)
                .recover(REQUEST, TestInquiries.BY);
    }
}
