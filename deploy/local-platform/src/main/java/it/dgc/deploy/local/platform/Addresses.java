package it.dgc.deploy.local.platform;

import java.net.URI;

/**
 * Where the parts find each other.
 *
 * @param kafka brokers, {@code host:port} with commas between
 * @param store the store, without a database: {@code mongodb://host:port}
 * @param rules the rules service
 */
public record Addresses(String kafka, String store, URI rules) {

    /**
     * @param ports ports, none of them 0
     * @return the addresses of parts that run on this machine
     */
    public static Addresses local(Ports ports) {
        return new Addresses("127.0.0.1:" + ports.kafka(), "mongodb://127.0.0.1:" + ports.store(),
                local(ports.rules()));
    }

    static URI local(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    /**
     * @param database a name
     * @return where the store has that database
     */
    public String database(String database) {
        return store + "/" + database;
    }
}
