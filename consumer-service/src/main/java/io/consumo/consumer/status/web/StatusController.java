package io.consumo.consumer.status.web;

import io.consumo.consumer.status.ReportStatus;
import io.consumo.model.api.PipelinePart;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Health for whoever starts this service, and status for the API. */
@RestController
class StatusController {

    private final ReportStatus report;

    StatusController(ReportStatus report) {
        this.report = report;
    }

    @GetMapping("/health")
    ReportStatus.Work health() {
        return report.work();
    }

    @GetMapping("/internal/status")
    PipelinePart status() {
        return report.part();
    }
}
