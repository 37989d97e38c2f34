package it.dgc.deploy.local.verifier;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import it.dgc.common.verification.RevokedIdentifiers;
import it.dgc.common.verification.ValidityRules;
import it.dgc.common.verification.ValidityRules.Setting;
import it.dgc.common.verification.VerificationData;

/**
 * All that a verifier needs of the server.
 *
 * @param certificates the signers
 * @param settings the rules
 * @param list the revocation list
 * @param syncedAt when they were fetched
 */
record SyncedData(List<PublishedCertificate> certificates, List<Setting> settings, ListCopy list, Instant syncedAt) {

    SyncedData {
        certificates = List.copyOf(certificates);
        settings = List.copyOf(settings);
    }

    /**
     * @param known the list as it stands here
     * @throws SyncException if something cannot be had; nothing of the rest counts then
     */
    static SyncedData fetch(PublicEndpoints server, ListCopy known, Instant now) throws SyncException {
        List<Setting> settings = List.of(server.read("settings", Setting[].class));
        return new SyncedData(new KeySync(server).certificates(), settings, new ListSync(server).sync(known), now);
    }

    /** @throws SyncException if none can be read */
    int unreadable() throws SyncException {
        return PublishedCertificate.trusted(certificates).unreadable();
    }

    /**
     * @param now the time of the clock by which they were fetched
     * @param at the time that is asked about, for which they are as old as they are now
     * @throws SyncException if they cannot be read
     */
    VerificationData forTime(Instant now, Instant at) throws SyncException {
        ValidityRules rules = ValidityRules.read(settings)
                .orElseThrow(() -> new SyncException("the server's rules cannot be used"));
        return new VerificationData(PublishedCertificate.trusted(certificates).keys(), rules,
                list.version() == 0 ? Optional.empty() : Optional.of(RevokedIdentifiers.of(list.hashes())),
                at.minus(Duration.between(syncedAt, now)));
    }
}
