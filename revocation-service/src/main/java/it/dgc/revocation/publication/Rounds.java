package it.dgc.revocation.publication;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** One round before the first request comes in, and then one after the other. */
@Component
final class Rounds implements SmartInitializingSingleton {

    private final ListUpkeep upkeep;

    Rounds(ListUpkeep upkeep) {
        this.upkeep = upkeep;
    }

    @Override
    public void afterSingletonsInstantiated() {
        upkeep.round();
    }

    @Scheduled(initialDelayString = "${dgc.drl.refresh-every}", fixedDelayString = "${dgc.drl.refresh-every}")
    void round() {
        upkeep.round();
    }
}
