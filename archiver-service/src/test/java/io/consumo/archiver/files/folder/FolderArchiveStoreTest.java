package io.consumo.archiver.files.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.consumo.archiver.files.ArchiveStore;
import io.consumo.archiver.files.ArchiveStoreContract;
import io.consumo.archiver.files.FilesProperties;
import io.consumo.archiver.files.StorageFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderArchiveStoreTest extends ArchiveStoreContract {

    @TempDir
    private Path folder;

    @Override
    protected ArchiveStore store() {
        return in(folder.resolve("archive"));
    }

    private ArchiveStore in(Path archive) {
        return new FolderArchiveStore(new FilesProperties(archive, scratch, 1000, 500, 9));
    }

    @Test
    void neitherShowsNorKeepsWhatAKilledRunLeftHalfStored() throws IOException {
        store().put("day/one", new byte[1]);
        Path half = Files.write(folder.resolve("archive/day/.unfinished-1"), new byte[9]);

        assertThat(store().list("day/")).containsExactly("day/one");
        store().clearUnfinished();
        assertThat(half).doesNotExist();
    }

    @Test
    void aProbeLeavesAloneWhatIsJustBeingStored() throws IOException {
        store().put("day/one", new byte[1]);
        Path half = Files.write(folder.resolve("archive/day/.unfinished-1"), new byte[9]);

        store().probe();
        assertThat(half).hasSize(9);
    }

    @Test
    void saysWhatIsWrongWithAFolderThatIsNone() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> in(file).probe())
                .isInstanceOf(StorageFailed.class)
                .hasMessageContaining(file.toString())
                .hasMessageStartingWith("cannot store");
    }
}
