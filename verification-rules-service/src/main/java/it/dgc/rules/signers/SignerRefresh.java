package it.dgc.rules.signers;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Reads the list before the first request comes in, and again at intervals, for what other instances changed. */
@Component
final class SignerRefresh implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(SignerRefresh.class);

    private final PublishedSigners signers;

    SignerRefresh(PublishedSigners signers) {
        this.signers = signers;
    }

    @Override
    public void afterSingletonsInstantiated() {
        refresh();
    }

    @Scheduled(initialDelayString = "${dgc.rules.refresh-every}", fixedDelayString = "${dgc.rules.refresh-every}")
    void refresh() {
        try {
            signers.refresh();
        } catch (DataAccessException storeIsAway) {
            LOG.warn("signer list not refreshed, the last one stays: {}", storeIsAway.getClass().getSimpleName());
        }
    }
}
