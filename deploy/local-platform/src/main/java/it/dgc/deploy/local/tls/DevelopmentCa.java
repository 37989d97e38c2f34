package it.dgc.deploy.local.tls;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.net.ssl.SSLContext;

import it.dgc.deploy.local.console.ExplainedException;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.operator.OperatorCreationException;

/**
 * The authority of a data directory. Made at first start with a server and the clients; made anew, all together, where
 * one is missing or ends soon, because its key is not kept: whoever gets hold of the directory gets no further identity.
 */
public final class DevelopmentCa {

    /** A platform that runs for weeks must not outlive its certificates. */
    private static final Duration SOON = Duration.ofDays(30);
    private static final String BUNDLE = "spring.ssl.bundle.pem.institutions.";
    /** Where the services are found: this machine, and the machines of the rehearsal with compose. */
    private static final List<String> HOSTS = List.of("localhost", "generation-service", "revocation-service",
            "verification-rules-service");
    private static final String LOOPBACK = "127.0.0.1";

    private final TlsFiles files;

    private DevelopmentCa(TlsFiles files) {
        this.files = files;
    }

    /**
     * @param directory where the certificates are, made where it is missing
     * @param now certificates must hold for a while after it
     * @return the authority, with all its certificates
     * @throws ExplainedException if they cannot be made
     */
    public static synchronized DevelopmentCa in(Path directory, Instant now) {
        TlsFiles files = new TlsFiles(directory);
        try {
            Files.createDirectories(directory);
            try (FileChannel channel = FileChannel.open(files.lock(), StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE); FileLock alone = channel.lock()) {
                if (!(alone.isValid() && allHold(files, now.plus(SOON)))) {
                    make(files, now);
                }
            }
            return new DevelopmentCa(files);
        } catch (IOException | GeneralSecurityException | OperatorCreationException refused) {
            throw new ExplainedException("The certificates of the development authority cannot be made in " + directory
                    + ".", refused);
        }
    }

    /**
     * @param port of mutual TLS
     * @return what a service needs to open it to the clients of this authority
     */
    public Map<String, String> settings(int port) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "dgc.access.institutional-port", Integer.toString(port),
                BUNDLE + "reload-on-update", "true",
                BUNDLE + "keystore.verify-keys", "true",
                BUNDLE + "keystore.certificate", files.certificate(TlsFiles.SERVER).toString(),
                BUNDLE + "keystore.private-key", files.key(TlsFiles.SERVER).toString(),
                BUNDLE + "keystore.type", MemoryStore.TYPE,
                BUNDLE + "key.password", MemoryStore.PASSWORD,
                BUNDLE + "truststore.certificate", files.authority().toString()));
        settings.putAll(callers());
        return settings;
    }

    /** @return TLS of a server that is no service: its certificate, and the clients of this authority */
    public SSLContext serverContext() {
        return identity(TlsFiles.SERVER).sslContext();
    }

    /** @return who the portal is towards the generation service and Sistema TS */
    public ClientIdentity portal() {
        return identity(Client.PORTAL.toString());
    }

    private ClientIdentity identity(String name) {
        return new ClientIdentity(files.certificate(name), files.key(name), files.authority());
    }

    private static Map<String, String> callers() {
        return Arrays.stream(Client.values()).collect(Collectors.toMap(
                DevelopmentCa::roleSetting, Client::alternativeName,
                (one, another) -> one + ',' + another));
    }

    private static String roleSetting(Client client) {
        return "dgc.access.callers." + client.role().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static void make(TlsFiles files, Instant now)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        Issuance issuance = new Issuance(now);
        files.write(files.authority(), issuance.authority());
        write(files, TlsFiles.SERVER, issuance.server(addresses()));
        for (Client client : Client.values()) {
            write(files, client.toString(), issuance.client(client));
        }
    }

    private static void write(TlsFiles files, String name, Issuance.Made made) throws IOException {
        files.write(files.key(name), made.key());
        files.write(files.certificate(name), made.certificate());
    }

    private static List<GeneralName> addresses() {
        return Stream.concat(HOSTS.stream().map(host -> new GeneralName(GeneralName.dNSName, host)),
                Stream.of(new GeneralName(GeneralName.iPAddress, LOOPBACK))).toList();
    }

    private static boolean allHold(TlsFiles files, Instant until) throws IOException, CertificateException {
        if (!files.keys().stream().allMatch(Files::exists)) {
            return false;
        }
        for (Path file : files.certificates()) {
            if (Files.notExists(file) || read(file).getNotAfter().toInstant().isBefore(until)) {
                return false;
            }
        }
        return true;
    }

    private static X509Certificate read(Path file) throws IOException, CertificateException {
        try (InputStream pem = Files.newInputStream(file)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(pem);
        }
    }
}
