package it.dgc.rules.signers;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.stream.Stream;

import it.dgc.rules.RunningService;
import it.dgc.rules.settings.versions.InMemoryRules;
import it.dgc.rules.settings.versions.RuleStore;
import org.springframework.context.support.GenericApplicationContext;

/** The service with a store in memory, a clock that stands still, and no broker: for what verifiers see over HTTP. */
final class ServiceOnFakes implements AutoCloseable {

    private final InMemorySigners store;
    private final RunningService running;

    private ServiceOnFakes(InMemorySigners store, RunningService running) {
        this.store = store;
        this.running = running;
    }

    static ServiceOnFakes start() {
        InMemorySigners store = new InMemorySigners();
        return new ServiceOnFakes(store, RunningService.start(
                RunningService.application()
                        .initializers(context -> withFakes((GenericApplicationContext) context, store)),
                "--spring.kafka.listener.auto-startup=false", "--dgc.rules.refresh-every=1h",
                "--dgc.rules.retry-after=90s"));
    }

    RunningService http() {
        return running;
    }

    /** Serves exactly these. */
    void publish(StoredSigner... signers) {
        store.comeBack();
        store.clear();
        Stream.of(signers).forEach(store::add);
        refresh();
    }

    void withdraw(StoredSigner signer) {
        store.replace(signer, signer.withdrawn(new Position(0, signer.token() + 1L, signer.token() + 1L)));
        refresh();
    }

    void loseStore() {
        store.goAway();
        running.bean(SignerRefresh.class).refresh();
    }

    @Override
    public void close() {
        running.close();
    }

    private void refresh() {
        running.bean(PublishedSigners.class).refresh();
    }

    private static void withFakes(GenericApplicationContext context, SignerStore store) {
        context.registerBean("fakeStore", SignerStore.class, () -> store, bean -> bean.setPrimary(true));
        context.registerBean("fakeRules", RuleStore.class, InMemoryRules::new, bean -> bean.setPrimary(true));
        context.registerBean("fakeClock", Clock.class, () -> Clock.fixed(TestCertificates.TODAY, ZoneOffset.UTC));
    }
}
