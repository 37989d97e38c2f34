package it.dgc.common.hcert;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import it.dgc.common.hcert.cbor.Cbor;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@DisplayName("DCC schema 1.3.0: the members of an object are written in their order, and absent ones are not there")
class DccObjectTest {

    private static final List<String> NAMES = List.of("fnt", "fn", "gnt", "gn");
    private static final DccObject OBJECT = DccObject.of(NAMES, "ROSSI", null, "MARIA", "Maria");

    @Test
    void isTheMapOfItsMembers() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("fnt", "ROSSI");
        map.put("gnt", "MARIA");
        map.put("gn", "Maria");
        assertThat(OBJECT).isEqualTo(map).hasSameHashCodeAs(map).hasSize(3);
        assertThat(List.copyOf(OBJECT.keySet())).containsExactly("fnt", "gnt", "gn");
        List<String> visited = new ArrayList<>();
        OBJECT.forEach((name, value) -> visited.add(name + value));
        assertThat(visited).containsExactly("fntROSSI", "gntMARIA", "gnMaria");
        assertThat(Cbor.write(OBJECT)).isEqualTo(Cbor.write(map));
    }

    @Test
    void hasNoMemberThatIsAbsent() {
        assertThat(OBJECT.containsKey("fn")).isFalse();
        assertThat(OBJECT.get("fn")).isNull();
        assertThat(OBJECT.containsKey("dob")).isFalse();
        assertThat(OBJECT.get(1)).isNull();
    }

    @Test
    void cannotBeChanged() {
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> OBJECT.put("fn", "Rossi"));
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> OBJECT.remove("gn"));
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> OBJECT.entrySet().iterator().remove());
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> OBJECT.entrySet().iterator().next().setValue("x"));
    }

    @Test
    void needsAValueForEachName() {
        assertThatIllegalArgumentException().isThrownBy(() -> DccObject.of(NAMES, "ROSSI"));
    }

    @Test
    void tellsNothingPersonal() {
        assertThat(OBJECT).hasToString("DccObject[3 members]");
    }
}
