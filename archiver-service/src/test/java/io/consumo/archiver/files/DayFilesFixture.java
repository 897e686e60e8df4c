package io.consumo.archiver.files;

import io.consumo.archiver.InstallationProperties;
import java.nio.file.Path;
import java.time.Instant;
import tools.jackson.databind.json.JsonMapper;

/** An archive without Spring. */
public final class DayFilesFixture {

    private DayFilesFixture() {}

    public static DayFiles in(ArchiveStore store, DayFormat format, Path scratch, InstallationProperties installation) {
        return new DayFiles(
                store,
                format,
                new FilesProperties(scratch, scratch, 1_000, 500, 9),
                installation,
                JsonMapper.builder().build(),
                () -> Instant.parse("2026-11-24T10:00:00Z"));
    }
}
