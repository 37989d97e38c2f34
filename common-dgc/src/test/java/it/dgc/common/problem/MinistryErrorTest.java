package it.dgc.common.problem;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("VerificaC19 protocol, section 1: the ministry's error body")
class MinistryErrorTest {

    @Test
    void saysWhoseErrorItIs() {
        assertThat(MinistryError.ofCaller("version must be a number").json())
                .asString().isEqualTo("{\"code\":\"0x004\",\"problem\":\"version must be a number\"}");
        assertThat(MinistryError.ofService("Not now").json())
                .asString().isEqualTo("{\"code\":\"0x500\",\"problem\":\"Not now\"}");
    }
}
