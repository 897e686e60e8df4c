package io.consumo.consumer.detection.domain;

import io.consumo.model.store.CaseDocument;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What has to change so that a client's cases are those of the newest judgement: an episode that overlaps a case keeps
 * the oldest id, a case that no longer stands is withdrawn, what did not change is left alone.
 */
public record CaseChanges(List<CaseDocument> opened, List<CaseDocument> changed, List<CaseDocument> withdrawn) {

    /** Compares what is stored with what was found from the first judged day on; older cases are final. */
    public static CaseChanges between(List<CaseDocument> stored, List<CaseDocument> found, LocalDate judgedFrom) {
        List<CaseDocument> left = new ArrayList<>(stored.stream()
                .filter(one -> !LocalDate.parse(one.lastDay()).isBefore(judgedFrom))
                .sorted(Comparator.comparing(CaseDocument::openedAt).thenComparing(CaseDocument::id))
                .toList());
        Set<String> taken = left.stream().map(CaseDocument::id).collect(Collectors.toSet());
        List<CaseDocument> opened = new ArrayList<>();
        List<CaseDocument> changed = new ArrayList<>();
        for (CaseDocument fresh : found) {
            Optional<CaseDocument> same =
                    left.stream().filter(old -> isSameEpisode(old, fresh)).findFirst();
            if (same.isEmpty()) {
                opened.add(withIdOfItsOwn(fresh, taken));
                continue;
            }
            left.remove(same.get());
            CaseDocument merged = fresh.continuing(same.get().id(), same.get().openedAt());
            if (!merged.saysTheSameAs(same.get())) {
                changed.add(merged);
            }
        }
        return new CaseChanges(opened, changed, List.copyOf(left));
    }

    /**
     * An id tells the first day that a case had when it was opened. One that has grown backwards since and is split now
     * may have left that day to its second half.
     */
    private static CaseDocument withIdOfItsOwn(CaseDocument fresh, Set<String> taken) {
        String id = fresh.id();
        while (taken.contains(id)) {
            id = CaseFile.idAfter(id);
        }
        return id.equals(fresh.id()) ? fresh : fresh.continuing(id, fresh.openedAt());
    }

    private static boolean isSameEpisode(CaseDocument old, CaseDocument fresh) {
        return old.type() == fresh.type()
                && Objects.equals(old.subtype(), fresh.subtype())
                && old.firstDay().compareTo(fresh.lastDay()) <= 0
                && fresh.firstDay().compareTo(old.lastDay()) <= 0;
    }

    /**
     * Without cases that were over before the day: nothing that is judged again can have opened or ended them, so what
     * would differ comes of rules or decisions that are newer than they are.
     */
    public CaseChanges sparingThoseOverBefore(LocalDate day) {
        return new CaseChanges(notOverBefore(day, opened), changed, notOverBefore(day, withdrawn));
    }

    private static List<CaseDocument> notOverBefore(LocalDate day, List<CaseDocument> cases) {
        return cases.stream()
                .filter(one -> !LocalDate.parse(one.lastDay()).isBefore(day))
                .toList();
    }

    /** The changes of many clients as one. */
    public static CaseChanges joined(List<CaseChanges> changes) {
        return new CaseChanges(
                changes.stream().flatMap(one -> one.opened.stream()).toList(),
                changes.stream().flatMap(one -> one.changed.stream()).toList(),
                changes.stream().flatMap(one -> one.withdrawn.stream()).toList());
    }

    /** The cases that stand once these changes are made. */
    public List<CaseDocument> appliedTo(List<CaseDocument> stored) {
        Map<String, CaseDocument> standing = new LinkedHashMap<>();
        stored.forEach(one -> standing.put(one.id(), one));
        withdrawn.forEach(one -> standing.remove(one.id()));
        opened.forEach(one -> standing.put(one.id(), one));
        changed.forEach(one -> standing.put(one.id(), one));
        return List.copyOf(standing.values());
    }
}
