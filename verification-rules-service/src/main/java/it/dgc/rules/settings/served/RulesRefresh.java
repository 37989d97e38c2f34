package it.dgc.rules.settings.served;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Reads the store before the first request comes in, and again at intervals, for what other instances recorded. */
@Component
final class RulesRefresh implements SmartInitializingSingleton {

    private final PublishedRules rules;

    RulesRefresh(PublishedRules rules) {
        this.rules = rules;
    }

    @Override
    public void afterSingletonsInstantiated() {
        rules.refresh();
    }

    @Scheduled(initialDelayString = "${dgc.rules.refresh-every}", fixedDelayString = "${dgc.rules.refresh-every}")
    void refresh() {
        rules.refresh();
    }
}
