package it.dgc.deploy.backends;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** The broker's settings: one node that is broker and controller, on loopback, small. */
final class KafkaSettings {

    static final int NODE_ID = 1;
    static final String CONTROLLER_LISTENER = "CONTROLLER";

    /** Copies of the offsets, transaction and share-group state: there is one node to hold them. */
    private static final Map<String, String> SINGLE_NODE = Map.of(
            "default.replication.factor", "1",
            "offsets.topic.replication.factor", "1",
            "offsets.topic.num.partitions", "1",
            "transaction.state.log.replication.factor", "1",
            "transaction.state.log.num.partitions", "1",
            "transaction.state.log.min.isr", "1",
            "share.coordinator.state.topic.replication.factor", "1",
            "share.coordinator.state.topic.num.partitions", "1",
            "share.coordinator.state.topic.min.isr", "1",
            "group.initial.rebalance.delay.ms", "0");

    /** Memory and threads for a laptop; 2 MiB is the least that two cleaner buffers accept, an index holds its segment. */
    private static final Map<String, String> SMALL = Map.of(
            "log.cleaner.dedupe.buffer.size", "2097152",
            "log.segment.bytes", "134217728",
            "log.index.size.max.bytes", "1048576",
            "num.network.threads", "2",
            "num.io.threads", "2",
            "background.threads", "2");

    private static final Map<String, String> LIFE = Map.of(
            // After a kill the controller refuses the new broker until the session of the dead one ends: 9 s by default.
            "broker.session.timeout.ms", "1500",
            "broker.heartbeat.interval.ms", "200",
            "server.max.startup.time.ms", "120000",
            // Ten years: a platform left alone for weeks must not read its topics anew.
            "offsets.retention.minutes", "5256000",
            "auto.create.topics.enable", "false");

    private KafkaSettings() {}

    /** As {@link #of}, with the second listener beside the first. */
    static Properties of(Path logDirectory, Ports ports, ProxiedListener proxied) {
        Properties settings = of(logDirectory, ports);
        settings.merge("listener.security.protocol.map", ProxiedListener.NAME + ":PLAINTEXT", KafkaSettings::joined);
        settings.merge("listeners", ProxiedListener.NAME + "://" + proxied.address(), KafkaSettings::joined);
        settings.merge("advertised.listeners", ProxiedListener.NAME + "://" + proxied.advertised(),
                KafkaSettings::joined);
        return settings;
    }

    static Properties of(Path logDirectory, Ports ports) {
        Properties settings = new Properties();
        settings.putAll(SINGLE_NODE);
        settings.putAll(SMALL);
        settings.putAll(LIFE);
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", Integer.toString(NODE_ID));
        settings.put("log.dirs", logDirectory.toString());
        settings.put("controller.listener.names", CONTROLLER_LISTENER);
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("listeners",
                "PLAINTEXT://" + ports.brokerAddress() + ",CONTROLLER://" + ports.controllerAddress());
        settings.put("advertised.listeners", "PLAINTEXT://" + ports.brokerAddress());
        settings.put("controller.quorum.voters", NODE_ID + "@" + ports.controllerAddress());
        return settings;
    }

    private static Object joined(Object before, Object added) {
        return before + "," + added;
    }
}
