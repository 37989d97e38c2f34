package it.dgc.generation.intake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import com.mongodb.MongoException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import it.dgc.common.messages.Topics;
import it.dgc.common.uvci.Uvci;
import it.dgc.generation.deadletters.DeadLetters;
import it.dgc.generation.issuance.CertificateIssuance;
import it.dgc.generation.issuance.EventToCertify;
import it.dgc.generation.issuance.GenerationOutcome;
import it.dgc.generation.issuance.IssuanceInStep;
import it.dgc.generation.secrets.FieldCipher;
import it.dgc.generation.secrets.Secrets;
import it.dgc.generation.secrets.SecretsException;
import it.dgc.generation.sharing.Cohorts;
import it.dgc.generation.testing.Events;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.kafka.listener.BatchListenerFailedException;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

@DisplayName("An Error in the listener stops nothing, and the service is not ready until the listener runs again")
class ExemptionListenerTest {

    private static final int AT_ONCE = 4;
    private static final GenerationOutcome ISSUED = new GenerationOutcome.Issued(Uvci.derive(new byte[32]));

    private final CertificateIssuance issuance = mock(CertificateIssuance.class);
    private final IssuanceInStep inStep = mock(IssuanceInStep.class);
    private final DeadLetters deadLetters = mock(DeadLetters.class);
    private final ConsumerRecord<byte[], byte[]> record = record(0);
    private final Cohorts cohorts = new Cohorts("test", AT_ONCE);
    private Gate gate;
    private ExemptionListener listener;

    @BeforeEach
    void open(@TempDir Path directory) {
        gate = new Gate(deadLetters, new SimpleMeterRegistry(), cohorts);
        listener = new ExemptionListener(issuance, inStep, gate, Secrets.loadOrCreate(directory));
    }

    @AfterEach
    void close() {
        cohorts.close();
    }

    static List<Error> errors() {
        return List.of(new OutOfMemoryError(), new NoClassDefFoundError(), new InternalError());
    }

    @ParameterizedTest
    @MethodSource("errors")
    void handsTheRecordBackAndIsNotReady(Error error) {
        when(issuance.handle(any())).thenThrow(error);
        assertThatExceptionOfType(BatchListenerFailedException.class).isThrownBy(() -> receive(record))
                .withCauseInstanceOf(StrickenException.class);
        assertThat(gate.isStricken()).isTrue();
        verify(deadLetters, never()).keep(any(), any(), any(), any());
    }

    @Test
    void isReadyAgainAsSoonAsThePartitionGoesOn() {
        when(issuance.handle(any())).thenThrow(new OutOfMemoryError()).thenReturn(ISSUED);
        assertThatExceptionOfType(BatchListenerFailedException.class).isThrownBy(() -> receive(record))
                .withCauseInstanceOf(StrickenException.class);
        receive(record);
        assertThat(gate.isStricken()).isFalse();
    }

    @Test
    void isNotMadeReadyByAnotherPartition() {
        when(issuance.handle(any())).thenThrow(new OutOfMemoryError()).thenReturn(ISSUED);
        assertThatExceptionOfType(BatchListenerFailedException.class).isThrownBy(() -> receive(record))
                .withCauseInstanceOf(StrickenException.class);
        receive(record(1));
        assertThat(gate.isStricken()).isTrue();
    }

    @Test
    void leavesToAnotherInstanceWhatIsTakenFromIt() {
        when(issuance.handle(any())).thenThrow(new OutOfMemoryError());
        assertThatExceptionOfType(BatchListenerFailedException.class).isThrownBy(() -> receive(record))
                .withCauseInstanceOf(StrickenException.class);
        listener.onPartitionsRevoked(List.of(new TopicPartition(Topics.EXEMPTIONS, 0)));
        assertThat(gate.isStricken()).isFalse();
    }

    static List<Throwable> faults() {
        return List.of(new StackOverflowError(), new AssertionError(), new IllegalStateException());
    }

