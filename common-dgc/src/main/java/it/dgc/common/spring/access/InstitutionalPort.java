package it.dgc.common.spring.access;

import java.net.InetAddress;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;

import org.apache.catalina.connector.Connector;
import org.apache.commons.logging.LogFactory;
import org.apache.coyote.AbstractProtocol;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.ssl.SslOptions;
import org.springframework.boot.ssl.SslStoreBundle;
import org.springframework.boot.tomcat.SslConnectorCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.Ssl.ClientAuth;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.task.VirtualThreadTaskExecutor;

/**
 * The second port of a service: TLS 1.2 or later, a client certificate required (ModI ID_AUTH_CHANNEL). Certificate, key
 * and authorities come from the bundle {@code institutions} and are taken anew when their files change; connections that
 * are open then keep what they began with.
 */
final class InstitutionalPort implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    static final String BUNDLE = "institutions";

    private static final Logger LOG = LoggerFactory.getLogger(InstitutionalPort.class);
    private static final String NIO = "org.apache.coyote.http11.Http11NioProtocol";
    /** RFC 9325, 3.1.1 forbids what came before. */
    private static final String[] PROTOCOLS = {"TLSv1.2", "TLSv1.3"};

    private final Integer number;
    private final InetAddress address;
    private final SslBundles bundles;
    private Connector connector;

    /**
     * @param number the port; 0 for any free one, {@code null} for none
     * @param address where it listens; {@code null} for everywhere
     * @param bundles where the bundle is found
     */
    InstitutionalPort(Integer number, InetAddress address, SslBundles bundles) {
        this.number = number;
        this.address = address;
        this.bundles = bundles;
    }

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        if (number != null) {
            connector = connector();
            SslConnectorCustomizer tls = new SslConnectorCustomizer(LogFactory.getLog(InstitutionalPort.class),
                    connector, ClientAuth.NEED);
            tls.customize(strict(bundles.getBundle(BUNDLE)), Map.of());
            bundles.addBundleUpdateHandler(BUNDLE, changed -> takeAnew(tls, changed));
            server.addAdditionalConnectors(connector);
        }
    }

    /** Whether a request came through this port; read off the connection, not off anything that was sent. */
    boolean received(HttpServletRequest request) {
        return connector != null && request.getLocalPort() == connector.getLocalPort();
    }

    /** The port that was found where any was asked for; -1 where there is none. */
    int localPort() {
        return connector == null ? -1 : connector.getLocalPort();
    }

    private Connector connector() {
        Connector made = new Connector(NIO);
        made.setPort(number);
        AbstractProtocol<?> protocol = (AbstractProtocol<?>) made.getProtocolHandler();
        protocol.setAddress(address);
        protocol.setExecutor(new VirtualThreadTaskExecutor("institutional-"));
        return made;
    }

    private static void takeAnew(SslConnectorCustomizer tls, SslBundle changed) {
        tls.update(null, strict(changed));
        LOG.info("The institutional port has taken its changed certificates");
    }

    private static SslBundle strict(SslBundle given) {
        SslStoreBundle stores = given.getStores();
        if (stores.getKeyStore() == null || stores.getTrustStore() == null) {
            throw new IllegalStateException("The bundle '" + BUNDLE + "' needs a key store, and a trust store with the"
                    + " authorities of the institutions: without one, any public authority would do");
        }
        return SslBundle.of(stores, given.getKey(), SslOptions.of(given.getOptions().getCiphers(), PROTOCOLS));
    }
}
