package io.consumo.archiver.files.folder;

import io.consumo.archiver.files.ArchiveStore;
import io.consumo.archiver.files.FilesProperties;
import io.consumo.archiver.files.StorageFailed;
import io.consumo.archiver.files.StoredFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The archive in a local folder. A file is written under another name, made safe, and renamed. */
@Component
class FolderArchiveStore implements ArchiveStore {

    private static final String UNFINISHED = ".unfinished-";
    private static final String PROBE = ".probe";

    /** A full disk may still take an empty file. */
    private static final int BLOCK = 4096;

    private final Path root;

    FolderArchiveStore(FilesProperties properties) {
        root = properties.folder().toAbsolutePath().normalize();
    }

    @FunctionalInterface
    private interface Step {
        void to(Path target) throws IOException;
    }

    @Override
    public void put(String name, Path content) {
        put(name, target -> Files.copy(content, target));
    }

    @Override
    public void put(String name, byte[] content) {
        put(name, target -> Files.write(target, content, StandardOpenOption.CREATE_NEW));
    }

    private void put(String name, Step write) {
        Path target = path(name);
        Path unfinished = target.resolveSibling(UNFINISHED + UUID.randomUUID());
        try {
            Files.createDirectories(parent(target));
            write.to(unfinished);
            force(unfinished, StandardOpenOption.WRITE);
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            force(parent(target), StandardOpenOption.READ);
        } catch (IOException e) {
            discard(unfinished);
            throw failed("store " + target, e);
        }
    }

    /** Has the disk hold it, not only the system's memory. */
    private static void force(Path path, StandardOpenOption how) throws IOException {
        try (FileChannel channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }

    private static void discard(Path unfinished) {
        try {
            Files.deleteIfExists(unfinished);
        } catch (IOException e) {
            // The next probe clears it.
        }
    }

    @Override
    public Optional<StoredFile> open(String name) {
        Path path = path(name);
        try {
            return Optional.of(FolderFile.open(path));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw failed("open " + path, e);
        }
    }

    @Override
    public List<String> list(String prefix) {
        Path folder = path(prefix.substring(0, prefix.lastIndexOf('/') + 1));
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            return files.filter(file -> !isUnfinished(file) && Files.isRegularFile(file))
                    .map(this::name)
                    .filter(name -> name.startsWith(prefix))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw failed("list " + folder, e);
        }
    }

    @Override
    public void delete(String name) {
        try {
            Files.deleteIfExists(path(name));
        } catch (IOException e) {
            throw failed("delete " + path(name), e);
        }
    }

    @Override
    public void probe() {
        put(PROBE, new byte[BLOCK]);
        delete(PROBE);
    }

    @Override
    public void clearUnfinished() {
        if (!Files.isDirectory(root)) {
            return;
        }
        try (Stream<Path> files = Files.walk(root, FileVisitOption.FOLLOW_LINKS)) {
            files.filter(FolderArchiveStore::isUnfinished).forEach(FolderArchiveStore::discard);
        } catch (IOException e) {
            throw failed("list " + root, e);
        }
    }

    @Override
    public String location(String name) {
        return path(name).toString();
    }

    private Path path(String name) {
        return root.resolve(name);
    }

    private String name(Path path) {
        return root.relativize(path).toString().replace('\\', '/');
    }

    private static boolean isUnfinished(Path file) {
        return file.getFileName().toString().startsWith(UNFINISHED);
    }

    private static Path parent(Path path) {
        Path parent = path.getParent();
        return parent == null ? path : parent;
    }

    /** The system's own reason, and how much room there is: the two commonest causes are no room and no right. */
    private StorageFailed failed(String what, IOException cause) {
        String reason = cause instanceof FileSystemException named && named.getReason() != null
                ? named.getReason()
                : cause.getClass().getSimpleName() + " " + cause.getMessage();
        return new StorageFailed("cannot " + what + ": " + reason + room(), cause);
    }

    private String room() {
        try {
            return " (" + Files.getFileStore(root).getUsableSpace() / 1_000_000 + " MB are free in " + root + ")";
        } catch (IOException e) {
            return " (archive folder " + root + ")";
        }
    }
}
