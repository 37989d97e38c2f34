package it.dgc.portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import javax.net.ssl.SSLContext;

import it.dgc.common.spring.access.TestAuthority;
import it.dgc.common.spring.access.TestIdentity;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

/** Files of an authority, of a server, and of the portal as its client. */
public final class TestPeers {

    public final TestAuthority authority = TestAuthority.create();
    public final Path directory;

    public TestPeers() {
        try {
            directory = Files.createTempDirectory("portal-peers");
            directory.toFile().deleteOnExit();
            Files.writeString(directory.resolve("ca.pem"), authority.certificate());
            TestIdentity portal = authority.client("CN=portal", TestAuthority.dns("portal.dgc.example"));
            Files.writeString(directory.resolve("portal.pem"), portal.certificate());
            Files.writeString(directory.resolve("portal.key"), portal.key());
            TestIdentity server = authority.server();
            Files.writeString(directory.resolve("server.pem"), server.certificate());
            Files.writeString(directory.resolve("server.key"), server.key());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A server that asks for certificates of the authority. */
    public SSLContext serverContext() {
        return SslBundle.of(new PemSslStoreBundle(
                PemSslStoreDetails.forCertificate(directory.resolve("server.pem").toUri().toString())
                        .withPrivateKey(directory.resolve("server.key").toUri().toString()),
                PemSslStoreDetails.forCertificate(directory.resolve("ca.pem").toUri().toString()))).createSslContext();
    }

    /** The same, of another server. */
    public SSLContext serverContext(TestIdentity server) {
        return SslBundle.of(new PemSslStoreBundle(
                PemSslStoreDetails.forCertificate(server.certificate()).withPrivateKey(server.key()),
                PemSslStoreDetails.forCertificate(authority.certificate()))).createSslContext();
    }

    /** Settings of a portal whose peers nobody needs. */
    public static Stream<String> settings() {
        TestPeers peers = new TestPeers();
        return Stream.concat(peers.settings("dgc.generation", 1), peers.settings("dgc.sistema-ts", 1));
    }

    /** Settings of one peer. */
    public Stream<String> settings(String prefix, int port) {
        return Stream.of("base-url=https://127.0.0.1:" + port, "certificate=" + directory.resolve("portal.pem"),
                "key=" + directory.resolve("portal.key"), "authority=" + directory.resolve("ca.pem"))
                .map(setting -> "--" + prefix + '.' + setting);
    }
}
