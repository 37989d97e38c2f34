package it.dgc.portal.inquiry;

import it.dgc.portal.certificates.Lookup;
import it.dgc.portal.certificates.Recovery;
import it.dgc.portal.sistemats.CardAnswer;

/**
 * What a form asks of others. The first two are asked whatever the other answers, and one after the other in every form: that with
 * a code cannot do otherwise, and within the first step of {@link AnswerTime} nobody would be answered sooner.
 *
 * @param <T> of what it asks for
 */
public interface Questions<T> {

    /** @return the certificate that the form is about */
    Lookup find();

    /**
     * @param found what {@link #find} answered
     * @return whether the card is as the form says
     */
    CardAnswer card(Lookup found);

    /** @param uvci of the certificate, after both were answered well */
    Recovery<T> recover(String uvci);
}
