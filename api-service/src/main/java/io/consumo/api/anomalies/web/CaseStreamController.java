package io.consumo.api.anomalies.web;

import io.consumo.api.access.Standing;
import io.consumo.api.anomalies.AnomalyFigures;
import io.consumo.api.anomalies.CaseStream;
import io.consumo.api.anomalies.DecidedCase;
import io.consumo.api.request.InvalidParameter;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

@RestController
@RequestMapping("/api/v1/anomalies/stream")
@Tag(name = "Anomalies")
class CaseStreamController {

    private static final long FOR_EVER = 0;

    private final CaseStream stream;
    private final AnomalyFigures figures;

    CaseStreamController(CaseStream stream, AnomalyFigures figures) {
        this.stream = stream;
        this.figures = figures;
    }

    @GetMapping(produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(
            operationId = "streamAnomalies",
            summary = "Cases as they change",
            description = "Server-sent events: one for each case that is opened, judged anew or decided, at least once."
                    + " The data is the case without its evidence. Whoever comes back with Last-Event-ID, as browsers"
                    + " do, is told first what he has missed within the last day, and some of it twice. An id also"
                    + " comes at the beginning and every 15 s. The stream ends when the login does, and when the"
                    + " reader is too slow.")
    @ApiResponse(
            responseCode = "200",
            description = "Events, for as long as the connection and the login stand",
            content = @Content(mediaType = MediaType.TEXT_EVENT_STREAM_VALUE, schema = @Schema(type = "string")))
    SseEmitter stream(
            @Parameter(
                            description =
                                    "The last id that arrived, which is an instant; by default only what happens from now on is told",
                            example = "2026-11-24T11:30:00Z",
                            schema = @Schema(type = "string", format = "date-time"))
                    @RequestHeader(name = "Last-Event-ID", required = false)
                    @Nullable
                    String lastEventId,
            @Parameter(hidden = true) Authentication authentication,
            @Parameter(hidden = true) Locale locale) {
        @Nullable Instant since = lastEventId == null ? null : instant(lastEventId);
        SseEmitter emitter = new SseEmitter(FOR_EVER);
        Connection connection = new Connection(emitter, Standing.of(authentication), locale);
        emitter.onCompletion(() -> stream.unsubscribe(connection));
        emitter.onTimeout(() -> stream.unsubscribe(connection));
        emitter.onError(gone -> stream.unsubscribe(connection));
        stream.subscribe(connection, since);
        return emitter;
    }

    private static Instant instant(String lastEventId) {
        try {
            return Instant.parse(lastEventId);
        } catch (DateTimeException e) {
            throw new InvalidParameter(
                    "Last-Event-ID", "is no id of an event, was " + lastEventId, List.of("2026-11-24T11:30:00Z"));
        }
    }

    private final class Connection implements CaseStream.Subscriber {

        private final SseEmitter emitter;
        private final Standing standing;
        private final Locale locale;

        Connection(SseEmitter emitter, Standing standing, Locale locale) {
            this.emitter = emitter;
            this.standing = standing;
            this.locale = locale;
        }

        @Override
        public void tell(DecidedCase changed) {
            send(SseEmitter.event()
                    .id(changed.changedAt().toString())
                    .name("anomaly")
                    .data(figures.anomaly(changed, locale), MediaType.APPLICATION_JSON));
        }

        @Override
        public void beat(Instant toldUntil) {
            if (!standing.isGood()) {
                throw new IllegalStateException("the login that opened the stream has ended");
            }
            // A browser keeps the id though there is no data, and comes back with it.
            send(SseEmitter.event().id(toldUntil.toString()).comment("alive"));
        }

        @Override
        public void end() {
            emitter.complete();
        }

        private void send(SseEmitter.SseEventBuilder event) {
            try {
                emitter.send(event);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
