package it.dgc.deploy.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import it.dgc.deploy.backends.ChildJvm;
import it.dgc.deploy.local.cli.Dgc;
import it.dgc.deploy.local.platform.DataDirectory;

/** Parts of the platform, each in a process of its own as {@code ./dgc run} starts it, so that each one's CPU time is known. */
final class Parts implements AutoCloseable {

    /** What a service has in production: both compilers, and no more memory than the goal allows. */
    static final List<String> AS_IN_PRODUCTION = List.of("-XX:TieredStopAtLevel=4", "-Xmx256m",
            "-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED");

    private final Path directory;
    private final List<ChildJvm> started = new ArrayList<>();

    Parts() throws IOException {
        directory = Files.createTempDirectory("dgc-bench");
    }

    DataDirectory data() {
        return new DataDirectory(directory.resolve("data"));
    }

    /** Returns when the part is ready. */
    ChildJvm start(String name, List<String> options, String... arguments) {
        List<String> all = new ArrayList<>(List.of("run", name, "--port", "0", "--data-dir",
                directory.resolve("data").toString()));
        all.addAll(Arrays.asList(arguments));
        ChildJvm part = ChildJvm.start(Dgc.class, directory.resolve(name + ".err"), options,
                all.toArray(String[]::new));
        started.addFirst(part);
        return part;
    }

    /** @return host and port of a part that is started with what it has by itself */
    String address(String name, String... arguments) {
        return address(start(name, List.of(), arguments));
    }

    static String address(ChildJvm part) {
        String said = part.address();
        return said.substring(said.lastIndexOf(' ') + 1);
    }

    /** The last that was started goes first. */
    @Override
    public void close() {
        started.forEach(ChildJvm::kill);
    }
}
