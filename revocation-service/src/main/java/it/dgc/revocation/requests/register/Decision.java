package it.dgc.revocation.requests.register;

import java.util.Optional;

/**
 * What the generation service decided.
 *
 * @param requestId which request; it may be one that came another way
 * @param batch whether it is said of the batch as a whole, and not of one certificate
 * @param state where the request stands now
 * @param certificates how many certificates a batch was about
 */
public record Decision(String requestId, boolean batch, RequestState state, Optional<Integer> certificates) {}
