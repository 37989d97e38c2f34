package it.dgc.common.person;

import java.util.List;
import java.util.Optional;

import it.dgc.common.codes.AuthCode;
import it.dgc.common.codes.Cuev;
import it.dgc.common.codes.HealthCardSuffix;
import it.dgc.common.uvci.Uvci;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("What must not be printed cannot be printed")
class MaskedPrintTest {

    static List<Arguments> personalAndSecretTypes() {
        return List.of(row(new CodiceFiscale("RSSMRA80A01H501U"), "RSSMRA80A01H501U"),
                row(new CodiceFiscale("STP1234567890123"), "STP1234567890123"),
                row(new PersonName("Bianchi"), "Bianchi"),
                row(new NameReading.Accepted(new PersonName("Bianchi")), "Bianchi"),
                row(new HealthCardSuffix("00123456"), "00123456"), row(new Cuev("ABCDE1234E"), "ABCDE1234E"),
                row(new AuthCode("A1B2C3D4E5FT"), "A1B2C3D4E5FT"),
                row(new Uvci("01IT1B321FE2B68D42A7AB6A2EC83E8F09F3#7"), "E2B68D42A7AB6A2EC83E8F09F3#7"));
    }

    private static Arguments row(Object object, String secret) {
        return Arguments.of(object, secret);
    }

    @ParameterizedTest
    @MethodSource("personalAndSecretTypes")
    void printsNoRunOfFourCharactersOfTheValue(Object object, String secret) {
        String printed = object + " " + Optional.of(object) + " " + List.of(object);
        for (int i = 0; i + 4 <= secret.length(); i++) {
            assertThat(printed).doesNotContainIgnoringCase(secret.substring(i, i + 4));
        }
    }
}
