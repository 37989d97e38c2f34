package it.dgc.portal.pages.forms;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

import it.dgc.common.codes.AuthCode;
import it.dgc.portal.inquiry.Outcome;
import it.dgc.portal.rendering.DocumentLanguage;

/** What a verified person is shown. */
sealed interface Result {

    record Code(AuthCode code) implements Result {}

    record Certificate(String qrText, DocumentLanguage language) implements Result {

        @Override
        public String toString() {
            return "Certificate[masked]";
        }
    }

    static <T> Outcome<Result> of(Outcome<T> outcome, Function<T, Result> shown) {
        return switch (outcome) {
            case Outcome.Verified<T> verified -> new Outcome.Verified<>(shown.apply(verified.value()));
            case Outcome.NotVerified<T> no -> new Outcome.NotVerified<>();
            case Outcome.CaptchaFailed<T> no -> new Outcome.CaptchaFailed<>();
            case Outcome.TryLater<T> no -> new Outcome.TryLater<>();
        };
    }

    static Optional<DocumentLanguage> language(String typed) {
        return Arrays.stream(DocumentLanguage.values()).filter(known -> known.code().equals(typed)).findFirst();
    }
}
