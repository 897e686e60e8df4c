package io.consumo.archiver.restore.web;

import io.consumo.archiver.archive.DescribeArchive;
import io.consumo.archiver.restore.RestoreDays;
import io.consumo.model.api.ArchiveSummary;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells how archive and restores stand, at a glance. */
@RestController
class SummaryController {

    private final DescribeArchive describeArchive;
    private final RestoreDays restoreDays;

    SummaryController(DescribeArchive describeArchive, RestoreDays restoreDays) {
        this.describeArchive = describeArchive;
        this.restoreDays = restoreDays;
    }

    @GetMapping("/internal/archive/summary")
    ArchiveSummary summary() {
        return describeArchive.summary((int) restoreDays.all().stream()
                .filter(restore -> restore.state().equals("READY"))
                .count());
    }
}
