package it.dgc.revocation.requests.register;

import java.time.Instant;
import java.util.Optional;

/** The requests of some time; every method throws {@link org.springframework.dao.DataAccessException} without its store. */
public interface RequestRegister {

    /** @return what stands there under that id now: this one, or the one that came before it */
    RequestEntry enter(RequestEntry received);

    /** @return the request, unless there is none or its time is over */
    Optional<RequestEntry> find(String requestId);

    /** The broker has it; one that is decided already stays so. */
    void accepted(String requestId);

    /** Notes a decision, if it is about a request of this register and says more than what stands there. */
    void decided(Decision decision, Instant at);

    /** Takes out what came before {@code limit}. */
    void forget(Instant limit);
}
