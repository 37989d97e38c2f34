package it.dgc.portal.retrieval;

import java.util.Optional;

import it.dgc.common.person.CodiceFiscale;
import it.dgc.portal.certificates.Certificates;
import it.dgc.portal.certificates.Lookup;
import it.dgc.portal.certificates.Recovery;
import it.dgc.portal.inquiry.Inquiries;
import it.dgc.portal.inquiry.Outcome;
import it.dgc.portal.inquiry.Questions;
import it.dgc.portal.inquiry.Submission;
import it.dgc.portal.limits.Attempt;
import it.dgc.portal.limits.Form;
import it.dgc.portal.sistemats.CardAnswer;
import it.dgc.portal.sistemats.HealthCards;

/** The person is verified by the health card, or by having none. */
final class VerifiedRetrieval implements CertificateRetrieval {

    private final Inquiries inquiries;
    private final Certificates certificates;
    private final HealthCards cards;
    private final CodiceFiscale nobody;

    /** @param nobody asked about where no certificate was found, so that Sistema TS is asked all the same */
    VerifiedRetrieval(Inquiries inquiries, Certificates certificates, HealthCards cards, CodiceFiscale nobody) {
        this.inquiries = inquiries;
        this.certificates = certificates;
        this.cards = cards;
        this.nobody = nobody;
    }

    @Override
    public Outcome<String> withoutCard(NoCardRequest request, Submission by) {
        return inquiries.answer(by, Attempt.withoutCard(request.person(), by.from()), new NoCardQuestions(request));
    }

    @Override
    public Outcome<String> withCode(CodeRequest request, Submission by) {
        return inquiries.answer(by,
                Attempt.withCode(request.code(), request.card(), request.cardExpiry(), by.from()),
                new CodeQuestions(request));
    }

    private final class NoCardQuestions implements Questions<String> {

        private final NoCardRequest request;

        NoCardQuestions(NoCardRequest request) {
            this.request = request;
        }

        @Override
        public Lookup find() {
            return certificates.find(request.person(), request.eventDate());
        }

        @Override
        public CardAnswer card(Lookup found) {
            return cards.hasNone(request.person());
        }

        @Override
        public Recovery<String> recover(String uvci) {
            return certificates.recoverCertificate(uvci, request.language(), Form.CERTIFICATE_WITHOUT_CARD);
        }
    }

    private final class CodeQuestions implements Questions<String> {

        private final CodeRequest request;

        CodeQuestions(CodeRequest request) {
            this.request = request;
        }

        @Override
        public Lookup find() {
            return certificates.find(request.code());
        }

        @Override
        public CardAnswer card(Lookup found) {
            CodiceFiscale person = found instanceof Lookup.Found of ? of.holder() : nobody;
            return cards.check(person, request.card(), Optional.of(request.cardExpiry()));
        }

        @Override
        public Recovery<String> recover(String uvci) {
            return certificates.recoverCertificate(uvci, request.language(), Form.CERTIFICATE_WITH_CODE);
        }
    }
}
