package it.dgc.portal.api;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

@DisplayName("OpenAPI 3.1: what is described is what is there, and the reverse")
class DescriptionTest {

    private static final JsonNode DESCRIPTION = description();

    @Test
    void namesEveryPathAndMethodAndNoOther() {
        Set<String> described = DESCRIPTION.get("paths").properties().stream().flatMap(path -> path.getValue()
                .propertyNames().stream().map(method -> method.toUpperCase(Locale.ROOT) + ' ' + path.getKey()))
                .collect(Collectors.toSet());
        Set<String> mapped = Stream.of(CaptchaController.class, FormsController.class, OpenApiController.class)
                .flatMap(DescriptionTest::operations).collect(Collectors.toSet());
        assertThat(described).hasSize(7).isEqualTo(mapped);
    }

    static Stream<Arguments> fields() {
        return Stream.of(arguments("AuthcodeBody", FormsController.AUTHCODE_BODY),
                arguments("NoCardBody", FormsController.NO_CARD_BODY),
                arguments("CodeBody", FormsController.CODE_BODY),
                arguments("Code", components(FormsController.Code.class)),
                arguments("Files", components(FormsController.Files.class)),
                arguments("Work", components(CaptchaController.Work.class)),
                arguments("TypedCode", components(CaptchaController.Code.class)));
    }

    @ParameterizedTest
    @MethodSource("fields")
    void namesEveryFieldAndNoOther(String schema, Set<String> fields) {
        JsonNode described = DESCRIPTION.at("/components/schemas/" + schema);
        assertThat(described.get("properties").propertyNames()).containsExactlyInAnyOrderElementsOf(fields);
        assertThat(described.get("required").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrderElementsOf(fields);
    }

    @Test
    void refersToAllThatItDefinesAndToNothingElse() {
        Set<String> referred = DESCRIPTION.findValues("$ref").stream().map(ref -> ref.asString().substring(1))
                .collect(Collectors.toSet());
        Set<String> defined = DESCRIPTION.get("components").properties().stream()
                .flatMap(kind -> kind.getValue().propertyNames().stream()
                        .map(name -> "/components/" + kind.getKey() + '/' + name))
                .collect(Collectors.toSet());
        assertThat(referred).isEqualTo(defined);
    }

    static JsonNode description() {
        try (InputStream file = OpenApiController.class.getResourceAsStream("openapi.yaml")) {
            return new JsonMapper().valueToTree(new Yaml().<Object>load(file));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<String> operations(Class<?> controller) {
        RequestMapping all = AnnotatedElementUtils.findMergedAnnotation(controller, RequestMapping.class);
        String base = all == null ? "" : all.path()[0];
        return Arrays.stream(controller.getDeclaredMethods()).flatMap(method -> operation(base, method));
    }

    private static Stream<String> operation(String base, Method method) {
        RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
        return mapping == null
                ? Stream.empty()
                : Stream.of(mapping.method()[0] + " " + base
                        + Arrays.stream(mapping.path()).findFirst().orElse("").replaceAll("\\{(\\w+):.*}", "{$1}"));
    }

    private static Set<String> components(Class<? extends Record> type) {
        return Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).collect(Collectors.toSet());
    }
}
