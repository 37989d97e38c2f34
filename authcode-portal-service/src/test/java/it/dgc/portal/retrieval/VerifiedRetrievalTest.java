package it.dgc.portal.retrieval;

import java.time.LocalDate;
import java.util.Optional;

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
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

@DisplayName("Allegato B, section 5.2 and Table 4: code and card open the certificate, or person and day of who has no card")
class VerifiedRetrievalTest {

    private static final CodiceFiscale PERSON = CodiceFiscale.ofBody("PRVCNR80A41M999");
    private static final CodiceFiscale NOBODY = CodiceFiscale.ofBody("ZZZZZZ00A01A000");
    private static final HealthCardSuffix CARD = new HealthCardSuffix("12345678");
    private static final LocalDate EXPIRY = LocalDate.of(2027, 1, 31);
    private static final LocalDate FIRST_DAY = LocalDate.of(2022, 1, 31);
    private static final String CODE = "a code";
    private static final String UVCI = "01IT#1";
    private static final String TEXT = "HC1:text";
    private static final CodeRequest BY_CODE = new CodeRequest(CODE, CARD, EXPIRY, DocumentLanguage.FR);
    private static final NoCardRequest WITHOUT_CARD = new NoCardRequest(PERSON, FIRST_DAY, DocumentLanguage.DE);
    private static final Admission ADMITTED = new Admission.Admitted(
            new Reservation(Form.CERTIFICATE_WITH_CODE, new Counted("key", "token"), Optional.empty()));

    private final Certificates certificates = mock(Certificates.class);
    private final HealthCards cards = mock(HealthCards.class);

    @BeforeEach
    void allIsRight() {
        when(certificates.find(CODE)).thenReturn(new Lookup.Found(UVCI, PERSON));
        when(certificates.find(PERSON, FIRST_DAY)).thenReturn(new Lookup.Found(UVCI, PERSON));
        when(cards.check(PERSON, CARD, Optional.of(EXPIRY))).thenReturn(CardAnswer.YES);
        when(cards.hasNone(PERSON)).thenReturn(CardAnswer.YES);
        when(certificates.recoverCertificate(UVCI, DocumentLanguage.FR, Form.CERTIFICATE_WITH_CODE))
                .thenReturn(new Recovery.Recovered<>(TEXT));
        when(certificates.recoverCertificate(UVCI, DocumentLanguage.DE, Form.CERTIFICATE_WITHOUT_CARD))
                .thenReturn(new Recovery.Recovered<>(TEXT));
    }

    @Test
    void givesTheCertificateByEitherForm() {
        assertThat(withCode(ADMITTED)).isEqualTo(new Outcome.Verified<>(TEXT));
        assertThat(withoutCard(ADMITTED)).isEqualTo(new Outcome.Verified<>(TEXT));
    }

    @Test
    @DisplayName("P19: of an unknown code Sistema TS is asked all the same, about a well-formed code that nobody has")
    void asksAboutNobodyWhereTheCodeIsUnknown() {
        when(certificates.find(CODE)).thenReturn(new Lookup.NotFound());
        when(cards.check(any(), any(), any())).thenReturn(CardAnswer.NO);
        assertThat(withCode(ADMITTED)).isEqualTo(new Outcome.NotVerified<>());
        verify(cards).check(NOBODY, CARD, Optional.of(EXPIRY));
    }

    @Test
    @DisplayName("nothing is given by an unknown code even if Sistema TS were to confirm the card of nobody")
    void givesNothingByAnUnknownCode() {
        when(certificates.find(CODE)).thenReturn(new Lookup.NotFound());
        when(cards.check(any(), any(), any())).thenReturn(CardAnswer.YES);
        assertThat(withCode(ADMITTED)).isEqualTo(new Outcome.NotVerified<>());
        verify(certificates, never()).recoverCertificate(anyString(), any(), any());
    }

    @ParameterizedTest
    @EnumSource(CardAnswer.class)
    void givesNothingThatSistemaTsDoesNotConfirm(CardAnswer answer) {
        when(cards.check(PERSON, CARD, Optional.of(EXPIRY))).thenReturn(answer);
        when(cards.hasNone(PERSON)).thenReturn(answer);
        Outcome<String> expected = switch (answer) {
            case YES -> new Outcome.Verified<>(TEXT);
            case NO -> new Outcome.NotVerified<>();
            case UNAVAILABLE -> new Outcome.TryLater<>();
        };
        assertThat(withCode(ADMITTED)).isEqualTo(expected);
        assertThat(withoutCard(ADMITTED)).isEqualTo(expected);
    }

    @Test
    void saysLaterWhileTheGenerationServiceIsDown() {
        when(certificates.find(CODE)).thenReturn(new Lookup.Unavailable());
        when(cards.check(any(), any(), any())).thenReturn(CardAnswer.NO);
        when(certificates.find(PERSON, FIRST_DAY)).thenReturn(new Lookup.Unavailable());
        assertThat(withCode(ADMITTED)).isEqualTo(new Outcome.TryLater<>());
        assertThat(withoutCard(ADMITTED)).isEqualTo(new Outcome.TryLater<>());
    }

    @Test
    void asksNobodyBeyondTheLimits() {
        Admission refused = new Admission.Refused(Bound.values()[0]);
        assertThat(withCode(refused)).isEqualTo(new Outcome.NotVerified<>());
        assertThat(withoutCard(refused)).isEqualTo(new Outcome.NotVerified<>());
        verifyNoInteractions(certificates, cards);
    }

    @Configuration
    @EnableConfigurationProperties(RetrievalProperties.class)
    static class Settings {}

    @ParameterizedTest
    @ValueSource(strings = {"", "00000000000", "ZZZZZZ00A01A000A", "zzzzzz00a01a000s"})
    @DisplayName("nobody is well formed, so that Sistema TS says no and not that it is malformed")
    void startsWithAWellFormedNobodyAlone(String code) {
        ApplicationContextRunner settings = new ApplicationContextRunner().withUserConfiguration(Settings.class);
        settings.run(context -> assertThat(context.getBean(RetrievalProperties.class).code()).isEqualTo(NOBODY));
        settings.withPropertyValues("dgc.retrieval.nobody=" + code).run(context -> assertThat(context).hasFailed());
    }

    private Outcome<String> withCode(Admission admission) {
        Attempt attempt = Attempt.withCode(CODE, CARD, EXPIRY, TestInquiries.BY.from());
        return new VerifiedRetrieval(TestInquiries.admitting(attempt, admission), certificates, cards, NOBODY)
                .withCode(BY_CODE, TestInquiries.BY);
    }

    private Outcome<String> withoutCard(Admission admission) {
        Attempt attempt = Attempt.withoutCard(PERSON, TestInquiries.BY.from());
        return new VerifiedRetrieval(TestInquiries.admitting(attempt, admission), certificates, cards, NOBODY)
                .withoutCard(WITHOUT_CARD, TestInquiries.BY);
    }
}
