package io.github.segbench.cli;

import io.github.segbench.api.dataset.Dataset;
import io.github.segbench.api.dataset.DatasetException;
import io.github.segbench.api.dataset.DatasetReader;
import io.github.segbench.api.dataset.DatasetSpec;
import io.github.segbench.api.dataset.RemoteFile;
import io.github.segbench.api.option.OptionSpec;
import io.github.segbench.api.option.OptionType;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.datasets.fetch.Receipts;
import io.github.segbench.engine.config.DatasetCard;
import io.github.segbench.engine.plugin.Plugins;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Looks how much of a data set is here, by the names of its files. Opens no image. */
final class DatasetProbe {
  private final Plugins plugins;
  private final Receipts receipts;

  DatasetProbe(Plugins plugins, Receipts receipts) {
    this.plugins = plugins;
    this.receipts = receipts;
  }

  /** Whether all that it is distributed as was fetched. */
  boolean isFetched(DatasetCard card) {
    List<RemoteFile> files = card.origin().map(source -> source.files()).orElse(List.of());
    return !files.isEmpty() && files.stream().allMatch(receipts::has);
  }

  /** Whether it needs no files. */
  boolean isGenerated(DatasetCard card) {
    return roots(card).isEmpty();
  }

  /**
   * Looks at one data set.
   *
   * @param thorough to open a data set even if that takes long
   */
  DatasetPresence look(DatasetCard card, boolean thorough) {
    DatasetReader reader = plugins.readers().get(card.config().reader());
    List<Path> roots = roots(card);
    if (roots.isEmpty()) {
      return DatasetPresence.of(DatasetPresence.State.GENERATED);
    }
    if (roots.stream().noneMatch(Files::exists)) {
      return DatasetPresence.of(DatasetPresence.State.ABSENT);
    }
    Set<String> there = new TreeSet<>();
    String problem = null;
    try {
      there.addAll(reader.splits(card.config().spec()));
      if (there.isEmpty()) {
        reader.open(card.config().spec()); // says what is missing
      }
    } catch (DatasetException e) {
      problem = e.getMessage();
    }
    if (there.isEmpty()) {
      return new DatasetPresence(
          DatasetPresence.State.ABSENT, Map.of(), Map.of(), List.of(), problem);
    }
    return thorough || reader.opensQuickly() ? count(card, reader, there) : byReceipts(card, there);
  }

  private List<Path> roots(DatasetCard card) {
    DatasetSpec spec = card.config().spec();
    return plugins.readers().get(card.config().reader()).options().stream()
        .filter(option -> option.type() == OptionType.PATH)
        .map(OptionSpec::name)
        .filter(spec.options()::has)
        .map(spec.options()::path)
        .toList();
  }

  private DatasetPresence byReceipts(DatasetCard card, Set<String> there) {
    Map<String, Long> missing = new LinkedHashMap<>(card.splits());
    missing.keySet().removeAll(there);
    if (!missing.isEmpty()) {
      return new DatasetPresence(
          DatasetPresence.State.INCOMPLETE, Map.of(), missing, List.of(), null);
    }
    List<RemoteFile> files = card.origin().map(source -> source.files()).orElse(List.of());
    long fetched = files.stream().filter(receipts::has).count();
    if (fetched == 0) {
      return DatasetPresence.of(DatasetPresence.State.PRESENT);
    }
    return DatasetPresence.of(
        fetched == files.size()
            ? DatasetPresence.State.COMPLETE
            : DatasetPresence.State.INCOMPLETE);
  }

  private static DatasetPresence count(DatasetCard card, DatasetReader reader, Set<String> there) {
    Map<String, Long> counts = new LinkedHashMap<>();
    Set<SegmentationTask> tasks = new TreeSet<>();
    String problem = null;
    DatasetSpec spec = card.config().spec();
    Set<String> wanted = card.splits().isEmpty() ? there : card.splits().keySet();
    for (String split : wanted) {
      try {
        Dataset opened =
            reader.open(new DatasetSpec(spec.id(), split, spec.labels(), spec.options()));
        counts.put(split, (long) opened.samples().size());
        tasks.addAll(opened.tasks());
      } catch (DatasetException e) {
        counts.put(split, 0L);
        problem = problem == null ? e.getMessage() : problem;
      }
    }
    return new DatasetPresence(
        state(card.splits(), counts, problem), counts, card.splits(), List.copyOf(tasks), problem);
  }

  private static DatasetPresence.State state(
      Map<String, Long> expected, Map<String, Long> counts, @Nullable String problem) {
    if (expected.isEmpty()) {
      return problem == null ? DatasetPresence.State.PRESENT : DatasetPresence.State.INCOMPLETE;
    }
    boolean fewer =
        expected.entrySet().stream()
            .anyMatch(split -> counts.getOrDefault(split.getKey(), 0L) < split.getValue());
    if (fewer) {
      return DatasetPresence.State.INCOMPLETE;
    }
    return expected.equals(counts)
        ? DatasetPresence.State.COMPLETE
        : DatasetPresence.State.DIFFERENT;
  }
}
