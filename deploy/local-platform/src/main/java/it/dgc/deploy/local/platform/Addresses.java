package it.dgc.deploy.local.platform;

import java.net.URI;

/**
 * Where the parts find each other.
 *
 * @param kafka brokers, {@code host:port} with commas between
 * @param store the store, without a database: {@code mongodb://host:port}
 * @param rules the rules service
 * @param revocation the revocation service
 * @param sistemaTs the mock of Sistema TS, which is the SMS gateway too
 * @param mail port of the mail server on this machine
 * @param portal where holders use their code: the edge
 * @param pages the portal behind the edge
 * @param certificates the generation service's port with mutual TLS
 * @param healthCards the mock of Sistema TS, where it answers for health cards, with mutual TLS
 */
public record Addresses(String kafka, String store, URI rules, URI revocation, URI sistemaTs, int mail, URI portal,
        URI pages, URI certificates, URI healthCards) {

    /**
     * @param ports ports, none of them 0
     * @return the addresses of parts that run on this machine
     */
    public static Addresses local(Ports ports) {
        return new Addresses("127.0.0.1:" + ports.kafka(), "mongodb://127.0.0.1:" + ports.store(),
                local(ports.rules()), local(ports.revocation()), local(ports.sistemaTs()), ports.mail(),
                URI.create("http://localhost:" + ports.http()), local(ports.portal()),
                institutional(ports.institutional().generation()), institutional(ports.healthCards().questions()));
    }

    static URI local(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    private static URI institutional(int port) {
        return URI.create("https://127.0.0.1:" + port);
    }

    URI smsGateway() {
        return sistemaTs.resolve("/sms/messages");
    }

    /**
     * @param database a name
     * @return where the store has that database
     */
    public String database(String database) {
        return store + "/" + database;
    }
}
