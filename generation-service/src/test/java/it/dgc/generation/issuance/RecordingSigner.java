package it.dgc.generation.issuance;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import it.dgc.generation.signing.CheckedCertificate;
import it.dgc.generation.signing.DocumentSigner;
import it.dgc.generation.signing.UsePeriod;

/** Signs, and remembers what it has signed. */
final class RecordingSigner implements DocumentSigner {

    private final DocumentSigner signer;
    private final List<String> signed = new CopyOnWriteArrayList<>();

    RecordingSigner(DocumentSigner signer) {
        this.signer = signer;
    }

    List<String> signed() {
        return signed;
    }

    @Override
    public X509Certificate certificate() {
        return signer.certificate();
    }

    @Override
    public UsePeriod usePeriod() {
        return signer.usePeriod();
    }

    @Override
    public String sign(CheckedCertificate certificate) {
        String text = signer.sign(certificate);
        signed.add(text);
        return text;
    }
}
