package it.dgc.rules.settings.versions;

import java.util.List;
import java.util.Set;

import it.dgc.rules.settings.Finding;
import it.dgc.rules.settings.RuleName;

/** What came of an operator's wish. */
public sealed interface Decision {

    /**
     * It is recorded.
     *
     * @param version the version that it is about
     * @param leftOnDevices rules that go, and that some devices keep with their last value all the same (I20)
     */
    record Recorded(VersionView version, Set<RuleName> leftOnDevices) implements Decision {}

    /**
     * The rules are not fit.
     *
     * @param findings why
     */
    record Refused(List<Finding> findings) implements Decision {}

    /**
     * It contradicts what is recorded.
     *
     * @param reason how
     * @param findings the rules that it is about, where it is about some
     */
    record Contradicted(Contradiction reason, List<Finding> findings) implements Decision {}

    /** There is no such version. */
    record NoSuchVersion() implements Decision {}

    /** Why a wish cannot be fulfilled in the present state. */
    enum Contradiction {
        /** Whoever proposed it may not approve it. */
        SAME_PERSON,
        /** It is approved already. */
        NOT_PROPOSED,
        /** Another version is in force than the caller takes back. */
        NOT_ACTIVE,
        /** No version was in force before this one, and none is to come. */
        NOTHING_BEFORE,
        /** The stored content is not fit, or not that which was proposed. */
        CONTENT_CHANGED,
        /** What came between makes it unfit. */
        DOES_NOT_FIT,
        /** The log has holes or cannot be read: nothing is decided upon it. */
        LOG_DAMAGED,
        /** Others decided at the same moment, again and again. */
        BUSY
    }
}
