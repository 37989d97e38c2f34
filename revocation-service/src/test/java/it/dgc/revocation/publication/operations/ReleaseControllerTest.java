package it.dgc.revocation.publication.operations;

import java.security.Principal;

import it.dgc.common.problem.ProblemException;
import it.dgc.common.problem.ProblemType;
import it.dgc.revocation.Hashes;
import it.dgc.revocation.ServiceOnFakes;
import it.dgc.revocation.publication.HeldVersions;
import it.dgc.revocation.publication.ledger.HeldReason;
import it.dgc.revocation.publication.ledger.HeldVersion;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("P14: an operator lets a version through that grew beyond the configured share")
class ReleaseControllerTest {

    private static final Principal OPERATOR = () -> "operator.dgc.example";

    private final ServiceOnFakes service = ServiceOnFakes.start("--dgc.drl.growth-floor=10",
            "--dgc.drl.largest-growth=0.1");
    private final ReleaseController controller = new ReleaseController(service.http().bean(HeldVersions.class));

    @BeforeEach
    void startList() {
        service.round();
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void seesWhatIsHeldAndReleasesIt() {
        assertProblem(controller::held, ProblemType.NOT_FOUND);
        holdBack();
        HeldVersion held = controller.held();
        assertThat(held.reason()).isEqualTo(HeldReason.GREW);
        long before = service.version();
        controller.release(new ReleaseController.Release(held.version()), OPERATOR);
        service.publish();
        assertThat(service.version()).isEqualTo(before + 1);
        assertProblem(controller::held, ProblemType.NOT_FOUND);
    }

    @Test
    void releasesNoOtherVersion() {
        holdBack();
        long held = controller.held().version();
        assertProblem(() -> controller.release(new ReleaseController.Release(held + 1), OPERATOR),
                ProblemType.NOT_FOUND);
        assertProblem(() -> controller.release(new ReleaseController.Release(null), OPERATOR),
                ProblemType.INVALID_REQUEST);
        assertThat(controller.held().version()).isEqualTo(held);
    }

    @Test
    void releasesNoDamage() {
        service.store().register().hold(new HeldVersion(service.version() + 1, 5, HeldReason.EMPTY));
        assertProblem(() -> controller.release(new ReleaseController.Release(service.version() + 1), OPERATOR),
                ProblemType.CONFLICT);
    }

    @Test
    void isAskedToComeBackWhileTheStoreIsAway() {
        service.store().goAway();
        assertProblem(controller::held, ProblemType.TRY_LATER);
    }

    private void holdBack() {
        service.revoke(Hashes.numbers(0, 20));
        service.publish();
    }

    private static void assertProblem(ThrowingCallable call, ProblemType type) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ProblemException.class,
                e -> assertThat(e.type()).isEqualTo(type));
    }
}
