package io.consumo.producer.cli;

import io.consumo.producer.verify.VerifyFile;
import io.consumo.producer.verify.domain.Consumption;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Tells the first differences between a file and the installation. */
final class Differences implements VerifyFile.Listener {

    private static final int SHOWN = 20;

    private final Output output;
    private final List<String> first = new ArrayList<>();

    Differences(Output output) {
        this.output = output;
    }

    @Override
    public void differs(String clientId, String period, Consumption file, Consumption installed) {
        if (first.size() < SHOWN) {
            String line = clientId + " " + period + ": file " + file + ", installation " + installed;
            first.add(line);
            output.warn(line);
        }
    }

    void addTo(ObjectNode node) {
        ArrayNode lines = node.putArray("firstDifferences");
        first.forEach(lines::add);
    }
}
