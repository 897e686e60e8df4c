package io.consumo.archiver.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.function.Function;
import picocli.CommandLine;

/** A service that gives one answer, and the command that asks it with its output caught. */
final class StubArchiver implements AutoCloseable {

    private final HttpServer server;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private String asked = "";

    StubArchiver(int status, String answer) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> answer(exchange, status, answer));
        server.start();
    }

    int run(Function<ArchiverClient, Object> command, String... args) {
        String address = "http://localhost:" + server.getAddress().getPort();
        CommandLine line = CommandLines.of(command.apply(new ArchiverClient(address, "secret", "cli:ana")));
        return line.setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }

    /** Path, secret and user of the last question. */
    String asked() {
        return asked;
    }

    String out() {
        return out.toString();
    }

    String err() {
        return err.toString();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange, int status, String answer) throws IOException {
        asked = exchange.getRequestURI() + " "
                + exchange.getRequestHeaders().getFirst("X-Consumo-Secret") + " "
                + exchange.getRequestHeaders().getFirst("X-Consumo-User");
        byte[] body = answer.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
