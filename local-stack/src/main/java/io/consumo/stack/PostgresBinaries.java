package io.consumo.stack;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** PostgreSQL's programs, unpacked from the library of this machine's kind. */
final class PostgresBinaries {

    private PostgresBinaries() {}

    /** Unpacks them unless they are there; two processes may do so at the same time. */
    static Path unpackedIn(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder.getParent());
            Path aside = Files.createTempDirectory(folder.getParent(), "unpacking-");
            Files.setPosixFilePermissions(aside, PosixFilePermissions.fromString("rwxr-xr-x"));
            unpack(aside);
            moveUnlessThere(aside, folder);
        }
        return folder.resolve("bin");
    }

    private static void moveUnlessThere(Path aside, Path folder) throws IOException {
        try {
            Files.move(aside, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (DirectoryNotEmptyException | FileAlreadyExistsException e) {
            Folders.delete(aside);
        }
    }

    private static void unpack(Path folder) throws IOException {
        try (InputStream archive = archive();
                var tar = new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path target = folder.resolve(entry.getName()).normalize();
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                    continue;
                }
                Files.createDirectories(target.getParent());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(tar, target);
                    boolean program = target.startsWith(folder.resolve("bin"));
                    Files.setPosixFilePermissions(
                            target, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
                }
            }
        }
    }

    private static InputStream archive() throws IOException {
        String name = "postgres-" + system() + "-" + machine() + ".txz";
        InputStream archive = PostgresBinaries.class.getResourceAsStream("/" + name);
        if (archive == null) {
            throw new IOException("There is no PostgreSQL for this machine (" + name + " is missing)");
        }
        return archive;
    }

    private static String system() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
    }

    private static String machine() {
        String machine = System.getProperty("os.arch");
        return switch (machine) {
            case "amd64" -> "x86_64";
            case "aarch64" -> "arm_64";
            default -> machine;
        };
    }
}
