package io.consumo.archiver.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.consumo.archiver.InstallationProperties;
import io.consumo.archiver.files.domain.Contents;
import io.consumo.archiver.files.domain.ContentsCounter;
import io.consumo.archiver.files.domain.DayRow;
import io.consumo.archiver.files.domain.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The archive: for each day a folder with one file and the manifest that says which, and what it holds. */
@Component
public class DayFiles {

    private static final String READINGS = "readings/";
    private static final String FOLDER = READINGS + "day=";

    /** Parquet readers pass over names that begin so. */
    private static final String MANIFEST = "/_manifest.json";

    private static final String DRAFT = "draft-";

    private static final int HASH_SHOWN = 12;

    private final ArchiveStore store;
    private final DayFormat format;
    private final FilesProperties properties;
    private final InstallationProperties installation;
    private final JsonMapper json;
    private final InstantSource clock;
    private final HashedFiles hashed = new HashedFiles();

    DayFiles(
            ArchiveStore store,
            DayFormat format,
            FilesProperties properties,
            InstallationProperties installation,
            JsonMapper json,
            InstantSource clock) {
        this.store = store;
        this.format = format;
        this.properties = properties;
        this.installation = installation;
        this.json = json.rebuild().enable(SerializationFeature.INDENT_OUTPUT).build();
        this.clock = clock;
    }

    /** A file that was written aside, and the manifest it would have. */
    public record Draft(Path file, Manifest manifest) implements AutoCloseable {

