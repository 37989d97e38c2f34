package it.dgc.deploy.compose;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the tests ask of {@code docker-compose.yml}. */
record ComposeFile(Map<String, Object> content) {

    static ComposeFile ofProject() {
        return new ComposeFile(ProjectFile.yaml("docker-compose.yml"));
    }

    Map<String, Map<String, Object>> services() {
        return children(content.get("services"));
    }

    Map<String, String> environment(String service) {
        Map<?, ?> environment = (Map<?, ?>) services().get(service).get("environment");
        return environment.entrySet().stream().collect(Collectors.toMap(entry -> entry.getKey().toString(),
                entry -> Objects.toString(entry.getValue())));
    }

    Stream<String> images() {
        return services().values().stream().map(service -> service.get("image").toString());
    }

    List<String> publishedPorts() {
        return services().values().stream().map(service -> service.get("ports")).filter(Objects::nonNull)
                .flatMap(ports -> ((List<?>) ports).stream()).map(Object::toString).toList();
    }

    /** @return secret name and file */
    Map<String, String> secretFiles() {
        return children(content.get("secrets")).entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
                secret -> secret.getValue().get("file").toString()));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Map<String, Object>> children(Object node) {
        return (Map<String, Map<String, Object>>) node;
    }
}
