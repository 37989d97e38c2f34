package it.dgc.deploy.local.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The script {@code dgc} in a project of its own, with JDKs that only say that they were started. */
@DisplayName("The launcher")
class LauncherTest {

    private static final Path SCRIPT = Path.of(System.getProperty("dgc.root", "../.."), "dgc");
    private static final String TARGET = "deploy/local-platform/target/";
    private static final int FIRST_WITH_CACHE = 25;
    private static final FileTime BEFORE_THE_BUILD = secondsAgo(60);
    private static final FileTime OF_THE_BUILD = secondsAgo(30);
    private static final FileTime AFTER_THE_BUILD = secondsAgo(20);

    @TempDir
    private Path directory;
    private Path root;

    @BeforeEach
    void makeAProject() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "needs a POSIX shell");
        root = Files.createDirectories(directory.resolve("a project"));
        Files.copy(SCRIPT, root.resolve("dgc"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.createDirectories(root.resolve("deploy/local-platform/target/lib"));
        Files.createDirectories(root.resolve("common-dgc/src/main/java"));
        Files.writeString(root.resolve("deploy/local-platform/target/local-platform.jar"), "");
        maven("echo built >&2", "mkdir -p deploy/local-platform/target/lib",
                "touch deploy/local-platform/target/local-platform.jar");
        built();
        cached("");
    }

    @Test
    void prefersTheFavouredJdk() throws Exception {
        assertThat(launch(Map.of(), jdk(21), jdk(25), jdk(26), jdk(17)).output()).startsWith("jdk 25:");
    }

    @Test
    void takesTheNewestWhereTheFavouredIsMissing() throws Exception {
        assertThat(launch(Map.of(), jdk(21), jdk(24), jdk(23)).output()).startsWith("jdk 24:");
    }

    @Test
    void takesTheOneThatTheUserChose() throws Exception {
        assertThat(launch(Map.of("JAVA_HOME", jdk(22).toString()), jdk(25)).output()).startsWith("jdk 22:");
    }

    @Test
    void passesOverAnOldChoice() throws Exception {
        assertThat(launch(Map.of("JAVA_HOME", jdk(17).toString()), jdk(21)).output()).startsWith("jdk 21:");
    }

    @Test
    void passesOverARuntimeWithoutCompiler() throws Exception {
        Path runtime = jdk(25);
        Files.delete(runtime.resolve("bin/javac"));

        assertThat(launch(Map.of(), runtime, jdk(21)).output()).startsWith("jdk 21:");
    }

    @Test
    void saysInOneSentenceWhatToInstall() throws Exception {
        Launch launch = launch(Map.of(), jdk(17));

        assertThat(launch.exitCode()).isEqualTo(1);
        assertThat(launch.output().lines()).singleElement().asString().contains("no JDK of version 21 or newer found",
                "install one");
    }

    @Test
    @DisplayName("Warnings that a newer JDK would print are answered only where it knows the option")
    void givesEachJdkOnlyOptionsThatItKnows() throws Exception {
        assertThat(launch(Map.of(), jdk(21)).output()).doesNotContain("sun-misc-unsafe");
        assertThat(launch(Map.of(), jdk(25)).output()).contains("--sun-misc-unsafe-memory-access=allow");
    }

    @Test
    void passesArgumentsWithBlanksAndTheStandardInput() throws Exception {
        Launch launch = launchWith(Map.of(), List.of("notify", "a file.json", "-"), "from stdin", jdk(25));

        assertThat(launch.output()).contains("[it.dgc.deploy.local.cli.Dgc][notify][a file.json][-]")
                .contains("from stdin").doesNotContain("built");
    }

    @Test
    void buildsAndRunsTheBenchmarksAsAProgramOfTheirOwn() throws Exception {
        maven("echo \"$@\" > maven-arguments", "mkdir -p deploy/benchmarks/target/lib",
                "touch deploy/benchmarks/target/benchmarks.jar");
        Files.createDirectories(root.resolve("deploy/benchmarks/src/main/java"));

        Launch launch = launchWith(Map.of(), List.of("bench", "--short"), "", jdk(25));

        assertThat(Files.readString(root.resolve("maven-arguments"))).contains("-pl deploy/benchmarks -am package");
        assertThat(launch.output()).contains("[it.dgc.deploy.benchmarks.Bench][--results]["
                + root.toRealPath().resolve("deploy/benchmarks/results") + "][--short]")
                .doesNotContain("TieredStopAtLevel");
        assertThat(launchWith(Map.of(), List.of("bench"), "", jdk(25)).output()).doesNotContain("building");
        assertThat(launch(Map.of(), jdk(25)).output()).doesNotContain("building");
    }

    @Test
    void handsOnTheExitCode() throws Exception {
        assertThat(launch(Map.of("EXIT", "7"), jdk(25)).exitCode()).isEqualTo(7);
    }

    @Test
    void buildsNothingWhereNothingChanged() throws Exception {
        assertThat(launch(Map.of(), jdk(25)).output()).doesNotContain("building");
    }

    @Test
    void buildsWhereASourceIsNewer() throws Exception {
        Files.writeString(root.resolve("common-dgc/src/main/java/New.java"), "");

        Launch launch = launch(Map.of(), jdk(25));

        assertThat(launch.output()).contains("building the platform with JDK 25").contains("jdk 25:");
        assertThat(launch(Map.of(), jdk(25)).output()).doesNotContain("building");
    }

    @Test
    void buildsWhereTheJarIsMissing() throws Exception {
        Files.delete(root.resolve("deploy/local-platform/target/local-platform.jar"));

        assertThat(launch(Map.of(), jdk(25)).output()).contains("building");
    }

    @Test
    void buildsNothingForATest() throws Exception {
        Files.createDirectories(root.resolve("common-dgc/src/test/java"));
        Files.writeString(root.resolve("common-dgc/src/test/java/NewTest.java"), "");

        assertThat(launch(Map.of(), jdk(25)).output()).doesNotContain("building");
    }

    @Test
    void showsTheLastUsefulLinesOfAFailedBuildAndBuildsAgain() throws Exception {
        maven("echo '[INFO] noise'", "echo '[ERROR] Some.java:[1,2] the reason'", "exit 1");
        Files.writeString(root.resolve("common-dgc/src/main/java/New.java"), "");

        Launch launch = launch(Map.of(), jdk(25));

        assertThat(launch.exitCode()).isEqualTo(1);
        assertThat(launch.output()).contains("the build failed", "build.log", "the reason").doesNotContain("noise",
                "jdk 25:");
        assertThat(launch(Map.of(), jdk(25)).output()).contains("the build failed");
    }

    @Test
    void worksThroughALink() throws Exception {
        Path link = Files.createSymbolicLink(directory.resolve("link"), root.resolve("dgc"));

        assertThat(run(List.of(link.toString(), "up"), Map.of("DGC_JDKS", jdk(25).toString()), "").output())
                .startsWith("jdk 25:");
    }

    @Test
    void rehearsesAStartAfterABuildAndUsesWhatThatMade() throws Exception {
        Files.writeString(root.resolve("common-dgc/src/main/java/New.java"), "");

        assertThat(launch(Map.of(), jdk(25)).output()).contains("rehearsing one start", usesTheCache());
        assertThat(Files.readString(root.resolve("target/rehearsal.log"))).contains("[rehearse]");
        assertThat(launch(Map.of(), jdk(25)).output()).startsWith("jdk 25:").contains(usesTheCache());
    }

    @Test
    void leavesTheCacheAloneForCommandsThatStartNothing() throws Exception {
        cached("learnt before");
        assertThat(launchWith(Map.of(), List.of("verify", "HC1:"), "", jdk(25)).output()).doesNotContain("AOTCache");
        Files.delete(root.resolve(TARGET + "dgc.aot"));
        assertThat(launchWith(Map.of(), List.of("verify", "HC1:"), "", jdk(25)).output()).startsWith("jdk 25:");
    }

    @Test
    void rehearsesAgainForOtherJarsAndForAnotherJdk() throws Exception {
        cached("learnt before");
        assertThat(launch(Map.of(), jdk(25)).output()).doesNotContain("rehearsing").contains(usesTheCache());
        assertThat(launch(Map.of(), jdk(26)).output()).contains("rehearsing", usesTheCache());
        Files.writeString(root.resolve(TARGET + "lib/new.jar"), "");
        assertThat(launch(Map.of(), jdk(26)).output()).contains("rehearsing", usesTheCache());
    }

    @Test
    void goesOnWhereARehearsalFailsAndDoesNotTryAgainBeforeTheNextBuild() throws Exception {
        Files.delete(root.resolve(TARGET + "dgc.aot"));
        Map<String, String> failing = Map.of("REHEARSAL", "fails");

        assertThat(launch(failing, jdk(25)).output()).contains("the rehearsal failed", "jdk 25:")
                .doesNotContain("AOTCache=");
        assertThat(launch(failing, jdk(25)).output()).startsWith("jdk 25:");
    }

    @Test
    void makesNoCacheWhereTheJdkIsTooOldOrTheUserWantsNone() throws Exception {
        Files.delete(root.resolve(TARGET + "dgc.aot"));

        assertThat(launch(Map.of(), jdk(24)).output()).startsWith("jdk 24:").doesNotContain("AOT");
        assertThat(launch(Map.of("DGC_JAVA_OPTS", "-XX:AOTMode=off"), jdk(25)).output()).startsWith("jdk 25:")
                .doesNotContain("AOTCache");
        assertThat(launchWith(Map.of(), List.of("bench"), "", jdk(25)).output()).doesNotContain("AOTCache");
    }

    @Test
    void startsInSilenceWithACacheThatIsBroken() throws Exception {
        assumeTrue(Runtime.version().feature() >= FIRST_WITH_CACHE, "needs a JDK that knows the cache");
        theRealProgram();
        Path jdk = Path.of(System.getProperty("java.home"));
        cached("not what it should be");
        Files.copy(jdk.resolve("release"), root.resolve(TARGET + "dgc.aot.jdk"), StandardCopyOption.REPLACE_EXISTING);

        Launch launch = launchWith(Map.of("JAVA_HOME", jdk.toString()), List.of("up", "--help"), "");

        assertThat(launch.output()).startsWith("Usage: dgc up").doesNotContainIgnoringCase("aot", "warning");
        assertThat(launch.exitCode()).isZero();
    }

    private void theRealProgram() throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH,
                Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                        .map(entry -> Path.of(entry).toUri().toString()).collect(Collectors.joining(" ")));
        Path jar = root.resolve(TARGET + "local-platform.jar");
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();
        Files.setLastModifiedTime(jar, OF_THE_BUILD);
    }

    private String usesTheCache() throws IOException {
        return "[-XX:AOTCache=" + root.toRealPath().resolve(TARGET + "dgc.aot") + "]";
    }

    private void cached(String learnt) throws IOException {
        Files.copy(jdk(25).resolve("release"), root.resolve(TARGET + "dgc.aot.jdk"),
                StandardCopyOption.REPLACE_EXISTING);
        Path cache = Files.writeString(root.resolve(TARGET + "dgc.aot"), learnt);
        Files.setLastModifiedTime(cache, AFTER_THE_BUILD);
    }

    private Path jdk(int version) throws IOException {
        Path home = Files.createDirectories(directory.resolve("jdks/jdk " + version));
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + ".0.1\"\n");
        script(home.resolve("bin/javac"), "exit 0");
        script(home.resolve("bin/java"),
                "case \"$*\" in *' rehearse') for option; do case $option in -XX:AOTCacheOutput=*) [ -n \"${REHEARSAL:-}\" ] || echo learnt >\"${option#*=}\" ;; esac; done ;; esac",
                "printf 'jdk " + version + ":'", "printf '[%s]' \"$@\"", "cat",
                "exit ${EXIT:-0}");
        return home;
    }

    private void maven(String... lines) throws IOException {
        script(root.resolve("mvnw"), lines);
    }

    private void built() throws IOException {
        Path stamp = Files.writeString(root.resolve("deploy/local-platform/target/dgc.stamp"), "");
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(file -> !file.equals(stamp)).toList()) {
                Files.setLastModifiedTime(file, BEFORE_THE_BUILD);
            }
        }
        Files.setLastModifiedTime(stamp, OF_THE_BUILD);
    }

    private static FileTime secondsAgo(int seconds) {
        return FileTime.from(Instant.now().minusSeconds(seconds));
    }

    private static void script(Path file, String... lines) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Launch launch(Map<String, String> environment, Path... jdks) throws Exception {
        return launchWith(environment, List.of("up"), "", jdks);
    }

    private Launch launchWith(Map<String, String> environment, List<String> arguments, String input, Path... jdks)
            throws Exception {
        List<String> command = new ArrayList<>(List.of(root.resolve("dgc").toString()));
        command.addAll(arguments);
        Map<String, String> all = new HashMap<>(environment);
        all.put("DGC_JDKS", Stream.of(jdks).map(Path::toString).collect(Collectors.joining("\n")));
        return run(command, all, input);
    }

    private Launch run(List<String> command, Map<String, String> environment, String input) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeAll(List.of("JAVA_HOME", "DGC_JAVA_OPTS"));
        builder.environment().put("PATH", "/usr/bin:/bin");
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.outputWriter(UTF_8).append(input).close();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Launch(process.waitFor(), output);
    }

    private record Launch(int exitCode, String output) {}
}
