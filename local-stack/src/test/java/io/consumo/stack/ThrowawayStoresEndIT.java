package io.consumo.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ThrowawayStoresEndIT {

    private static final int STORES = 3;
    private static final Pattern PORT = Pattern.compile(":(\\d+)");

    @Test
    void whenTheJvmThatTookThemIsKilled() throws Exception {
        Process holder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        StoreHolder.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<Integer> ports = ports(holder);
        assertThat(ports).hasSize(STORES).allMatch(ThrowawayStoresEndIT::isOpen);

        holder.destroyForcibly().waitFor();

        await().atMost(Duration.ofSeconds(20)).until(() -> ports.stream().noneMatch(ThrowawayStoresEndIT::isOpen));
    }

    private static List<Integer> ports(Process holder) throws IOException {
        List<Integer> ports = new ArrayList<>();
        BufferedReader output = holder.inputReader();
        while (ports.size() < STORES) {
            String line = Objects.requireNonNull(output.readLine(), "the holder ended");
            Matcher address = PORT.matcher(line);
            if (address.find()) {
                ports.add(Integer.valueOf(address.group(1)));
            }
        }
        return ports;
    }

    private static boolean isOpen(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }
}
