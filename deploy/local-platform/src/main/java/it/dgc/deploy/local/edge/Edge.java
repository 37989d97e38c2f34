package it.dgc.deploy.local.edge;

import java.nio.file.Path;

import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.catalina.webresources.TomcatURLStreamHandlerFactory;
import org.apache.tomcat.util.modeler.Registry;

/**
 * The running edge.
 *
 * <p>Tomcat takes request targets in absolute form ({@code GET http://host/path}), which clients send to a proxy
 * (RFC 9112, 3.2.2; VerificaC19 protocol, section 6).
 */
public final class Edge implements AutoCloseable {

    /** Requests at one time; further ones wait. */
    private static final String THREADS = "64";

    private final Tomcat tomcat;

    private Edge(Tomcat tomcat) {
        this.tomcat = tomcat;
    }

    /**
     * @param port port on 127.0.0.1; 0 for any free one
     * @param directory a place for working files
     * @param routes what is reachable
     * @return the edge, answering
     * @throws EdgeException if it cannot take the port
     */
    public static Edge start(int port, Path directory, RouteTable routes) {
        Registry.disableRegistry();
        TomcatURLStreamHandlerFactory.disable();
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(directory.toAbsolutePath().toString());
        tomcat.setConnector(connector(port));
        ErrorReportValve silent = new ErrorReportValve();
        silent.setShowReport(false);
        silent.setShowServerInfo(false);
        tomcat.getHost().getPipeline().addValve(silent);
        Context root = context(tomcat);
        Tomcat.addServlet(root, "edge", new ProxyServlet(routes));
        root.addServletMappingDecoded("/", "edge");
        return started(tomcat);
    }

    /** @return the port on 127.0.0.1 */
    public int port() {
        return tomcat.getConnector().getLocalPort();
    }

    @Override
    public void close() {
        try {
            tomcat.stop();
            tomcat.destroy();
        } catch (LifecycleException refused) {
            throw new EdgeException("The edge did not stop.", refused);
        }
    }

    /** Without the search for leaks of a web application that is stopped: this one ends with its process. */
    private static Context context(Tomcat tomcat) {
        StandardContext root = (StandardContext) tomcat.addContext("", null);
        root.setClearReferencesThreadLocals(false);
        root.setClearReferencesRmiTargets(false);
        return root;
    }

    private static Connector connector(int port) {
        Connector connector = new Connector();
        connector.setPort(port);
        connector.setThrowOnFailure(true);
        connector.setXpoweredBy(false);
        connector.setProperty("address", "127.0.0.1");
        connector.setProperty("maxThreads", THREADS);
        return connector;
    }

    private static Edge started(Tomcat tomcat) {
        try {
            tomcat.start();
            return new Edge(tomcat);
        } catch (LifecycleException refused) {
            throw new EdgeException("The edge could not start.", refused);
        }
    }
}
