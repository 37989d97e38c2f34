package it.dgc.revocation.health;

import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** Up while a broker answers; Spring Boot 4 brings none of its own. */
@Component
final class KafkaHealthIndicator extends AbstractHealthIndicator {

    /** Milliseconds; a probe that hangs says less than one that is down. */
    private static final int ANSWER_WITHIN = 2_000;

    private final Admin admin;

    KafkaHealthIndicator(Admin admin) {
        super("no broker answers");
        this.admin = admin;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) throws ExecutionException, InterruptedException {
        admin.describeCluster(new DescribeClusterOptions().timeoutMs(ANSWER_WITHIN)).clusterId().get();
        builder.up();
    }
}
