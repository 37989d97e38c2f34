package it.dgc.deploy.access;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import it.dgc.common.spring.access.Endpoints;
import it.dgc.common.spring.access.Role;
import it.dgc.common.spring.access.TestAuthority;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("reliability P24: what is not listed is denied, to every caller, by every service, on both ports")
class DefaultDenyTest {

    private static final Path TABLE = Path.of("target", "default-deny.txt");
    private static final Set<Integer> DENIED = Set.of(Attempt.NO_CONNECTION, 400, 401, 403);

    private static final List<Attempt> ATTEMPTS = new ArrayList<>();
    private static final List<Cell> CELLS = new ArrayList<>();

    @TempDir
    private static Path directory;
    private static RunningServices services;

    /** One endpoint, tried by one caller. */
    private record Cell(RunningServices.Running service, Endpoint endpoint, Attempt attempt, int status) {

        /** By the service's own list alone. */
        int expected() {
            return switch (attempt.kind()) {
                case UNTRUSTED -> Attempt.NO_CONNECTION;
                case PLAIN -> endpoint.isIn(list().openPaths()) ? status : 401;
                case TRUSTED -> attempt.role().map(this::expectedOf).orElse(403);
            };
        }

        private int expectedOf(Role role) {
            Set<String> open = list().openTo(role);
            boolean otherMethod = open.stream().anyMatch(entry -> entry.endsWith(" " + endpoint.pattern()));
            return open.contains(endpoint.toString()) ? status : otherMethod ? 405 : 403;
        }

        boolean isReached() {
            return !DENIED.contains(status) && status != 405;
        }

        private Endpoints list() {
            return service.context().getBean(Endpoints.class);
        }

        @Override
        public String toString() {
            return service.name() + " " + endpoint + " by " + attempt.title() + ": " + status;
        }
    }

    @BeforeAll
    static void tryEverything() throws Exception {
        TestAuthority authority = TestAuthority.create();
        services = RunningServices.start(directory, authority);
        ATTEMPTS.addAll(Attempt.all(authority));
        for (RunningServices.Running service : services.all()) {
            for (Endpoint endpoint : Endpoint.of(service.context())) {
                for (Attempt attempt : ATTEMPTS) {
                    CELLS.add(new Cell(service, endpoint, attempt, attempt.at(service, endpoint)));
                }
            }
        }
        Files.writeString(TABLE, table());
        System.out.println(table());
    }

    @AfterAll
    static void stop() {
        ATTEMPTS.forEach(attempt -> attempt.client().close());
        services.close();
    }

    @Test
    void everyCallerReachesWhatTheListOpensToHimAndNothingElse() {
        assertThat(CELLS).allSatisfy(cell -> assertThat(cell.status()).as(cell.toString())
                .isEqualTo(cell.expected()));
    }

    @Test
    @DisplayName("an endpoint that is listed is let through: denying all would be no proof")
    void listedEndpointsAreReached() {
        assertThat(CELLS.stream().filter(cell -> cell.attempt().kind() == Attempt.Kind.PLAIN)
                .filter(cell -> cell.endpoint().isIn(cell.list().openPaths())))
                .isNotEmpty().allSatisfy(cell -> assertThat(cell.status()).as(cell.toString())
                        .isNotIn(Attempt.NO_CONNECTION, 401, 403));
        assertThat(CELLS.stream().filter(cell -> cell.attempt().role()
                .filter(role -> cell.list().openTo(role).contains(cell.endpoint().toString())).isPresent()))
                .isNotEmpty().allSatisfy(cell -> assertThat(cell.status()).as(cell.toString())
                        .isNotIn(DENIED.stream().filter(status -> status != 400).toList()));
    }

    @Test
    @DisplayName("what the public may reach is a decision: it stands in public.txt")
    void thePublicReachesWhatWasDecided() throws IOException {
        Set<String> reached = CELLS.stream().filter(cell -> cell.attempt().kind() == Attempt.Kind.PLAIN)
                .filter(Cell::isReached).map(cell -> cell.service().name() + " " + cell.endpoint())
                .collect(Collectors.toSet());
        assertThat(reached).containsExactlyInAnyOrderElementsOf(decided());
    }

    @Test
    void looksAtControllersActuatorAndTheErrorPageOfEachService() {
        assertThat(services.all()).hasSize(4).allSatisfy(service -> assertThat(Endpoint.mapped(service.context()))
                .contains(new Endpoint("GET", "/actuator/health"), new Endpoint("GET", "/error"),
                        new Endpoint("GET", "/actuator")));
        assertThat(CELLS).anyMatch(cell -> cell.endpoint().pattern().equals("/**"));
        assertThat(CELLS).anyMatch(cell -> cell.endpoint().pattern().equals("/v1/dgc/drl"));
    }

    private static List<String> decided() throws IOException {
        try (InputStream in = Objects.requireNonNull(DefaultDenyTest.class.getResourceAsStream("public.txt"))) {
            return new String(in.readAllBytes(), UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
        }
    }

    private static String table() {
        StringBuilder text = new StringBuilder("%-58s".formatted("service endpoint"));
        ATTEMPTS.forEach(attempt -> text.append(" %10s".formatted(attempt.title())));
        for (int i = 0; i < CELLS.size(); i++) {
            Cell cell = CELLS.get(i);
            if (i % ATTEMPTS.size() == 0) {
                text.append("%n%-58s".formatted(cell.service().name() + " " + cell.endpoint()));
            }
            text.append(" %10s".formatted(Optional.of(cell.status()).filter(status -> status > 0)
                    .map(Object::toString).orElse("TLS")));
        }
        return text.append(System.lineSeparator()).toString();
    }
}
