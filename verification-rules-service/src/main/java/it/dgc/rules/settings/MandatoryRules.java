package it.dgc.rules.settings;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The rules that every set has. Released clients read them without a value of their own to fall back on (VerificaC19
 * protocol, section 3, I18), or take their absence for permission (T31); the last two are Table 2 of Allegato B. A new one
 * here would make sets unfit that are stored already: it has to be published first.
 */
final class MandatoryRules {

    private static final List<String> GENERIC = List.of("rapid_test_start_hours", "rapid_test_end_hours",
            "molecular_test_start_hours", "molecular_test_end_hours", "recovery_cert_start_day",
            "recovery_cert_end_day",
            "recovery_pv_cert_start_day", "recovery_pv_cert_end_day", "recovery_cert_start_day_IT",
            "recovery_cert_end_day_IT", "recovery_cert_start_day_NOT_IT", "recovery_cert_end_day_NOT_IT",
            "vaccine_start_day_complete_IT", "vaccine_end_day_complete_IT", "vaccine_start_day_booster_IT",
            "vaccine_end_day_booster_IT", "vaccine_start_day_complete_NOT_IT", "vaccine_end_day_complete_NOT_IT",
            "vaccine_start_day_booster_NOT_IT", "vaccine_end_day_booster_NOT_IT",
            "vaccine_end_day_complete_extended_EMA", "EMA_vaccines", "exemption_start_day", "exemption_end_day");

    private static final List<RuleName> OTHERS = List.of(RuleName.BLACK_LIST,
            new RuleName("GENERICO", "DRL_SYNC_ACTIVE"), new RuleName("APP_MIN_VERSION", "ios"),
            new RuleName("APP_MIN_VERSION", "android"), new RuleName("SDK_MIN_VERSION", "sdk"));

    private MandatoryRules() {}

    /** @return those that are not among {@code present} */
    static List<RuleName> missingFrom(Set<RuleName> present) {
        List<RuleName> all = GENERIC.stream().map(name -> new RuleName(RuleName.GENERIC, name))
                .collect(Collectors.toList());
        all.addAll(OTHERS);
        all.removeAll(present);
        return List.copyOf(all);
    }
}
