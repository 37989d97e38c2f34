package it.dgc.rules.settings;

import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static it.dgc.rules.settings.RuleSets.first;
import static it.dgc.rules.settings.RuleSets.firstWith;
import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("a set has to fit between those before and after it")
class RuleSetCheckTest {

    private static final RuleName NEW = new RuleName("EN", "valid_faq_text");

    private final RuleSet longer = firstWith("EN", "valid_faq_text", "What is it good for?");

    @Test
    @DisplayName("I20: a removed rule stays in iOS; its value is neutralised instead")
    void dropsNoName() {
        assertThat(RuleSetCheck.between(first(), List.of(longer), List.of()))
                .containsExactly(Finding.of(FindingCode.DROPPED, NEW));
        assertThat(RuleSetCheck.between(firstWith("EN", "valid_faq_text", ""), List.of(longer), List.of())).isEmpty();
    }

    @Test
    void bringsNoNameThatTheNextSetWouldDrop() {
        assertThat(RuleSetCheck.between(longer, List.of(first()), List.of(first())))
                .containsExactly(Finding.of(FindingCode.DROPPED_LATER, NEW));
    }

    @Test
    void namesWhatSeveralSetsHaveOnce() {
        assertThat(RuleSetCheck.between(first(), List.of(longer, longer), List.of())).hasSize(1);
    }

    @Test
    @DisplayName("D03: an emptied black list is refused; an empty one that was empty is not")
    void doesNotForgetForgedCertificates() {
        RuleSet listed = firstWith("black_list_uvci", "black_list_uvci", "01ITAAAA#1");
        assertThat(RuleSetCheck.between(first(), List.of(listed), List.of()))
                .containsExactly(Finding.of(FindingCode.BLACK_LIST_EMPTIED, RuleName.BLACK_LIST));
        assertThat(RuleSetCheck.between(firstWith("black_list_uvci", "black_list_uvci", ";;"), List.of(listed),
                List.of())).hasSize(1);
        assertThat(RuleSetCheck.between(RuleSets.beginningOn("15"), List.of(first()), List.of())).isEmpty();
    }
}
