package io.consumo.archiver.archive;

import io.consumo.archiver.archive.ArchiverLease.Held;
import io.consumo.archiver.archive.domain.ArchivedDay;
import io.consumo.archiver.audit.Progress;
import io.consumo.archiver.files.DayFiles;
import io.consumo.archiver.files.domain.DayRow;
import io.consumo.archiver.files.domain.Manifest;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Gives an archived day a new file: with its late readings, or without a client that is to be forgotten. */
@Component
public class ReviseDay {

    private final DayFiles files;
    private final InstantSource clock;

    ReviseDay(DayFiles files, InstantSource clock) {
        this.files = files;
        this.clock = clock;
    }

    /** Files the day's late readings. Those that change nothing are discarded. */
    void fileLate(LocalDate day, Held held, Progress progress) {
        progress.at(day, "REVISE");
        long last = held.late().last(day);
        List<DayRow> late = held.late().rows(day, last);
        Manifest current = current(day, held);
        SortedSet<String> changed = new TreeSet<>();
        try (DayFiles.Draft draft = files.draft(day, current.revision() + 1, sink -> merge(day, late, sink, changed))) {
            if (!changed.isEmpty()) {
                held.late().changed(day, changed);
                replace(draft, held);
            }
        }
        progress.done(held.late().clear(day, last), 0);
    }

    /** Writes the day's file without the client; returns the rows that went. */
    public long forget(LocalDate day, String clientId, Held held) {
        Manifest current = current(day, held);
        try (DayFiles.Draft draft = files.draft(
                day,
                current.revision() + 1,
                sink -> files.read(day, Optional.empty(), row -> {
                    if (!row.clientId().equals(clientId)) {
                        sink.accept(row);
                    }
                }))) {
            long gone = current.contents().rows() - draft.manifest().contents().rows();
            if (gone > 0) {
                replace(draft, held);
            }
            return gone;
        }
    }

    /** A new file is never built on a damaged one. A run that was interrupted after its commit is caught up with. */
    private Manifest current(LocalDate day, Held held) {
        Manifest manifest = files.required(day);
        files.verify(manifest);
        Optional<ArchivedDay> recorded = held.days().find(day);
        if (recorded.isPresent() && !recorded.get().isOf(manifest)) {
            files.discardOthers(manifest);
            held.days().revised(manifest, clock.instant());
        }
        return manifest;
    }

    private void replace(DayFiles.Draft draft, Held held) {
        files.store(draft);
        files.verify(draft.manifest());
        files.commit(draft.manifest());
        held.days().revised(draft.manifest(), clock.instant());
    }

    private void merge(LocalDate day, List<DayRow> late, Consumer<DayRow> sink, SortedSet<String> changed) {
        Deque<DayRow> waiting = new ArrayDeque<>(late);
        files.read(day, Optional.empty(), row -> {
            while (!waiting.isEmpty() && DayRow.ORDER.compare(waiting.getFirst(), row) < 0) {
                changed.add(waiting.getFirst().clientId());
                sink.accept(waiting.removeFirst());
            }
            if (waiting.isEmpty() || DayRow.ORDER.compare(waiting.getFirst(), row) > 0) {
                sink.accept(row);
                return;
            }
            DayRow merged = row.merged(waiting.removeFirst());
            if (!merged.slots().equals(row.slots())) {
                changed.add(row.clientId());
            }
            sink.accept(merged);
        });
        waiting.forEach(row -> {
            changed.add(row.clientId());
            sink.accept(row);
        });
    }
}
