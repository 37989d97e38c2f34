package it.dgc.deploy.compose;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Says which variables of an environment name no setting, and which required settings no variable names. The name of a
 * variable follows from the setting's: capitals, no hyphens, underscores for dots and around an index (Spring Boot,
 * relaxed binding from environment variables).
 *
 * @param known canonical names of settings
 * @param required those that must be there
 */
record EnvironmentCheck(Set<String> known, Set<String> required) {

    private static final String INDEX = "[]";

    List<String> faults(Collection<String> variables) {
        Stream<String> unknown = variables.stream().filter(variable -> known.stream().noneMatch(
                name -> names(variable, name))).map(variable -> variable + " names no setting");
        Stream<String> missing = required.stream().filter(name -> variables.stream().noneMatch(
                variable -> names(variable, name))).map(name -> name + " is not set");
        return Stream.concat(unknown, missing).toList();
    }

    private static boolean names(String variable, String setting) {
        String pattern = setting.replace("-", "").replace(INDEX, "_\\d+").replace('.', '_');
        return variable.matches("(?i)" + pattern) && variable.equals(variable.toUpperCase(Locale.ROOT));
    }
}
