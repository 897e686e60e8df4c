package io.consumo.model.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;
import java.util.stream.Stream;

/** Requests that no client of ours would send, byte by byte, since a proper HTTP client refuses to. */
public final class OddRequests {

    private static final int PATIENCE_MILLIS = 30_000;
    private static final int TOO_LONG = 20_000;
    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "BREW", "get");
    private static final List<String> TYPES = List.of("application/json", "text/xml", "no type", "*/*");
    private static final List<String> BODIES =
            List.of("", "{", "[]", "null", "7", "{\"a\":", "\0\0\u00ff", "[".repeat(TOO_LONG));
    private static final List<String> ENDS = List.of(
            "/%00",
            "%",
            "%zz",
            "?a=%00",
            "?a=%ff&a",
            "?" + "a".repeat(TOO_LONG),
            "/" + "a".repeat(TOO_LONG),
            "/%2e%2e/%2e%2e/etc/passwd",
            "/../../etc/passwd",
            "//",
            ";a=b",
            "/\u00e9",
            "/a%2fb",
            "\\");

    private OddRequests() {}

    /** What came back; status 0 where the server hung up without a word. */
    public record Answer(String request, int status, String body) {

        /** Whether it is the server's own failure, or tells what belongs into its log. */
        public boolean isFailure() {
            boolean isRefusedByName = status == 501 || status == 505;
            return (status >= 500 && !isRefusedByName) || body.contains("\tat ") || body.contains("Exception");
        }

        public boolean isAnswered() {
            return status >= 200 && status < 300;
        }

        @Override
        public String toString() {
            return request.substring(0, Math.min(120, request.length())) + " -> " + status + " " + body;
        }
    }

    /** @param headers whole lines that come with each request */
    public static List<Answer> sendAll(int port, List<String> headers, List<String> paths) {
        return paths.stream()
                .flatMap(OddRequests::lines)
                .map(request -> send(port, headers, request))
                .toList();
    }

    private record Request(String line, String type, String body) {}

    private static Stream<Request> lines(String path) {
        Stream<Request> methods =
                METHODS.stream().map(method -> new Request(method + " " + path + " HTTP/1.1", TYPES.getFirst(), ""));
        Stream<Request> ends =
                ENDS.stream().map(end -> new Request("GET " + path + end + " HTTP/1.1", TYPES.getFirst(), ""));
        Stream<Request> bodies = TYPES.stream()
                .flatMap(type -> BODIES.stream().map(body -> new Request("POST " + path + " HTTP/1.1", type, body)));
        Stream<Request> others = Stream.of("GET " + path + " HTTP/9.9", "GET", "\0\0\0", "GET http://[ HTTP/1.1")
                .map(line -> new Request(line, TYPES.getFirst(), ""));
        return Stream.of(methods, ends, bodies, others).flatMap(requests -> requests);
    }

    private static Answer send(int port, List<String> headers, Request request) {
        StringBuilder text = new StringBuilder(request.line()).append("\r\nHost: localhost\r\nConnection: close\r\n");
        headers.forEach(header -> text.append(header).append("\r\n"));
        byte[] body = request.body().getBytes(ISO_8859_1);
        text.append("Content-Type: ").append(request.type()).append("\r\nContent-Length: ");
        text.append(body.length).append("\r\n\r\n").append(request.body());
        String answer = answer(port, text.toString().getBytes(ISO_8859_1));
        int status = answer.startsWith("HTTP/1.") ? Integer.parseInt(answer.substring(9, 12)) : 0;
        int head = answer.indexOf("\r\n\r\n");
        return new Answer(request.line() + " " + request.body(), status, head < 0 ? "" : answer.substring(head + 4));
    }

    private static String answer(int port, byte[] request) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            return answer(socket, request);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String answer(Socket socket, byte[] request) throws IOException {
        try {
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        } catch (SocketException e) {
            // The server hung up while the request was still being written.
            return "";
        }
    }
}
