package it.dgc.portal.pages.forms;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import it.dgc.portal.inquiry.Outcome;
import it.dgc.portal.inquiry.Submission;
import it.dgc.portal.limits.Form;
import it.dgc.portal.pages.site.Page;

/** A form as it is shown and read. */
interface CitizenForm {

    /** What is typed again once it was looked at: nothing of it may lie open on a screen that is left. */
    Set<String> SECRETS = Set.of("cardLast8", "cardExpiry", "code");

    Form form();

    Page page();

    /** The fields in their order, without the captcha. */
    List<String> fields();

    /** @return the question that it asks; empty where the entries now tell what is to be mended */
    Optional<Inquiry> read(Entries entries);

    /** What a sound form asks. */
    interface Inquiry {
        Outcome<Result> ask(Submission by);
    }
}
