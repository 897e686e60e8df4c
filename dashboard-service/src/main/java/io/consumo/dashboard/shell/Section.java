package io.consumo.dashboard.shell;

import java.util.Locale;

/** The five pages of the navigation. */
enum Section {
    OVERVIEW(""),
    ANOMALIES("anomalies"),
    CLIENTS("clients"),
    MONTHLY("monthly"),
    LIFECYCLE("lifecycle");

    /** Where its second part lies. */
    private static final String RULES = "rules";

    private final String path;

    Section(String path) {
        this.path = path;
    }

    String href() {
        return "/" + path;
    }

    String key() {
        return "page." + name();
    }

    String icon() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean leadsTo(String firstSegment) {
        return path.equals(firstSegment) || (this == ANOMALIES && firstSegment.equals(RULES));
    }
}
