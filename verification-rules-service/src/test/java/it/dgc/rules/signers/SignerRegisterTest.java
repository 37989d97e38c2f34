package it.dgc.rules.signers;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;

import it.dgc.rules.signers.SignerChange.Activate;
import it.dgc.rules.signers.SignerChange.Withdraw;
import it.dgc.rules.signers.SignerChange.WithdrawAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import static it.dgc.rules.signers.SignerRegister.Effect.CHANGED;
import static it.dgc.rules.signers.SignerRegister.Effect.UNCHANGED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class SignerRegisterTest {

    private final InMemorySigners store = new InMemorySigners();
    private final SignerRegister register = new SignerRegister(store,
            Clock.fixed(TestCertificates.TODAY, ZoneOffset.UTC));
    private final SignerCertificate certificate = TestCertificates.own();

    @Nested
    @DisplayName("I13: tokens are strictly increasing; a reactivated key gets a new, higher one")
    class Tokens {

        @Test
        void riseFromKeyToKey() {
            SignerCertificate second = TestCertificates.own();
            assertThat(activate(certificate, 1)).isEqualTo(CHANGED);
            assertThat(activate(second, 2)).isEqualTo(CHANGED);
            assertThat(tokenOf(certificate)).isPositive();
            assertThat(tokenOf(second)).isGreaterThan(tokenOf(certificate));
        }

        @Test
        void riseForAKeyThatComesBack() {
            activate(certificate, 1);
            SignerCertificate other = TestCertificates.own();
            activate(other, 2);
            withdraw(certificate, 3);
            assertThat(activate(certificate, 4)).isEqualTo(CHANGED);
            assertThat(tokenOf(certificate)).isGreaterThan(tokenOf(other));
            assertThat(only(certificate).isActive()).isTrue();
        }

        @Test
        @DisplayName("tokens survive a rebuild of the store from the topic")
        void areTheSameWhenTheStoreIsLostAndTheTopicReadAgain() {
            SignerCertificate gone = TestCertificates.own();
            SignerCertificate last = TestCertificates.own();
            at(40, gone);
            at(41, certificate);
            at(42, last);
            int before = tokenOf(last);
            int held = tokenOf(certificate);
            store.loseEverything();
            at(41, certificate); // the compacted topic has forgotten one
            at(42, last);
            assertThat(tokenOf(certificate)).isEqualTo(held);
            assertThat(tokenOf(last)).isEqualTo(before);
            SignerCertificate next = TestCertificates.own();
            at(43, next);
            assertThat(tokenOf(next)).isGreaterThan(before);
        }

        @Test
        void riseWhereStoreAndTopicAreMadeAnewOnAnotherDay() {
            at(60_000, certificate);
            int before = tokenOf(certificate);
            store.loseEverything();
            register.apply(activation(certificate), new Position(0, 0,
                    TestCertificates.TODAY.plus(Duration.ofDays(1)).toEpochMilli()));
            assertThat(tokenOf(certificate)).isLessThanOrEqualTo(before); // a time to come is not believed
            store.loseEverything();
            SignerRegister tomorrow = new SignerRegister(store,
                    Clock.fixed(TestCertificates.TODAY.plus(Duration.ofDays(1)), ZoneOffset.UTC));
            tomorrow.apply(activation(certificate), new Position(0, 0,
                    TestCertificates.TODAY.plus(Duration.ofDays(1)).toEpochMilli()));
            assertThat(tokenOf(certificate)).isGreaterThan(before);
        }

        private void at(long offset, SignerCertificate brought) {
            register.apply(activation(brought), new Position(0, offset, TestCertificates.TODAY.toEpochMilli()));
        }

        @Test
        void stayWhenTheSenderRepeatsItself() {
            activate(certificate, 1);
            int before = tokenOf(certificate);
            assertThat(activate(certificate, 2)).isEqualTo(UNCHANGED);
            assertThat(tokenOf(certificate)).isEqualTo(before);
        }
    }

    @Nested
    @DisplayName("the same message twice changes nothing")
    class Replay {

        @Test
        void givesNoNewToken() {
            activate(certificate, 1);
            List<StoredSigner> before = store.all();
            assertThat(activate(certificate, 1)).isEqualTo(UNCHANGED);
            assertThat(store.all()).isEqualTo(before);
            assertThat(store.nextToken(1)).isEqualTo(tokenOf(certificate) + 1);
        }

        @Test
        void doesNotBringAWithdrawnKeyBack() {
            activate(certificate, 1);
            withdraw(certificate, 2);
            List<StoredSigner> before = store.all();
            assertThat(activate(certificate, 1)).isEqualTo(UNCHANGED);
            assertThat(withdraw(certificate, 2)).isEqualTo(UNCHANGED);
            assertThat(store.all()).isEqualTo(before);
        }

        @Test
        void doesNotTakeAReactivatedKeyAway() {
            activate(certificate, 1);
            withdraw(certificate, 2);
            activate(certificate, 3);
            List<StoredSigner> before = store.all();
            activate(certificate, 1);
            withdraw(certificate, 2);
            activate(certificate, 3);
            assertThat(store.all()).isEqualTo(before);
        }

        @Test
        void isNotTakenForATopicThatWasRebuiltAndCountsFromZeroAgain() {
            register.apply(activation(certificate), new Position(0, 900, 1_000));
            assertThat(register.apply(new Withdraw(certificate.id()), new Position(0, 0, 2_000))).isEqualTo(CHANGED);
        }
    }

    @Nested
    class Withdrawal {

        @Test
        void leavesOtherCertificatesOfTheKidAlone() {
            SignerCertificate twin = TestCertificates.foreign(certificate.kid());
            activate(certificate, 1);
            activate(twin, 2);
            withdraw(certificate, 3);
            assertThat(only(certificate).isActive()).isFalse();
            assertThat(only(twin).isActive()).isTrue();
        }

        @Test
        void byTombstoneTakesEveryCertificateOfTheKid() {
            SignerCertificate other = TestCertificates.own();
            activate(certificate, 1);
            activate(TestCertificates.foreign(certificate.kid()), 2);
            activate(other, 3);
            assertThat(register.apply(new WithdrawAll(certificate.kid()), at(4))).isEqualTo(CHANGED);
            assertThat(store.all()).filteredOn(StoredSigner::isActive).extracting(StoredSigner::id)
                    .containsExactly(other.id());
        }

        @Test
        void ofAnUnknownKeyChangesNothing() {
            assertThat(withdraw(certificate, 1)).isEqualTo(UNCHANGED);
            assertThat(store.all()).isEmpty();
        }
    }

    @Test
    void keepsUsagesUpToDate() {
        activate(certificate, 1);
        register.apply(new Activate(certificate, List.of("EXEMPTION", "TEST")), at(2));
        assertThat(only(certificate).usages()).containsExactly("EXEMPTION", "TEST");
    }

    @Test
    void throwsWhenAnotherWriterWasFasterSoThatTheMessageComesAgain() {
        activate(certificate, 1);
        SignerRegister late = new SignerRegister(new OvertakenStore(store),
                Clock.systemUTC());
        assertThatIllegalStateException().isThrownBy(() -> late.apply(new Withdraw(certificate.id()), at(2)));
        assertThatIllegalStateException()
                .isThrownBy(() -> late.apply(activation(TestCertificates.own()), at(3)));
    }

    private SignerRegister.Effect activate(SignerCertificate wanted, long offset) {
        return register.apply(activation(wanted), at(offset));
    }

    private SignerRegister.Effect withdraw(SignerCertificate gone, long offset) {
        return register.apply(new Withdraw(gone.id()), at(offset));
    }

    private StoredSigner only(SignerCertificate wanted) {
        return store.all().stream().filter(s -> s.id().equals(wanted.id())).findFirst().orElseThrow();
    }

    private int tokenOf(SignerCertificate wanted) {
        return only(wanted).token();
    }

    private static Activate activation(SignerCertificate wanted) {
        return new Activate(wanted, List.of("EXEMPTION"));
    }

    private static Position at(long offset) {
        return new Position(0, offset, 1_790_000_000_000L + offset);
    }

    /** Another instance always writes first. */
    private record OvertakenStore(SignerStore store) implements SignerStore {

        @Override
        public List<StoredSigner> all() {
            return store.all();
        }

        @Override
        public int nextToken(int floor) {
            return store.nextToken(floor);
        }

        @Override
        public boolean add(StoredSigner first) {
            return false;
        }

        @Override
        public boolean replace(StoredSigner seen, StoredSigner next) {
            return false;
        }
    }
}