    @ParameterizedTest
    @MethodSource("faults")
    @DisplayName("a fault that the record brings about waits in the dead letters, and blocks nothing")
    void setsAsideWhatTheRecordItselfBringsAbout(Throwable fault) {
        when(issuance.handle(any())).thenThrow(fault);
        receive(record);
        assertThat(gate.isStricken()).isFalse();
        verify(deadLetters).keep(eq(record), eq("UNEXPECTED_FAULT"), any(), any());
    }

    @Test
    @DisplayName("a field that its own key cannot open is opened by no repetition, and blocks nothing")
    void setsAsideWhatMeetsADamagedField(@TempDir Path directory) {
        FieldCipher cipher = Secrets.loadOrCreate(directory).fields();
        byte[] moved = cipher.encrypt(new byte[1], "here");
        when(issuance.handle(any())).thenAnswer(call -> cipher.decrypt(moved, "there"));
        receive(record);
        verify(deadLetters).keep(eq(record), eq("UNEXPECTED_FAULT"), any(), any());
    }

    @Test
    @DisplayName("a key that is missing is an operator's matter: the record is handed in again")
    void handsBackWhatMeetsAMissingKey() {
        when(issuance.handle(any())).thenThrow(new SecretsException("The key is missing"));
        assertThatExceptionOfType(BatchListenerFailedException.class).isThrownBy(() -> receive(record))
                .withCauseInstanceOf(SecretsException.class);
        verify(deadLetters, never()).keep(any(), any(), any(), any());
    }

    @Test
    @DisplayName("reliability P02: what was refused before is not looked at again")
    void leavesAloneWhatWasRefusedBefore() {
        when(deadLetters.isKept(record)).thenReturn(true);
        receive(record);
        verify(issuance, never()).handle(any());
    }

    @Test
    @DisplayName("architecture D7: where one cannot be handled now, it and all behind it come again, and none is skipped")
    void namesTheFirstThatWasNotHandled() {
        when(deadLetters.isKept(any())).thenAnswer(call -> switch (call.<ConsumerRecord<?, ?>>getArgument(0)) {
            case ConsumerRecord<?, ?> one when one.offset() == 2 || one.offset() == 4 ->
                throw new MongoException("away");
            case ConsumerRecord<?, ?> other -> true;
        });
        List<ConsumerRecord<byte[], byte[]>> records = IntStream.range(0, 6).mapToObj(n -> record("key-" + n, n))
                .toList();
        assertThatExceptionOfType(BatchListenerFailedException.class).isThrownBy(() -> listener.receive(records))
                .satisfies(failure -> assertThat(failure.getRecord()).isSameAs(records.get(2)));
        records.forEach(record -> verify(deadLetters).isKept(record));
    }

    @Test
    void handlesRecordsOfOneKeyInTheirOrder() {
        List<Long> handled = Collections.synchronizedList(new ArrayList<>());
        when(deadLetters.isKept(any())).thenAnswer(call -> {
            long offset = call.<ConsumerRecord<?, ?>>getArgument(0).offset();
            if (offset == 40) {
                throw new MongoException("away");
            }
            return handled.add(offset);
        });
        List<ConsumerRecord<byte[], byte[]>> records = IntStream.range(0, 80)
                .mapToObj(n -> record(n % 2 == 0 ? "even" : "odd", n)).toList();
        assertThatExceptionOfType(BatchListenerFailedException.class).isThrownBy(() -> listener.receive(records));
        assertThat(handled.stream().filter(offset -> offset % 2 == 0))
                .containsExactlyElementsOf(LongStream.range(0, 20).map(n -> n * 2).boxed().toList());
        assertThat(handled.stream().filter(offset -> offset % 2 == 1))
                .containsExactlyElementsOf(LongStream.range(0, 40).map(n -> n * 2 + 1).boxed().toList());
    }

