package io.consumo.archiver.files.parquet;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/** Compresses pages; parquet-java's own codecs want Hadoop. */
final class ZstdCodec implements CompressionCodecFactory, CompressionCodecFactory.BytesInputCompressor {

    private final int level;

    ZstdCodec(int level) {
        this.level = level;
    }

    @Override
    public BytesInput compress(BytesInput bytes) throws IOException {
        return BytesInput.from(Zstd.compress(bytes.toInputStream().readAllBytes(), level));
    }

    @Override
    public CompressionCodecName getCodecName() {
        return CompressionCodecName.ZSTD;
    }

    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName codecName) {
        return this;
    }

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName codecName) {
        throw new UnsupportedOperationException("files are read by another library");
    }

    @Override
    public void release() {
        // Holds nothing.
    }
}
