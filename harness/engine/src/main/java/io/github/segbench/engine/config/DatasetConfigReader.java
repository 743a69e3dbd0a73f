package io.github.segbench.engine.config;

import io.github.segbench.api.dataset.DatasetSpec;
import io.github.segbench.api.option.Options;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.engine.yaml.Problems;
import io.github.segbench.engine.yaml.Section;
import io.github.segbench.engine.yaml.YamlMap;
import io.github.segbench.engine.yaml.YamlNode;
import java.util.Optional;

/** Reads data sets. */
final class DatasetConfigReader {
  private final DatasetKeys keys;
  private final References references;
  private final LabelsReader labelsReader;
  private final Problems problems;

  DatasetConfigReader(DatasetKeys keys, References references, Problems problems) {
    this.keys = keys;
    this.references = references;
    this.labelsReader = new LabelsReader(references, problems);
    this.problems = problems;
  }

  /** The data set that a run's entry stands for; empty, with a problem, if it has none. */
  Optional<DatasetConfig> read(YamlNode entry) {
    Optional<YamlMap> map = EntryType.resolve(FileKind.DATASET, entry, references);
    return map.map(m -> new Section(keys.file, m, problems)).flatMap(this::read);
  }

  /** A data set with what else its file says of it; empty, with a problem, if it has none. */
  Optional<DatasetCard> readCard(YamlMap map) {
    Section section = new Section(keys.file, map, problems);
    return read(section)
        .map(
            config ->
                new DatasetCard(
                    config,
                    section.get(DatasetKeys.TASKS),
                    section.get(DatasetKeys.SPLITS),
                    section
                        .find(DatasetKeys.SOURCE)
                        .flatMap(source -> SourceKeys.read(source, problems))
                        .orElse(null)));
  }

  private Optional<DatasetConfig> read(Section dataset) {
    Optional<LabelSet> labels = dataset.find(DatasetKeys.LABELS).flatMap(labelsReader::read);
    Optional<Options> options = keys.options.read(keys.reader, dataset);
    if (!dataset.sound() || labels.isEmpty() || options.isEmpty()) {
      return Optional.empty();
    }
    String id = dataset.get(DatasetKeys.ID);
    return Optional.of(
        new DatasetConfig(
            new DatasetSpec(id, dataset.get(DatasetKeys.SPLIT), labels.get(), options.get()),
            dataset.find(DatasetKeys.NAME).orElse(id),
            dataset.get(keys.reader),
            new Subset(
                Math.toIntExact(dataset.get(DatasetKeys.LIMIT)),
                Math.toIntExact(dataset.get(DatasetKeys.SAMPLE)),
                dataset.get(DatasetKeys.SEED))));
  }
}
