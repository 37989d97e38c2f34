package it.dgc.generation.delivery;

import java.net.URI;
import java.util.Optional;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How holders are reached. A channel that is not configured sends nothing and loses nothing: its messages wait, and go
 * out once it is. What recipients see of these settings must be as neutral as the texts (architecture D14): no sender
 * that speaks of health or exemption.
 *
 * @param portal where the code is used, shown in every message; needed as soon as a channel is configured. An SMS fits
 *        into one segment up to 41 characters of it, {@code https://} not counted
 * @param email used where {@code spring.mail.host} is set, which also says how the server is reached
 * @param sms used where its gateway is set
 */
@Validated
@ConfigurationProperties("dgc.delivery")
record DeliveryProperties(URI portal, @Valid @NotNull @DefaultValue Email email,
        @Valid @NotNull @DefaultValue Sms sms) {

    /**
     * @param from address in the From line, and where bounces go
     * @param replyTo address for answers; absent: {@code from}
     * @param messageIdDomain a domain of ours, right-hand side of the Message-ID; a change while messages wait gives
     *        their repetitions new names
     */
    record Email(String from, String replyTo,
            @Pattern(regexp = "([A-Za-z0-9-]+\\.)*[A-Za-z0-9-]+|") String messageIdDomain) {

        @Override
        public String toString() {
            return "Email[messageIdDomain=" + messageIdDomain + ']';
        }
    }

    /**
     * @param gateway takes a {@code POST} for each message; in production {@code https}, save on this machine
     * @param sender shown on the telephone: up to 11 letters and digits, or a number (3GPP TS 23.040, section 9.1.2.5)
     * @param token bearer token of the gateway; absent: none is sent
     */
    record Sms(URI gateway, @Pattern(regexp = "[A-Za-z0-9 ]{1,11}|\\+?\\d{3,15}|") String sender, String token) {

        Optional<String> bearer() {
            return Optional.ofNullable(token).filter(text -> !text.isBlank());
        }

        @Override
        public String toString() {
            return "Sms[gateway=" + gateway + ", sender=" + sender + ", token=***]";
        }
    }
}
