package io.consumo.model.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Requests that no client of ours would send, byte by byte, since a proper HTTP client refuses to: a list of those that
 * have hurt servers, and seeded mutations of good ones. Each is told as it was sent, so that it can be sent again.
 */
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
            "?a=1&=2",
            "?" + "a".repeat(TOO_LONG),
            "/" + "a".repeat(TOO_LONG),
            "/%2e%2e/%2e%2e/etc/passwd",
            "/../../etc/passwd",
            "//",
            ";a=b",
            "/\u00e9",
            "/a%2fb",
            "\\");

    /** Of each path; the same ones in each run, so that a failure comes again, and more of them where more are wanted. */
    private static final int MUTATIONS = Integer.getInteger("consumo.mutations", 150);

    private static final int MOST_CHANGES = 4;

    /** Between which parsers change their mind. */
    private static final String TELLING = "\0\t\r\n \"%&+,-./0:;=?[\\]{}e\u0080\u00ff";

    private static final List<String> GOOD_BODIES = List.of(
            "{\"page\":0,\"from\":\"2026-01-31\",\"value\":-1.5e3,\"name\":\"\u00f1\",\"all\":[true,null]}",
            "{\"clientId\":\"C-1\",\"start\":\"2026-03-29T02:00:00+01:00\",\"length\":\"PT1H\",\"kwh\":0.5}",
            "{\"days\":3,\"clients\":5,\"kind\":\"backfill\",\"status\":\"CONFIRMED\",\"note\":\"x\"}");

    private static final String GOOD_QUERY =
            "?from=2026-01-01&to=2026-02-01&page=0&size=20&sort=clientId,asc&type=SPIKE&hours=48";

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
                .flatMap(path -> Stream.concat(lines(path), mutations(path)))
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
        Stream<Request> others = Stream.of(
                        "GET " + path + " HTTP/9.9",
                        "TRACE " + path + "?a=%2 HTTP/1.1",
                        "GET",
                        "\0\0\0",
                        "GET http://[ HTTP/1.1")
                .map(line -> new Request(line, TYPES.getFirst(), ""));
        return Stream.of(methods, ends, bodies, others).flatMap(requests -> requests);
    }

    /** Good requests, of which some characters were changed, left out, put in or doubled. */
    private static Stream<Request> mutations(String path) {
        Random random = new Random(path.hashCode());
        return IntStream.range(0, MUTATIONS).mapToObj(number -> {
            String method = METHODS.get(random.nextInt(METHODS.size()));
            String line = method + " " + path + GOOD_QUERY + " HTTP/1.1";
            String body = GOOD_BODIES.get(random.nextInt(GOOD_BODIES.size()));
            return random.nextBoolean()
                    ? new Request(mutated(line, random), TYPES.getFirst(), body)
                    : new Request("POST " + path + " HTTP/1.1", TYPES.getFirst(), mutated(body, random));
        });
    }

    private static String mutated(String good, Random random) {
        StringBuilder text = new StringBuilder(good);
        for (int changes = 1 + random.nextInt(MOST_CHANGES); changes > 0; changes--) {
            int at = random.nextInt(text.length());
            char other = random.nextBoolean()
                    ? TELLING.charAt(random.nextInt(TELLING.length()))
                    : (char) random.nextInt(256);
            switch (random.nextInt(4)) {
                case 0 -> text.setCharAt(at, other);
                case 1 -> text.insert(at, other);
                case 2 -> text.delete(at, Math.min(text.length() - 1, at + 1 + random.nextInt(8)));
                default -> text.insert(at, text.substring(at, Math.min(text.length(), at + 1 + random.nextInt(40))));
            }
        }
        return text.toString();
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
            // What was mutated may announce more than comes.
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        } catch (SocketException e) {
            // The server hung up while the request was still being written.
            return "";
        }
    }
}
