package io.consumo.archiver.files.folder;

import io.consumo.archiver.files.StorageFailed;
import io.consumo.archiver.files.StoredFile;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;

/** A file of the folder, open. */
record FolderFile(Path path, String version, FileChannel channel) implements StoredFile {

    static FolderFile open(Path path) throws IOException {
        BasicFileAttributes known = Files.readAttributes(path, BasicFileAttributes.class);
        return new FolderFile(
                path,
                known.lastModifiedTime() + " " + known.size() + " " + known.fileKey(),
                FileChannel.open(path, StandardOpenOption.READ));
    }

    @Override
    public long length() {
        try {
            return channel.size();
        } catch (IOException e) {
            throw new StorageFailed("cannot read " + path, e);
        }
    }

    @Override
    public ByteBuffer read(long offset, int length) {
        ByteBuffer content = ByteBuffer.allocate(length);
        try {
            while (content.hasRemaining()) {
                if (channel.read(content, offset + content.position()) < 0) {
                    throw new EOFException("it ends at " + channel.size());
                }
            }
        } catch (IOException e) {
            throw new StorageFailed("cannot read " + path + ": " + e.getMessage(), e);
        }
        return content.flip();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new StorageFailed("cannot close " + path, e);
        }
    }
}
