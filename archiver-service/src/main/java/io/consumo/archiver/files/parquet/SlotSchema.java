package io.consumo.archiver.files.parquet;

import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;

/** The columns of a day's file; the day itself is the folder's name. */
final class SlotSchema {

    static final String CLIENT_ID = "client_id";
    static final String START = "start";
    static final String MINUTES = "minutes";
    static final String SLOT = "slot";
    static final String ENERGY = "energy";
    static final String QUALITY = "quality";
    static final String REVISION = "revision";

    /** Keys of the file's own metadata. */
    static final String VERSION = "consumo.schema";

    static final String DAY = "consumo.day";
    static final String ZONE = "consumo.zone";

    private SlotSchema() {}

    /** Not a constant, so that whoever reads needs no class of the writer's library. */
    static MessageType message() {
        return MessageTypeParser.parseMessageType("""
                message reading {
                    required binary client_id (STRING);
                    required int64 start (TIMESTAMP(MILLIS, true));
                    required int32 minutes;
                    required int32 slot;
                    required int32 energy;
                    required binary quality (STRING);
                    required int64 revision;
                }
                """);
    }
}
