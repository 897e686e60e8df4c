package io.consumo.archiver.files.parquet;

import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.jspecify.annotations.Nullable;

/** Lays a slot down in columns. The deprecated methods have to be there, though Hadoop never asks for them. */
@SuppressWarnings("deprecation")
final class SlotWriterBuilder extends ParquetWriter.Builder<SlotRow, SlotWriterBuilder> {

    SlotWriterBuilder(OutputFile file) {
        super(file);
    }

    @Override
    protected SlotWriterBuilder self() {
        return this;
    }

    @Override
    protected WriteSupport<SlotRow> getWriteSupport(@Nullable Configuration hadoop) {
        return new SlotColumns();
    }

    @Override
    protected WriteSupport<SlotRow> getWriteSupport(@Nullable ParquetConfiguration configuration) {
        return new SlotColumns();
    }

    @SuppressWarnings("deprecation")
    private static final class SlotColumns extends WriteSupport<SlotRow> {

        private static final Binary MEASURED = Binary.fromString("MEASURED");
        private static final Binary ESTIMATED = Binary.fromString("ESTIMATED");

        private @Nullable RecordConsumer columns;
        private String lastClient = "";
        private Binary lastClientBytes = Binary.EMPTY;

        @Override
        public WriteContext init(@Nullable Configuration hadoop) {
            return new WriteContext(SlotSchema.message(), Map.of());
        }

        @Override
        public WriteContext init(@Nullable ParquetConfiguration configuration) {
            return new WriteContext(SlotSchema.message(), Map.of());
        }

        @Override
        public void prepareForWrite(RecordConsumer recordConsumer) {
            columns = recordConsumer;
        }

        @Override
        public void write(SlotRow row) {
            RecordConsumer to = columns;
            if (to == null) {
                throw new IllegalStateException("not prepared");
            }
            if (!row.clientId().equals(lastClient)) {
                lastClient = row.clientId();
                lastClientBytes = Binary.fromString(lastClient);
            }
            to.startMessage();
            to.startField(SlotSchema.CLIENT_ID, 0);
            to.addBinary(lastClientBytes);
            to.endField(SlotSchema.CLIENT_ID, 0);
            addLong(to, SlotSchema.START, 1, row.startMillis());
            addInteger(to, SlotSchema.MINUTES, 2, row.minutes());
            addInteger(to, SlotSchema.SLOT, 3, row.slot());
            addInteger(to, SlotSchema.ENERGY, 4, row.energy());
            to.startField(SlotSchema.QUALITY, 5);
            to.addBinary(row.measured() ? MEASURED : ESTIMATED);
            to.endField(SlotSchema.QUALITY, 5);
            addLong(to, SlotSchema.REVISION, 6, row.revision());
            to.endMessage();
        }

        private static void addLong(RecordConsumer to, String name, int index, long value) {
            to.startField(name, index);
            to.addLong(value);
            to.endField(name, index);
        }

        private static void addInteger(RecordConsumer to, String name, int index, int value) {
            to.startField(name, index);
            to.addInteger(value);
            to.endField(name, index);
        }
    }
}
