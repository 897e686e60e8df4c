package io.consumo.archiver.cli;

import picocli.CommandLine.IVersionProvider;

/** Reads the version off the jar; there is none when run from classes. */
final class ProgramVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = ProgramVersion.class.getPackage().getImplementationVersion();
        return new String[] {version == null ? "Consumo, unpackaged" : "Consumo " + version};
    }
}
