package it.dgc.revocation.drl.http;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

import it.dgc.revocation.Hashes;
import it.dgc.revocation.ServiceOnFakes;
import it.dgc.revocation.drl.hashes.RevokedHash;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** P13: three clients against a list that never stands still: 50 more and 2 fewer a second, a version every 2 seconds. */
class ModelClientsTest {

    private static final boolean FULL = "full".equals(System.getProperty("size"));
    private static final int BASE = FULL ? 200_000 : 8_000;
    private static final int CHUNK = FULL ? 10_000 : 400;
    private static final int SECONDS = 60;
    /** Questions a second: slow enough that no client comes through a whole list between two versions. */
    private static final int PACE = 4;
    private static final int ENOUGH = 400;

    private final Set<RevokedHash> listed = new LinkedHashSet<>();
    private int revoked;

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    @DisplayName("P13: a reader syncing during revocations ends with exactly the server's set")
    void endWithTheServersSet(long seed) {
        Random random = new Random(seed);
        try (ServiceOnFakes service = ServiceOnFakes.start("--dgc.drl.chunk-size=" + CHUNK,
                "--dgc.drl.growth-floor=1000000")) {
            revoke(service, BASE);
            service.publish();
            AndroidLikeClient android = new AndroidLikeClient(service.http());
            NodeLikeClient node = new NodeLikeClient(service.http());
            ResumableClient resumable = new ResumableClient(service.http());
            List<ModelClient> clients = List.of(android, node, resumable);
            for (int second = 0; second < SECONDS; second++) {
                revoke(service, 50);
                restore(service, random, 2);
                if (second % 2 == 1) {
                    service.publish();
                }
                for (int i = 0; i < PACE; i++) {
                    clients.forEach(ModelClient::step);
                }
            }
            assertThat(android.wipes()).as("it was disturbed").isPositive();
            assertThat(service.version()).isGreaterThan(SECONDS / 2);

            for (ModelClient client : clients) {
                restsWithTheServersSet(client, service);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    @DisplayName("the next day brings all of them up to date by a delta")
    void areBroughtUpToDateByDeltas(long seed) {
        Random random = new Random(seed);
        try (ServiceOnFakes service = ServiceOnFakes.start("--dgc.drl.chunk-size=100")) {
            revoke(service, 2_000);
            service.publish();
            List<ModelClient> clients = List.of(new AndroidLikeClient(service.http()),
                    new NodeLikeClient(service.http()), new ResumableClient(service.http()));
            for (int day = 0; day < 5; day++) {
                for (ModelClient client : clients) {
                    restsWithTheServersSet(client, service);
                }
                for (int i = 0; i < 3; i++) {
                    revoke(service, 120);
                    restore(service, random, 80);
                    service.publish();
                }
            }
        }
    }

    private static void restsWithTheServersSet(ModelClient client, ServiceOnFakes service) {
        client.step();
        for (int steps = 0; !client.isAtRest(); steps++) {
            assertThat(steps).as("%s comes to rest", client.getClass().getSimpleName()).isLessThan(ENOUGH);
            client.step();
        }
        client.step();
        assertThat(client.isAtRest()).isTrue();
        assertThat(client.held).as(client.getClass().getSimpleName()).isEqualTo(service.served().entries().stream()
                .map(RevokedHash::base64).collect(Collectors.toSet()));
    }

    private void revoke(ServiceOnFakes service, int number) {
        List<RevokedHash> more = Hashes.numbers(revoked, revoked + number);
        revoked += number;
        listed.addAll(more);
        service.revoke(more);
    }

    private void restore(ServiceOnFakes service, Random random, int number) {
        List<RevokedHash> all = new ArrayList<>(listed);
        List<RevokedHash> gone = random.ints(number, 0, all.size()).distinct().mapToObj(all::get).toList();
        gone.forEach(listed::remove);
        service.restore(gone);
    }
}
