package io.consumo.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What start.sh must never get wrong: whom it ends, whom it accuses, what it reads. */
class ScriptsIT {

    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

    private static final String INSTALLATION = """
            set -euo pipefail
            ROOT=$PWD HOME_DIR=$CONSUMO_HOME
            for part in basics net parts installation; do . "local-stack/src/main/sh/$part.sh"; done
            """;

    @TempDir
    Path temporary;

    private Path home;

    @BeforeEach
    void resolveLinks() throws IOException {
        home = temporary.toRealPath();
    }

    @Test
    void statusIsNotZeroWhenNothingRuns() throws Exception {
        Outcome status = run("./start.sh --local status");
        assertThat(status.exitCode()).isEqualTo(1);
        assertThat(status.output()).containsPattern("kafka +DOWN").containsPattern("dashboard +DOWN");
    }

    @Test
    void stopLeavesAProcessAloneThatGotThePidOfAnEndedPart() throws Exception {
        Process stranger = sleeper("-Dsomebody=else");
        try {
            writePid("api", stranger);
            assertThat(run("./start.sh --local stop").output()).contains("Nothing was running");
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void stopEndsItsOwnPartsAndNotThoseOfAnotherInstallation() throws Exception {
        Process own = sleeper("-Dconsumo.part=" + home + ":api");
        Process other = sleeper("-Dconsumo.part=" + home + "-2:producer");
        try {
            writePid("api", own);
            writePid("producer", other);
            assertThat(run("./start.sh --local stop").output()).contains("Ended: api");
            assertThat(own.waitFor(Duration.ofSeconds(5))).isTrue();
            assertThat(other.isAlive()).isTrue();
        } finally {
            own.destroyForcibly();
            other.destroyForcibly();
        }
    }

    @Test
    void resetAsksFirst() throws Exception {
        Path data = Files.createDirectories(home.resolve("mongo"));
        assertThat(run("./start.sh --local reset").exitCode()).isEqualTo(1);
        assertThat(data).exists();
        assertThat(run("./start.sh --local reset --yes").exitCode()).isZero();
        assertThat(data).doesNotExist();
    }

    @Test
    void endsPostgresqlAlsoWhileItIsStillBeingStarted() throws Exception {
        Outcome ended = run(INSTALLATION + """
                (while [ ! -e '%1$s/go' ]; do sleep 0.1; done; touch '%1$s/started') &
                launched_postgres=$!
                (sleep 0.5; touch '%1$s/go') &
                stop_in_order postgres
                ls '%1$s'""".formatted(home));
        assertThat(ended.exitCode()).isZero();
        assertThat(ended.output()).contains("started");
    }

    @Test
    void whoDoesNotAnswerHasNothingToTell() throws Exception {
        Outcome asked = run(INSTALLATION + "MODE=local; PROBE_HOST=127.0.0.1; CONSUMO_CONSUMER_PORT=" + Ports.free()
                + "; told=$(health_of consumer); echo \"nothing:$told\"");
        assertThat(asked.output().strip()).isEqualTo("nothing:");
        assertThat(asked.exitCode()).isZero();
    }

    @Test
    void theHolderOfAPortIsNamed() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Outcome holder = run(". local-stack/src/main/sh/basics.sh; . local-stack/src/main/sh/net.sh; port_holder "
                    + socket.getLocalPort());
            assertThat(holder.output())
                    .contains("process " + ProcessHandle.current().pid() + ":")
                    .contains("java");
        }
    }

    @Test
    void theEnvironmentWinsOverTheEnvFile() throws Exception {
        Path file = home.resolve("env");
        Files.writeString(file, """
                # a comment
                CONSUMO_HOME=elsewhere
                CONSUMO_BANDS="7,13,19"
                export CONSUMO_ZONE=UTC # told
                not a setting
                """);
        Outcome read = run(". local-stack/src/main/sh/basics.sh; read_env_file '" + file
                + "'; echo \"$CONSUMO_HOME|$CONSUMO_BANDS|$CONSUMO_ZONE\"");
        assertThat(read.output().strip()).isEqualTo(home + "|7,13,19|UTC");
    }

    @Test
    void anInstallationInAFolderOfItsOwnDoesWithoutDocker() throws Exception {
        docker("exit 0");
        Outcome status = run(withDocker("./start.sh status"));
        assertThat(status.output()).contains("pid");
        assertThat(home.resolve("asked")).doesNotExist();
    }

