package it.dgc.deploy.compose;

import java.io.InputStream;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;
import org.yaml.snakeyaml.Yaml;

/**
 * The settings of one service, read off its settings records; {@code []} stands for any index.
 *
 * @param names canonical names of all settings
 * @param required those that must be given and have neither a default nor a value in the service's own file
 */
record ServiceSettings(Set<String> names, Set<String> required) {

    /**
     * @param basePackage where the settings records are
     * @param ownFile the service's own settings, a resource
     */
    static ServiceSettings of(String basePackage, String ownFile) {
        Map<String, Boolean> all = new TreeMap<>();
        records(basePackage).forEach(type -> collect(prefix(type), type, all));
        Set<String> given = keysOf(ownFile);
        Set<String> required = all.entrySet().stream().filter(Map.Entry::getValue).map(Map.Entry::getKey)
                .filter(name -> !given.contains(name)).collect(Collectors.toSet());
        return new ServiceSettings(all.keySet(), required);
    }

    private static Stream<Class<?>> records(String basePackage) {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        return scanner.findCandidateComponents(basePackage).stream().map(BeanDefinition::getBeanClassName)
                .map(name -> ClassUtils.resolveClassName(name, null));
    }

    private static String prefix(Class<?> type) {
        return type.getAnnotation(ConfigurationProperties.class).value();
    }

    private static void collect(String prefix, Class<?> type, Map<String, Boolean> into) {
        for (Parameter component : type.getDeclaredConstructors()[0].getParameters()) {
            collect(prefix + '.' + dashed(component.getName()), component.getParameterizedType(),
                    isRequired(component), into);
        }
    }

    private static void collect(String name, Type type, boolean required, Map<String, Boolean> into) {
        if (type instanceof ParameterizedType list && Collection.class.isAssignableFrom((Class<?>) list.getRawType())) {
            collect(name + "[]", list.getActualTypeArguments()[0], required, into);
        } else if (type instanceof Class<?> nested && nested.isRecord()) {
            collect(name, nested, into);
        } else {
            into.put(name, required);
        }
    }

    private static boolean isRequired(Parameter component) {
        return !component.isAnnotationPresent(DefaultValue.class) && Stream.of(NotNull.class, NotBlank.class,
                NotEmpty.class).anyMatch(component::isAnnotationPresent);
    }

    private static String dashed(String name) {
        return ConfigurationPropertyName.adapt(name.replaceAll("(\\p{Lu})", "-$1"), '.').toString();
    }

    private static Set<String> keysOf(String ownFile) {
        InputStream own = ServiceSettings.class.getResourceAsStream(ownFile);
        Map<String, Object> tree = new Yaml().load(own);
        return flatten("", tree).collect(Collectors.toSet());
    }

    private static Stream<String> flatten(String prefix, Map<?, ?> tree) {
        return tree.entrySet().stream().flatMap(entry -> entry.getValue() instanceof Map<?, ?> below
                ? flatten(prefix + entry.getKey() + '.', below)
                : Stream.of(prefix + entry.getKey()));
    }
}
