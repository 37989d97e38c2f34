package it.dgc.portal.authcode;

import java.util.Optional;

import it.dgc.common.codes.AuthCode;
import it.dgc.portal.certificates.Certificates;
import it.dgc.portal.certificates.Lookup;
import it.dgc.portal.certificates.Recovery;
import it.dgc.portal.inquiry.Inquiries;
import it.dgc.portal.inquiry.Outcome;
import it.dgc.portal.inquiry.Questions;
import it.dgc.portal.inquiry.Submission;
import it.dgc.portal.limits.Attempt;
import it.dgc.portal.sistemats.CardAnswer;
import it.dgc.portal.sistemats.HealthCards;

/** The person is verified by the health card. */
final class CardAuthcodeRecovery implements AuthcodeRecovery {

    private final Inquiries inquiries;
    private final Certificates certificates;
    private final HealthCards cards;

    CardAuthcodeRecovery(Inquiries inquiries, Certificates certificates, HealthCards cards) {
        this.inquiries = inquiries;
        this.certificates = certificates;
        this.cards = cards;
    }

    @Override
    public Outcome<AuthCode> recover(AuthcodeRequest request, Submission by) {
        return inquiries.answer(by,
                Attempt.authCode(request.person(), request.card(), request.eventDate(), by.from()),
                new AuthcodeQuestions(request));
    }

    private final class AuthcodeQuestions implements Questions<AuthCode> {

        private final AuthcodeRequest request;

        AuthcodeQuestions(AuthcodeRequest request) {
            this.request = request;
        }

        @Override
        public Lookup find() {
            return certificates.find(request.person(), request.eventDate());
        }

        @Override
        public CardAnswer card(Lookup found) {
            return cards.check(request.person(), request.card(), Optional.empty());
        }

        @Override
        public Recovery<AuthCode> recover(String uvci) {
            return certificates.recoverAuthCode(uvci, request.language());
        }
    }
}
