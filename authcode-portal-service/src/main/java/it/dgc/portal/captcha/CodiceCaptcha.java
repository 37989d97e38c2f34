package it.dgc.portal.captcha;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import it.dgc.common.codes.TypedText;
import org.altcha.altcha.Altcha;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The field {@code codiceCaptcha}, which carries either solution: {@code <id>.<typed>}, or the Base64 of ALTCHA's JSON. */
sealed interface CodiceCaptcha {

    /** Characters; ALTCHA's solutions have some 500. */
    int LONGEST = 2048;
    /** Characters typed; more is no mistake. */
    int LONGEST_TYPED = 64;
    Pattern TYPED = Pattern.compile("([0-9a-f]{32})\\.(.*)", Pattern.DOTALL);
    Pattern SALT = Pattern.compile("[0-9a-f]{1,64}\\?(?:[a-z]+=[0-9A-Za-z_]+&)*?id=([0-9a-f]{32})&.*");
    JsonMapper JSON = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    String id();

    Kind kind();

    /** @param code what was typed, without blanks; empty if it cannot be any code */
    record Typed(String id, String code) implements CodiceCaptcha {

        @Override
        public Kind kind() {
            return Kind.TYPED_CODE;
        }
    }

    /** @param payload as the library takes it */
    record Worked(String id, Altcha.Payload payload) implements CodiceCaptcha {

        @Override
        public Kind kind() {
            return Kind.PROOF_OF_WORK;
        }
    }

    /** @return empty if no captcha is named in it */
    static Optional<CodiceCaptcha> parse(String field) {
        if (field == null || field.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher typed = TYPED.matcher(field);
        return typed.matches() ? typed(typed.group(1), typed.group(2)) : worked(field);
    }

    private static Optional<CodiceCaptcha> typed(String id, String text) {
        return text.length() > LONGEST_TYPED
                ? Optional.empty()
                : Optional.of(new Typed(id, TypedText.compact(text).orElse("")));
    }

    private static Optional<CodiceCaptcha> worked(String base64) {
        try {
            JsonNode json = JSON.readTree(Base64.getDecoder().decode(base64));
            Altcha.Payload payload = payload(json);
            Matcher salt = SALT.matcher(payload.salt);
            return json.path("number").isIntegralNumber() && salt.matches()
                    ? Optional.of(new Worked(salt.group(1), payload))
                    : Optional.empty();
        } catch (IllegalArgumentException | JacksonException isNone) {
            return Optional.empty();
        }
    }

    private static Altcha.Payload payload(JsonNode json) {
        Altcha.Payload payload = new Altcha.Payload();
        payload.algorithm = json.path("algorithm").asString("");
        payload.challenge = json.path("challenge").asString("");
        payload.salt = json.path("salt").asString("");
        payload.signature = json.path("signature").asString("");
        payload.number = json.path("number").asLong(-1);
        return payload;
    }
}
