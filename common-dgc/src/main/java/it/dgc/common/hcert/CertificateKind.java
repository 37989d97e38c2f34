package it.dgc.common.hcert;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a DCC states, by the group it holds (DCC schema 1.3; {@code e} is Italian). */
public enum CertificateKind {

    TEST("t"), VACCINATION("v"), RECOVERY("r"), EXEMPTION("e");

    private final String group;

    CertificateKind(String group) {
        this.group = group;
    }

    /** @return the DCC's key for statements of this kind */
    public String group() {
        return group;
    }

    /**
     * @param dcc a decoded DCC
     * @return the kinds of which it holds a statement; null and empty groups do not count
     */
    public static Set<CertificateKind> of(Map<String, Object> dcc) {
        Set<CertificateKind> kinds = EnumSet.noneOf(CertificateKind.class);
        for (CertificateKind kind : values()) {
            if (dcc.get(kind.group) instanceof List<?> statements && !statements.isEmpty()) {
                kinds.add(kind);
            }
        }
        return kinds;
    }
}
