package it.dgc.common.spring;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("What may be logged of an exception")
class StackOutlineTest {

    @Test
    void showsClassesAndFramesButNoMessage() {
        Exception failure = new IllegalStateException("RSSMRA80A01H501U", new IllegalArgumentException("Bianchi"));
        failure.addSuppressed(new RuntimeException("Verdi"));
        assertThat(StackOutline.of(failure)).startsWith("java.lang.IllegalStateException\n\tat it.dgc.common.spring.")
                .contains("caused by java.lang.IllegalArgumentException", "StackOutlineTest.java:")
                .doesNotContain("RSSMRA80A01H501U", "Bianchi", "Verdi");
    }

    @Test
    void endsWhereCausesFormACircle() {
        Exception one = new Exception("one");
        Exception two = new Exception("two", one);
        one.initCause(two);
        assertThat(StackOutline.of(one).split("caused by")).hasSize(6);
    }
}
