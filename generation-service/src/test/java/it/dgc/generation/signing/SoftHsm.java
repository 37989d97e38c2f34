package it.dgc.generation.signing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * SoftHSM2 as installed on this machine, with its tokens in a directory of the test.
 *
 * @param library its PKCS#11 library
 * @param directory of settings and tokens
 */
record SoftHsm(Path library, Path directory) {

    /** Where {@code -Ddgc.softhsm=...} says, else where the packages of Debian, Fedora and Homebrew put it. */
    static Optional<Path> installed() {
        return Stream.concat(Stream.ofNullable(System.getProperty("dgc.softhsm")), Stream.of(
                "/usr/lib/softhsm/libsofthsm2.so", "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so",
                "/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so", "/usr/lib64/pkcs11/libsofthsm2.so",
                "/usr/local/lib/softhsm/libsofthsm2.so", "/opt/homebrew/lib/softhsm/libsofthsm2.so"))
                .map(Path::of).filter(Files::isRegularFile).findFirst();
    }

    static boolean isInstalled() {
        return installed().isPresent() && Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "softhsm2-util")));
    }

    static SoftHsm in(Path directory) throws IOException {
        Files.createDirectory(directory.resolve("tokens"));
        Files.writeString(settings(directory), "directories.tokendir = " + directory.resolve("tokens")
                + "\nobjectstore.backend = file\nlog.level = ERROR\nslots.removable = false\n");
        return new SoftHsm(installed().orElseThrow(), directory);
    }

    void makeToken(String pin) {
        run("softhsm2-util", "--init-token", "--free", "--label", "test", "--so-pin", "13572468", "--pin", pin);
    }

    /** Runs a program of this class path to its end. */
    void run(Class<?> main, String... arguments) {
        Stream<String> java = Stream.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
                main.getName());
        run(Stream.concat(java, Stream.of(arguments)).toArray(String[]::new));
    }

    private void run(String... command) {
        Path output = directory.resolve("output.txt");
        ProcessBuilder builder = new ProcessBuilder(List.of(command)).redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("SOFTHSM2_CONF", settings(directory).toString());
        try {
            Process process = builder.start();
            if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new AssertionError(command[0] + " failed: " + Files.readString(output));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static Path settings(Path directory) {
        return directory.resolve("softhsm2.conf");
    }
}
