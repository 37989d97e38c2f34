package it.dgc.generation.signing;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AuthProvider;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Base64;
import java.util.List;
import java.util.Properties;

import javax.security.auth.x500.X500Principal;

import org.bouncycastle.operator.OperatorCreationException;

/**
 * What an operator and the service do with a token, in a process of its own: the PKCS#11 library reads its settings from
 * the environment. What happened is written to {@code findings.properties}.
 */
final class TokenRehearsal {

    static final String PIN = "24681357";
    static final String FINDINGS = "findings.properties";

    private static final SignerLoader PRODUCTION = new SignerLoader(SignatureEngine.fastest(), false,
            SelfVerification.OF_EVERY_ONE);
    private static final X500Principal SUBJECT = new X500Principal("CN=Synthetic DSC in a token,O=PN-DGC,C=IT");
    private static final X500Principal MARKED = new X500Principal("CN=PN-DGC DEVELOPMENT ONLY,O=PN-DGC,C=IT");

    private final Path directory;
    private final String library;
    private final Properties findings = new Properties();

    private TokenRehearsal(Path directory, String library) {
        this.directory = directory;
        this.library = library;
    }

    /** @param arguments an empty directory and the PKCS#11 library, with one token whose PIN is {@link #PIN} */
    public static void main(String[] arguments)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        TokenRehearsal rehearsal = new TokenRehearsal(Path.of(arguments[0]), arguments[1]);
        Path configuration = rehearsal.configuration("token", "");
        // Later it would not be noticed: who is logged in is not asked again.
        rehearsal.note("refused.pin", rehearsal.refusal(configuration, "dsc", null, "11111111"));
        rehearsal.tryTwice(TokenAccess.configured(configuration, "11111111"));
        rehearsal.fill();
        rehearsal.sign(configuration);
        rehearsal.refuse(configuration);
        try (Writer out = Files.newBufferedWriter(rehearsal.directory.resolve(FINDINGS))) {
            rehearsal.findings.store(out, null);
        }
    }

    private Path configuration(String name, String more) throws IOException {
        return Files.writeString(directory.resolve(name + ".cfg"),
                "name = " + name + "\nlibrary = " + library + "\nslotListIndex = 0\n" + more);
    }

    private static String keysWith(boolean sensitive, boolean extractable) {
        return "attributes(*, CKO_PRIVATE_KEY, *) = {\n  CKA_SENSITIVE = " + sensitive + "\n  CKA_EXTRACTABLE = "
                + extractable + "\n}\n";
    }

    private void tryTwice(TokenAccess access) {
        for (String time : List.of("first", "second")) {
            try {
                access.open();
            } catch (GeneralSecurityException e) {
                note("wrong-pin." + time, e.getMessage());
            }
        }
    }

    private void fill() throws IOException, GeneralSecurityException, OperatorCreationException {
        Authority inToken = Authority.named("CN=Synthetic CSCA in a token,O=PN-DGC,C=IT");
        Authority elsewhere = Authority.named("CN=Synthetic CSCA elsewhere,O=PN-DGC,C=IT");
        Files.write(directory.resolve("csca.cer"), elsewhere.certificate.getEncoded());
        Files.write(directory.resolve("other.cer"), inToken.certificate.getEncoded());
        Files.writeString(directory.resolve("broken.cer"), "no certificate");
        Workbench safe = workbench("safe", keysWith(true, false));
        safe.put("dsc", TestKeys.P256, key -> inToken.chain(key, SUBJECT));
        safe.put("next", TestKeys.P256, key -> inToken.chain(key, SUBJECT));
        safe.put("alone", TestKeys.P256, key -> new Certificate[]{elsewhere.issue(key, SUBJECT, List.of())});
        safe.put("european", TestKeys.P256, key -> inToken.chain(key, SUBJECT, "1.3.6.1.4.1.1847.2021.1.1"));
        safe.put("development", TestKeys.P256, key -> inToken.chain(key, MARKED));
        safe.put("p384", TestKeys.P384, key -> inToken.chain(key, SUBJECT));
        workbench("open", keysWith(false, true)).put("extractable", TestKeys.P256,
                key -> inToken.chain(key, SUBJECT));
        note("key", safe.store.getKey("dsc", null).toString());
        note("encoded", String.valueOf((Object) safe.store.getKey("dsc", null).getEncoded()));
        note("format", String.valueOf(safe.store.getKey("dsc", null).getFormat()));
    }

    private Workbench workbench(String name, String attributes) throws IOException, GeneralSecurityException {
        Provider provider = Security.getProvider("SunPKCS11").configure(configuration(name, attributes).toString());
        KeyStore store = KeyStore.getInstance("PKCS11", provider);
        store.load(null, PIN.toCharArray());
        return new Workbench(provider, store);
    }

    private void sign(Path configuration) throws GeneralSecurityException, IOException {
        for (String alias : List.of("dsc", "next")) {
            DocumentSigner signer = load(configuration, alias, null, PIN);
            note("certificate." + alias, Base64.getEncoder().encodeToString(signer.certificate().getEncoded()));
            note("text." + alias, attempt(signer));
        }
        note("kid.alone", load(configuration, "alone", directory.resolve("csca.cer"), PIN).kid().base64());
        DocumentSigner signer = load(configuration, "dsc", null, PIN);
        note("signer", signer.toString());
        ((AuthProvider) workbench("operator", "").provider).logout();
        note("after-logout.first", attempt(signer));
        note("after-logout.second", attempt(signer));
        note("after-logout.third", attempt(signer));
    }

    private void refuse(Path configuration) {
        for (String alias : List.of("nobody", "alone", "european", "development", "p384", "extractable")) {
            note("refused." + alias, refusal(configuration, alias, null, PIN));
        }
        for (String csca : List.of("other.cer", "broken.cer", "missing.cer")) {
            note("refused." + csca, refusal(configuration, "alone", directory.resolve(csca), PIN));
        }
        note("refused.configuration", refusal(directory.resolve("missing.cfg"), "dsc", null, PIN));
    }

    private static String attempt(DocumentSigner signer) {
        try {
            return signer.sign(Payloads.checked(Payloads.valid(), signer));
        } catch (SigningException e) {
            return e.getMessage();
        }
    }

    private String refusal(Path configuration, String alias, Path csca, String pin) {
        try {
            return load(configuration, alias, csca, pin).toString();
        } catch (SigningException e) {
            return e.getMessage();
        }
    }

    private static DocumentSigner load(Path configuration, String alias, Path csca, String pin) {
        return PRODUCTION.load(new SigningProperties.Key(null, new SigningProperties.Token(configuration, alias, csca),
                pin, null, null));
    }

    private void note(String name, String finding) {
        findings.setProperty(name, finding);
    }

    @FunctionalInterface
    private interface Chain {
        Certificate[] of(PublicKey key) throws IOException, GeneralSecurityException, OperatorCreationException;
    }

    /** An open token. */
    private record Workbench(Provider provider, KeyStore store) {

        void put(String alias, AlgorithmParameterSpec curve, Chain chain)
                throws IOException, GeneralSecurityException, OperatorCreationException {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", provider);
            generator.initialize(curve);
            KeyPair pair = generator.generateKeyPair();
            store.setKeyEntry(alias, pair.getPrivate(), null, chain.of(pair.getPublic()));
        }
    }

    private record Authority(X500Principal name, KeyPair keys, X509Certificate certificate) {

        static Authority named(String text) throws IOException, GeneralSecurityException, OperatorCreationException {
            X500Principal name = new X500Principal(text);
            KeyPair keys = TestKeys.pair(TestKeys.P256);
            return new Authority(name, keys, TestKeys.certificate(new TestKeys.Request(name, keys.getPublic(),
                    TestKeys.NOT_BEFORE, TestKeys.NOT_AFTER, List.of(), true), name, keys));
        }

        X509Certificate issue(PublicKey key, X500Principal subject, List<String> usages)
                throws IOException, GeneralSecurityException, OperatorCreationException {
            return TestKeys.certificate(new TestKeys.Request(subject, key, TestKeys.NOT_BEFORE, TestKeys.NOT_AFTER,
                    usages, false), name, keys);
        }

        Certificate[] chain(PublicKey key, X500Principal subject, String... usages)
                throws IOException, GeneralSecurityException, OperatorCreationException {
            return new Certificate[]{issue(key, subject, List.of(usages)), certificate};
        }
    }
}
