package it.dgc.rules.signers;

import java.util.List;
import java.util.Optional;

/**
 * What verifiers get at one moment. Both endpoints answer from it, so that every kid of the one is in the other (I14).
 *
 * @param inTokenOrder active, unexpired signers, ascending by token
 */
record ServedSigners(List<StoredSigner> inTokenOrder) {

    ServedSigners {
        inTokenOrder = List.copyOf(inTokenOrder);
    }

    boolean isEmpty() {
        return inTokenOrder.isEmpty();
    }

    /** @return each kid once, in token order */
    List<String> kids() {
        return inTokenOrder.stream().map(signer -> signer.kid().value()).distinct().toList();
    }

    /** @return the first signer above {@code token}; nothing at the end of the list */
    Optional<StoredSigner> after(long token) {
        return inTokenOrder.stream().filter(signer -> signer.token() > token).findFirst();
    }
}
