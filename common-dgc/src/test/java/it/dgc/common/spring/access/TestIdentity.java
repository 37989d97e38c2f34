package it.dgc.common.spring.access;

import java.net.http.HttpClient;

import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

/**
 * A certificate and its key, as PEM.
 *
 * @param certificate nothing where the client shows none
 * @param key its key
 */
public record TestIdentity(String certificate, String key) {

    /** A client without a certificate. */
    public static final TestIdentity NONE = new TestIdentity(null, null);

    /** @return a client that trusts the authority and shows this certificate, on a connection of its own */
    public HttpClient client(TestAuthority trusted) {
        PemSslStoreDetails shown = certificate == null
                ? null
                : PemSslStoreDetails.forCertificate(certificate).withPrivateKey(key);
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).sslContext(SslBundle.of(
                new PemSslStoreBundle(shown, PemSslStoreDetails.forCertificate(trusted.certificate())))
                .createSslContext()).build();
    }
}
