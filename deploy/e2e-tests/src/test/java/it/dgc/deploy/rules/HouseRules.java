package it.dgc.deploy.rules;

import java.util.List;
import java.util.stream.Stream;

/** All rules, for the house itself and for the small copies of its layout that hold the seeded breaches. */
final class HouseRules {

    private HouseRules() {}

    /** @param base package below which the layout (common, services, deploy) begins, {@code it.dgc} for the house */
    static List<HouseRule> of(String base) {
        return Stream.of(LayoutRules.below(base), TimeRules.below(base), SpringRules.below(base),
                NamingRules.below(base), SigningRules.below(base), ThreadRules.below(base)).flatMap(List::stream)
                .toList();
    }
}