        @Override
        public void close() {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new StorageFailed("cannot delete " + file, e);
            }
        }
    }

    /** Makes sure, before anything is changed, that files can be stored. */
    public void prepare() {
        clearScratch();
        store.clearUnfinished();
        store.probe();
        byte[] readme = ArchiveReadme.TEXT.getBytes(UTF_8);
        if (store.list(ArchiveReadme.NAME).isEmpty()) {
            store.put(ArchiveReadme.NAME, readme);
        }
    }

    /** Of what a killed run left there. */
    private void clearScratch() {
        if (!Files.isDirectory(properties.scratch())) {
            return;
        }
        try (Stream<Path> left = Files.list(properties.scratch())) {
            left.filter(file -> file.getFileName().toString().startsWith(DRAFT)).forEach(DayFiles::discard);
        } catch (IOException e) {
            throw new StorageFailed("cannot list " + properties.scratch(), e);
        }
    }

    /**
     * Writes a day's file aside.
     *
     * @param rows gives the rows in order to whom it is given
     */
    public Draft draft(LocalDate day, int revision, Consumer<Consumer<DayRow>> rows) {
        Path file = properties.scratch().resolve(DRAFT + UUID.randomUUID() + format.extension());
        try {
            Files.createDirectories(properties.scratch());
            ContentsCounter counter = new ContentsCounter();
            try (DayFormat.Writer writer = format.write(file, day)) {
                rows.accept(row -> {
                    counter.accept(row);
                    writer.accept(row);
                });
            }
            return new Draft(file, manifest(day, revision, file, counter.contents()));
        } catch (IOException e) {
            discard(file);
            throw new StorageFailed("cannot write " + file, e);
        } catch (RuntimeException e) {
            discard(file);
            throw e;
        }
    }

    private Manifest manifest(LocalDate day, int revision, Path file, Contents contents) throws IOException {
        String hash = Sha256.of(file);
        return new Manifest(
                day,
                Manifest.SCHEMA,
                revision,
                "r" + revision + "-" + hash.substring(0, HASH_SHOWN) + format.extension(),
                contents,
                Files.size(file),
                hash,
                installation.zone(),
                clock.instant());
    }

    private static void discard(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // What went wrong before is told; the system clears its scratch place by itself.
        }
    }

    /** Stores the draft's file. As long as there is no manifest nobody reads it. */
    public void store(Draft draft) {
        store.put(nameOf(draft.manifest()), draft.file());
    }

    /**
     * Reads a day's file back from where it is stored, all of it.
     *
     * @throws DamagedFile when it is not what the manifest says
     */
    public void verify(Manifest manifest) {
        String location = location(manifest);
        try (StoredFile file = open(manifest)) {
            requireSame(manifest, file, Sha256.of(file));
            ContentsCounter counter = new ContentsCounter();
            format.read(file, location, manifest.day(), Optional.empty(), counter);
            if (!counter.contents().equals(manifest.contents())) {
                throw new DamagedFile(
                        location, "it holds " + counter.contents() + ", the manifest says " + manifest.contents());
            }
        } catch (ContentsCounter.OutOfOrder e) {
            throw new DamagedFile(location, "its rows are out of order", e);
        }
    }

    private void requireSame(Manifest manifest, StoredFile file, String hash) {
        if (!hash.equals(manifest.sha256())) {
            throw new DamagedFile(
                    location(manifest),
                    "its SHA-256 is " + hash + " (" + file.length() + " bytes), the manifest says " + manifest.sha256()
                            + " (" + manifest.bytes() + " bytes)");
        }
    }

    /** Makes the manifest's file the day's; then those that it replaces go. */
    public void commit(Manifest manifest) {
        store.put(FOLDER + manifest.day() + MANIFEST, json.writeValueAsBytes(manifest));
        discardOthers(manifest);
    }

    /** Removes what a run left behind that was killed before or after its commit. */
    public void discardOthers(Manifest manifest) {
        store.list(FOLDER + manifest.day() + "/").stream()
                .filter(name -> !name.endsWith(MANIFEST) && !name.equals(nameOf(manifest)))
                .forEach(store::delete);
    }

    /** Removes whatever there is of a day that was never dropped, its manifest first. */
    public void discard(LocalDate day) {
        store.list(FOLDER + day + "/").forEach(store::delete);
    }

    /**
     * The day's manifest, empty when there is none.
     *
     * @throws DamagedFile when it cannot be read
     */
    public Optional<Manifest> manifest(LocalDate day) {
        String name = FOLDER + day + MANIFEST;
        Optional<StoredFile> found = store.open(name);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        try (StoredFile file = found.get()) {
            byte[] content = file.read(0, (int) file.length()).array();
            int schema = json.readTree(content).path("schema").asInt(0);
            if (schema > Manifest.SCHEMA) {
                throw new DamagedFile(
                        store.location(name),
                        "it was written by a newer Consumo: its schema is " + schema + ", this one reads up to "
                                + Manifest.SCHEMA);
            }
            Manifest manifest = json.readValue(content, Manifest.class);
            if (!manifest.day().equals(day)) {
                throw new DamagedFile(store.location(name), "it is of " + manifest.day());
            }
            return Optional.of(manifest);
        } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
            throw new DamagedFile(store.location(name), "it is no manifest", e);
        }
    }

    /** The manifest of a day that must be there. */
    public Manifest required(LocalDate day) {
        return manifest(day)
                .orElseThrow(() -> new DamagedFile(store.location(FOLDER + day + MANIFEST), "it is missing"));
    }

    /** The days that have a manifest, in order. */
    public List<LocalDate> days() {
        return store.list(READINGS).stream()
                .filter(name -> name.endsWith(MANIFEST))
                .map(name -> LocalDate.parse(name.substring(FOLDER.length(), name.length() - MANIFEST.length())))
                .toList();
    }

    /**
     * Reads the rows of a day, of all clients or of one, in order. The hash comes first: not every flipped bit would
     * show otherwise.
     *
     * @throws DamagedFile when there is no manifest, or the file is not what it says
     */
    public void read(LocalDate day, Optional<String> clientId, Consumer<DayRow> rows) {
        try (OpenDay opened = open(day)) {
            requireSame(opened.manifest(), opened.file(), Sha256.of(opened.file()));
            format.read(opened.file(), location(opened.manifest()), day, clientId, rows);
        }
    }

    /**
     * As {@link #read}, for those who only look: a file that was hashed before, and that the storage knows not to have
     * changed since, is not read whole again.
     *
     * @throws DamagedFile when there is no manifest, or the file is not what it says
     */
    public void query(LocalDate day, Optional<String> clientId, Consumer<DayRow> rows) {
        try (OpenDay opened = open(day)) {
            Manifest manifest = opened.manifest();
            requireSame(manifest, opened.file(), hashed.sha256(nameOf(manifest), opened.file()));
            format.read(opened.file(), location(manifest), day, clientId, rows);
        }
    }

    private record OpenDay(Manifest manifest, StoredFile file) implements AutoCloseable {

        @Override
        public void close() {
            file.close();
        }
    }

    /** A revision may take the place of the file between the two looks; then the new one is there. */
    private OpenDay open(LocalDate day) {
        Manifest manifest = required(day);
        try {
            return new OpenDay(manifest, open(manifest));
        } catch (DamagedFile e) {
            Manifest now = required(day);
            if (now.isOfSameFileAs(manifest)) {
                throw e;
            }
            return new OpenDay(now, open(now));
        }
    }

    private StoredFile open(Manifest manifest) {
        return store.open(nameOf(manifest))
                .orElseThrow(() ->
                        new DamagedFile(location(manifest), "it is missing; its SHA-256 was " + manifest.sha256()));
    }

    /** Where people find the file. */
    public String location(Manifest manifest) {
        return store.location(nameOf(manifest));
    }

    private static String nameOf(Manifest manifest) {
        return FOLDER + manifest.day() + "/" + manifest.file();
    }
}
