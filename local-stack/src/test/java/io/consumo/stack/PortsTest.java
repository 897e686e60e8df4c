package io.consumo.stack;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Scanner;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class PortsTest {

    @Test
    void noneIsGivenTwiceOrWhileSomebodyListens() throws IOException {
        int next = Ports.free() + 1;
        try (ServerSocket taken = new ServerSocket(next, 1, InetAddress.getLoopbackAddress())) {
            assertThat(IntStream.range(0, 2_000).map(_ -> Ports.free()))
                    .doesNotHaveDuplicates()
                    .doesNotContain(taken.getLocalPort())
                    .allMatch(port -> port >= Ports.FIRST && port < Ports.LAST);
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void noConnectionIsGivenOne() throws IOException {
        try (Scanner range = new Scanner(Path.of("/proc/sys/net/ipv4/ip_local_port_range"), US_ASCII)) {
            assertThat(range.nextInt()).isGreaterThanOrEqualTo(Ports.LAST);
        }
    }
}
