package it.dgc.deploy.local.tls;

import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import javax.net.ssl.SSLContext;

import it.dgc.deploy.local.console.ExplainedException;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundleKey;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

/**
 * Who a command or a test is towards the services' ports with mutual TLS.
 *
 * @param certificate file of its certificate
 * @param key file of its key
 * @param authority file of the authority that the services' certificates must have
 */
public record ClientIdentity(Path certificate, Path key, Path authority) {

    private static final Duration CONNECTED_WITHIN = Duration.ofSeconds(10);

    /**
     * @param dataDirectory of the platform, as the option {@code --data-dir} names it
     * @param name {@code sistema-ts}, {@code operator}, {@code operator-2} or {@code portal}
     * @return the identity of that name
     * @throws ExplainedException if the directory has none of that name
     */
    public static ClientIdentity of(Path dataDirectory, String name) {
        TlsFiles files = new TlsFiles(dataDirectory.resolve("tls"));
        ClientIdentity identity = new ClientIdentity(files.certificate(name), files.key(name), files.authority());
        if (!name.matches("[a-z0-9-]+") || Files.notExists(identity.certificate) || Files.notExists(identity.key)) {
            throw new ExplainedException("There is no client certificate of that name in " + files.directory()
                    + "; a platform makes them at its first start.");
        }
        return identity;
    }

    /** @return a client that shows this identity and trusts the platform's authority alone */
    public HttpClient httpClient() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECTED_WITHIN)
                .sslContext(sslContext()).build();
    }

    /** @return the same for other clients */
    public SSLContext sslContext() {
        PemSslStoreDetails own = new PemSslStoreDetails(MemoryStore.TYPE, certificate.toUri().toString(),
                key.toUri().toString()).withPassword(MemoryStore.PASSWORD);
        PemSslStoreDetails trusted = PemSslStoreDetails.forCertificate(authority.toUri().toString());
        return SslBundle.of(new PemSslStoreBundle(own, trusted), SslBundleKey.of(MemoryStore.PASSWORD))
                .createSslContext();
    }
}
