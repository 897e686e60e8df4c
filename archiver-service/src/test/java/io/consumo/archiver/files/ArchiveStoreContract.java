package io.consumo.archiver.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every place for the archive promises. */
public abstract class ArchiveStoreContract {

    @TempDir
    protected Path scratch;

    protected abstract ArchiveStore store();

    @Test
    void givesBackWhatItTook() throws IOException {
        Path content = Files.writeString(scratch.resolve("content"), "all of it");
        store().put("a/b/one", content);

        try (StoredFile file = store().open("a/b/one").orElseThrow()) {
            assertThat(file.length()).isEqualTo(9);
            assertThat(UTF_8.decode(file.read(4, 5)).toString()).isEqualTo("of it");
        }
        assertThat(content).exists();
    }

    @Test
    void replacesWholeFilesAndKeepsTheOldOneForWhoeverReadsIt() {
        store().put("one", "first".getBytes(UTF_8));
        try (StoredFile reading = store().open("one").orElseThrow()) {
            store().put("one", "later".getBytes(UTF_8));

            assertThat(UTF_8.decode(reading.read(0, 5)).toString()).isEqualTo("first");
        }
        try (StoredFile file = store().open("one").orElseThrow()) {
            assertThat(UTF_8.decode(file.read(0, 5)).toString()).isEqualTo("later");
        }
    }

    @Test
    void tellsAContentFromAnotherByItsVersion() {
        store().put("one", "first".getBytes(UTF_8));
        String first = version("one");
        assertThat(version("one")).isEqualTo(first);
        store().put("one", "later".getBytes(UTF_8));
        assertThat(version("one")).isNotEqualTo(first);
    }

    private String version(String name) {
        try (StoredFile file = store().open(name).orElseThrow()) {
            return file.version();
        }
    }

    @Test
    void hasNothingThatWasNotStored() {
        assertThat(store().open("none")).isEmpty();
        assertThat(store().open("no/folder/either")).isEmpty();
        assertThat(store().list("no/")).isEmpty();
        store().delete("none");
    }

    @Test
    void listsNamesByTheirBeginningInOrder() {
        store().put("days/2/x", new byte[0]);
        store().put("days/1/x", new byte[0]);
        store().put("days/1/a", new byte[0]);
        store().put("other", new byte[0]);

        assertThat(store().list("days/")).containsExactly("days/1/a", "days/1/x", "days/2/x");
        assertThat(store().list("days/1/x")).containsExactly("days/1/x");
        assertThat(store().list("ot")).containsExactly("other");
    }

    @Test
    void forgetsWhatIsDeleted() {
        store().put("one", new byte[1]);
        store().delete("one");
        assertThat(store().open("one")).isEmpty();
        assertThat(store().list("")).isEmpty();
    }

    @Test
    void neverReadsBeyondTheEnd() {
        store().put("one", new byte[3]);
        try (StoredFile file = store().open("one").orElseThrow()) {
            assertThatThrownBy(() -> file.read(1, 3)).isInstanceOf(StorageFailed.class);
        }
    }

    @Test
    void isLeftAsItWasByAProbeAndByClearing() {
        store().clearUnfinished();
        store().put("one", new byte[3]);
        store().probe();
        store().clearUnfinished();
        assertThat(store().list("")).containsExactly("one");
    }
}
