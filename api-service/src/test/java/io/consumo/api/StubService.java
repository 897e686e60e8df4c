package io.consumo.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** One of the other services, as far as a test says what it answers. */
public final class StubService {

    private record Reply(int status, String body) {}

    private final Map<String, Reply> replies = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    public StubService() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    public String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** @param request method and path, such as {@code GET /internal/rules} */
    public void answers(String request, int status, String body) {
        replies.put(request, new Reply(status, body.replace('\'', '"')));
    }

    /** What it was asked since the last time: method, path, X-Consumo-By and body. */
    public List<String> asked() {
        List<String> all = List.copyOf(asked);
        asked.clear();
        return all;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        String by = exchange.getRequestHeaders().getFirst("X-Consumo-By");
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        asked.add((request + (by == null ? "" : " by " + by) + " " + body).strip());
        boolean isOurs =
                "consumo-demo-secret".equals(exchange.getRequestHeaders().getFirst("X-Consumo-Secret"));
        Reply reply = isOurs
                ? replies.getOrDefault(request, new Reply(404, "{\"detail\":\"nothing at " + request + "\"}"))
                : new Reply(401, "");
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        byte[] bytes = reply.body().getBytes(UTF_8);
        exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
