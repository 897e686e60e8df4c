package io.consumo.api.readings.web;

import io.consumo.api.readings.AcceptReadings;
import io.consumo.model.api.ReadingsAccepted;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/readings")
@Tag(name = "Readings")
class ReadingController {

    private static final String DESCRIPTION = "Good readings are taken even where others are not; each of those is told"
            + " with its place, field and reason. The answer comes when the good ones are safe. Sending the same again"
            + " changes nothing. Needs the role OPERATOR.";

    private static final String ONE = """
            {"clientId":"C-000042","start":"2026-11-24T10:00:00+01:00","minutes":60,"kwh":0.412,"quality":"MEASURED"}""";

    private final AcceptReadings accept;

    ReadingController(AcceptReadings accept) {
        this.accept = accept;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            operationId = "sendReadings",
            summary = "Send readings",
            description = DESCRIPTION,
            requestBody =
                    @RequestBody(
                            required = true,
                            description = "A JSON array of readings, or one JSON object a line; at most 10,000 readings"
                                    + " and 8 MB. minutes is 15, 30 or 60 (the default), quality MEASURED (the default)"
                                    + " or ESTIMATED.",
                            content = {
                                @Content(
                                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                                        array = @ArraySchema(schema = @Schema(ref = "Reading")),
                                        examples = @ExampleObject("[" + ONE + "]")),
                                @Content(
                                        mediaType = MediaType.APPLICATION_NDJSON_VALUE,
                                        schema = @Schema(type = "string"),
                                        examples = @ExampleObject(ONE))
                            }))
    @ApiResponse(responseCode = "202", description = "What was taken, and what was not")
    ReadingsAccepted array(HttpServletRequest request) throws IOException {
        return accept.array(request.getInputStream());
    }

    @PostMapping(consumes = {MediaType.APPLICATION_NDJSON_VALUE, "application/ndjson"})
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(hidden = true)
    ReadingsAccepted lines(HttpServletRequest request) throws IOException {
        return accept.lines(request.getInputStream());
    }

    @PostMapping(
            path = "/csv",
            consumes = {"text/csv", MediaType.APPLICATION_OCTET_STREAM_VALUE})
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            operationId = "sendReadingsCsv",
            summary = "Send a CSV file of readings",
            description =
                    "The own form, the Spanish distributors' and Datadis; separator, decimal mark and encoding are"
                            + " detected, gzip too; up to 256 MB. The index of a rejection is the number of its line. "
                            + DESCRIPTION,
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "text/csv",
                                            schema = @Schema(type = "string", format = "binary"),
                                            examples =
                                                    @ExampleObject(
                                                            "client_id,start,kwh\nC-000042,2026-11-24T10:00:00+01:00,0.412"))))
    @ApiResponse(responseCode = "202", description = "What was taken, and what was not")
    ReadingsAccepted file(HttpServletRequest request) throws IOException {
        return accept.file(request.getInputStream());
    }
}
