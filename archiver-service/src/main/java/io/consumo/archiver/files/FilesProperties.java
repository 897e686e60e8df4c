package io.consumo.archiver.files;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the archive lies.
 *
 * @param folder of the archive
 * @param scratch where a file is written before it is stored
 * @param rowsPerGroup of a file: dictionaries are shared so far
 * @param rowsPerPage of a group: what one client's query reads, 24 rows of it being the client's
 * @param compression level of zstd, 1 to 22
 */
@ConfigurationProperties("consumo.files")
public record FilesProperties(Path folder, Path scratch, int rowsPerGroup, int rowsPerPage, int compression) {

    public FilesProperties {
        if (rowsPerGroup < 1_000) {
            throw new IllegalArgumentException(
                    "consumo.files.rows-per-group must be at least 1000, was " + rowsPerGroup);
        }
        if (rowsPerPage < 100 || rowsPerPage > rowsPerGroup) {
            throw new IllegalArgumentException(
                    "consumo.files.rows-per-page must be from 100 to rows-per-group, was " + rowsPerPage);
        }
        if (compression < 1 || compression > 22) {
            throw new IllegalArgumentException("consumo.files.compression must be from 1 to 22, was " + compression);
        }
    }
}