    @Test
    @DisplayName("ADR 0023: what was handled in step is not handled again by itself, and all else is")
    void handlesByItselfWhatIsLeft() {
        List<ConsumerRecord<byte[], byte[]>> records = IntStream.range(0, 3).mapToObj(ExemptionListenerTest::good)
                .toList();
        when(inStep.handle(any())).thenAnswer(call -> Map.of(
                call.<List<EventToCertify>>getArgument(0).getFirst().cuev(), ISSUED));
        when(issuance.handle(any())).thenReturn(ISSUED);
        listener.receive(records);
        verify(issuance, times(2)).handle(any());
        verify(issuance, never()).handle(argThat(event -> isOf(event, records.get(0))));
    }

    @Test
    @DisplayName("reliability P02: what was refused before is not handled in step either")
    void keepsWhatWasRefusedBeforeOutOfStep() {
        List<ConsumerRecord<byte[], byte[]>> records = List.of(good(0), good(1));
        when(deadLetters.refusedAmong(records)).thenReturn(Set.of(records.get(0)));
        when(deadLetters.isKept(records.get(0))).thenReturn(true);
        when(issuance.handle(any())).thenReturn(ISSUED);
        listener.receive(records);
        verify(inStep).handle(argThat(events -> events.size() == 1 && isOf(events.getFirst(), records.get(1))));
    }

    @Test
    @DisplayName("architecture D7: where the store fails in step, the first that was not handled and all behind it come again")
    void namesTheFirstThatWasNotHandledInStep() {
        List<ConsumerRecord<byte[], byte[]>> records = IntStream.range(0, 10).mapToObj(ExemptionListenerTest::good)
                .toList();
        when(inStep.handle(any())).thenAnswer(call -> call.<List<EventToCertify>>getArgument(0).stream()
                .collect(Collectors.toMap(EventToCertify::cuev, event -> ISSUED)))
                .thenThrow(new MongoException("away"));
        assertThatExceptionOfType(BatchListenerFailedException.class).isThrownBy(() -> listener.receive(records))
                .satisfies(failure -> assertThat(failure.getRecord()).isSameAs(records.get(AT_ONCE)));
        verify(issuance, never()).handle(any());
    }

    @ParameterizedTest
    @MethodSource("faults")
    @DisplayName("a fault in step is looked for in each by itself, and blocks nothing")
    void handlesEachByItselfAfterAFaultInStep(Throwable fault) {
        when(inStep.handle(any())).thenThrow(fault);
        when(issuance.handle(any())).thenReturn(ISSUED);
        listener.receive(List.of(good(0), good(1)));
        verify(issuance, times(2)).handle(any());
        verify(deadLetters, never()).keep(any(), any(), any(), any());
    }

    @ParameterizedTest
    @MethodSource("errors")
    void isNotReadyAfterAnErrorInStep(Error error) {
        when(inStep.handle(any())).thenThrow(error);
        assertThatExceptionOfType(BatchListenerFailedException.class).isThrownBy(() -> receive(good(0)))
                .withCauseInstanceOf(StrickenException.class);
        assertThat(gate.isStricken()).isTrue();
    }

    private static ConsumerRecord<byte[], byte[]> good(int offset) {
        String cuev = Events.cuev(offset).value();
        return new ConsumerRecord<>(Topics.EXEMPTIONS, 0, offset, cuev.getBytes(UTF_8),
                new String(Notifications.good(), UTF_8).replace(Notifications.CUEV, cuev).getBytes(UTF_8));
    }

    private static boolean isOf(EventToCertify event, ConsumerRecord<byte[], byte[]> record) {
        return event != null && event.cuev().value().equals(new String(record.key(), UTF_8));
    }

    private void receive(ConsumerRecord<byte[], byte[]> one) {
        listener.receive(List.of(one));
    }

    private static ConsumerRecord<byte[], byte[]> record(String key, long offset) {
        return new ConsumerRecord<>(Topics.EXEMPTIONS, 0, offset, key.getBytes(UTF_8), Notifications.good());
    }

    private static ConsumerRecord<byte[], byte[]> record(int partition) {
        return new ConsumerRecord<>(Topics.EXEMPTIONS, partition, 7, Notifications.CUEV.getBytes(UTF_8),
                Notifications.good());
    }
}