    @Test
    void anEngineThatDoesNotAnswerIsToldInOneSentence() throws Exception {
        docker("exit 1");
        Outcome start = run(withDocker("./start.sh --docker"));
        assertThat(start.exitCode()).isEqualTo(1);
        assertThat(start.output().strip())
                .startsWith("No Docker engine answers.")
                .hasLineCount(1);
    }

    @Test
    void anEngineWithTooLittleMemoryIsToldInOneSentence() throws Exception {
        docker("case \"$*\" in *MemTotal*) echo 2000000000 ;; esac");
        Outcome start = run(withDocker("./start.sh --docker"));
        assertThat(start.exitCode()).isEqualTo(1);
        assertThat(start.output().strip())
                .startsWith("Docker's engine has 2000 MB of memory, and Consumo needs 3 GB.")
                .hasLineCount(1);
    }

    @Test
    void aPortThatIsTakenIsToldWithTheVariableThatMovesIt() throws Exception {
        docker("case \"$*\" in *MemTotal*) echo 8000000000 ;; *inspect*) exit 1 ;; esac");
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Outcome start = run(withDocker("CONSUMO_API_PORT=" + socket.getLocalPort() + " ./start.sh --docker"));
            assertThat(start.exitCode()).isEqualTo(1);
            assertThat(start.output())
                    .contains("Port " + socket.getLocalPort() + ", wanted by api, is taken by process "
                            + ProcessHandle.current().pid())
                    .contains("Move it with CONSUMO_API_PORT=...");
        }
    }

    private void docker(String does) throws IOException {
        Path docker = Files.createDirectories(home.resolve("bin")).resolve("docker");
        Files.writeString(docker, "#!/bin/sh\ntouch '" + home.resolve("asked") + "'\n" + does + "\n");
        assertThat(docker.toFile().setExecutable(true)).isTrue();
    }

    private String withDocker(String script) {
        return "PATH='" + home.resolve("bin") + "':$PATH; " + script;
    }

    @Test
    void onlyANewerSourceOrAMissingJarMakesItBuild() throws Exception {
        Path source =
                Files.createDirectories(home.resolve("common-model/src/main")).resolve("Energy.java");
        Files.createFile(source);
        Files.createDirectories(home.resolve("common-service/src/main"));
        Files.createFile(home.resolve("pom.xml"));
        Files.createDirectories(home.resolve("local-stack/target/lib"));
        Files.createDirectories(home.resolve("bench/target/lib"));
        for (String module : List.of(
                "local-stack",
                "bench",
                "consumer-service",
                "producer-service",
                "api-service",
                "archiver-service",
                "dashboard-service")) {
            Files.createDirectories(home.resolve(module + "/src/main"));
            Files.createFile(home.resolve(module + "/pom.xml"));
            Files.createFile(
                    Files.createDirectories(home.resolve(module + "/target")).resolve(module + "-1.0.0-SNAPSHOT.jar"));
        }
        assertThat(needsBuild()).isFalse();

        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(5)));
        assertThat(needsBuild()).isTrue();

        Files.delete(source);
        Files.delete(home.resolve("api-service/target/api-service-1.0.0-SNAPSHOT.jar"));
        assertThat(needsBuild()).isTrue();
    }

    private boolean needsBuild() throws IOException, InterruptedException {
        return run("ROOT='" + home + "'; HOME_DIR=$ROOT/home; . local-stack/src/main/sh/parts.sh;"
                                + " . local-stack/src/main/sh/build.sh; needs_build")
                        .exitCode()
                == 0;
    }

    private record Outcome(int exitCode, String output) {}

    private Outcome run(String script) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", script)
                .directory(PROJECT.toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.environment().put("CONSUMO_HOME", home.toString());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), output);
    }

    /** The argument stands in the process's command line, as the mark of a part does. */
    private static Process sleeper(String argument) throws IOException {
        return new ProcessBuilder("bash", "-c", "read -r _", "bash", argument, "last").start();
    }

    private void writePid(String part, Process process) throws IOException {
        Path run = Files.createDirectories(home.resolve("run"));
        Files.writeString(run.resolve(part + ".pid"), process.pid() + "\n");
    }
}
