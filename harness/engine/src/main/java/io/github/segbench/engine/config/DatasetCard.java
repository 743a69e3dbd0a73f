package io.github.segbench.engine.config;

import io.github.segbench.api.dataset.DatasetSource;
import io.github.segbench.api.segmentation.SegmentationTask;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A data set as the catalogue describes it: how it is read, how large it is, where it is from.
 *
 * @param tasks that its ground truth has; empty if the file does not say
 * @param splits the number of images of each split of the complete data set, in the order of the
 *     file; empty if it does not say
 * @param source null if the file does not say
 */
public record DatasetCard(
    DatasetConfig config,
    List<SegmentationTask> tasks,
    Map<String, Long> splits,
    @Nullable DatasetSource source) {
  public DatasetCard {
    Objects.requireNonNull(config, "config");
    tasks = List.copyOf(tasks);
    splits = Collections.unmodifiableMap(new LinkedHashMap<>(splits));
  }

  /** Where it can be had, if the file says so. */
  public Optional<DatasetSource> origin() {
    return Optional.ofNullable(source);
  }

  /** The same data set with these of its splits alone, and the files that they need. */
  public DatasetCard ofSplits(Collection<String> chosen) {
    Map<String, Long> kept = new LinkedHashMap<>(splits);
    kept.keySet().retainAll(chosen);
    DatasetSource reduced =
        source == null
            ? null
            : new DatasetSource(
                source.homepage(),
                source.licence(),
                source.account(),
                source.files().stream().filter(file -> file.isFor(chosen)).toList());
    return new DatasetCard(config, tasks, kept, reduced);
  }
}
