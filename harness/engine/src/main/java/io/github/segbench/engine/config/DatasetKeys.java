package io.github.segbench.engine.config;

import io.github.segbench.api.dataset.DatasetReader;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.engine.plugin.Plugins;
import io.github.segbench.engine.yaml.ChoiceType;
import io.github.segbench.engine.yaml.IntegerType;
import io.github.segbench.engine.yaml.Key;
import io.github.segbench.engine.yaml.Keys;
import io.github.segbench.engine.yaml.ListType;
import io.github.segbench.engine.yaml.MappingType;
import io.github.segbench.engine.yaml.PathVariables;
import io.github.segbench.engine.yaml.Section;
import io.github.segbench.engine.yaml.SectionType;
import io.github.segbench.engine.yaml.TableType;
import io.github.segbench.engine.yaml.TextType;
import io.github.segbench.engine.yaml.YamlMap;
import io.github.segbench.engine.yaml.YamlNode;
import java.util.List;
import java.util.Map;

/** The keys of a data set file, and of a run's entry that uses one. */
final class DatasetKeys {
  static final String READER = "reader";

  static final Key<String> ID =
      Key.required("id", TextType.ID, "The data set's id, which is also the file's name.");
  static final Key<String> NAME =
      Key.optional("name", TextType.FILLED, "For people; the id if absent.");
  static final Key<YamlNode> LABELS =
      Key.required("labels", FileKind.LABELS, "The categories that it annotates.");
  static final Key<String> SPLIT =
      Key.required("split", TextType.FILLED, "The split that is used unless a run says otherwise.");
  static final Key<Long> LIMIT =
      Key.optional(
          "limit",
          IntegerType.intAtLeast(0),
          0L,
          "Use the first so many images of the split, or of the sample of it; 0 for all.");
  static final Key<Long> SAMPLE =
      Key.optional(
          "sample",
          IntegerType.intAtLeast(0),
          0L,
          "Use so many images spread over the split, the same everywhere; 0 for all.");
  static final Key<Long> SEED =
      Key.optional(
          "seed",
          new IntegerType(Long.MIN_VALUE, Long.MAX_VALUE),
          0L,
          "Another seed gives another sample.");

  static final Key<List<SegmentationTask>> TASKS =
      Key.optional(
          "tasks",
          new ListType<>(
              ChoiceType.of("task", List.of(SegmentationTask.values()), SegmentationTask::id),
              1,
              SegmentationTask.values().length,
              true),
          List.of(),
          "What it has ground truth for.");
  static final Key<Map<String, Long>> SPLITS =
      Key.optional(
          "splits",
          new TableType<>(IntegerType.intAtLeast(1)),
          Map.of(),
          "How many images each split has when the data set is complete.");
  static final Key<Section> SOURCE =
      Key.optional("source", new SectionType(SourceKeys.KEYS), "Where the data set can be had.");

  static final Key<YamlNode> USE =
      Key.required("use", FileKind.DATASET, "The id or path of the data set.");
  static final Key<String> USED_SPLIT =
      Key.optional("split", TextType.FILLED, "Instead of the data set's own.");
  static final Key<Long> USED_LIMIT = Key.optional("limit", LIMIT.type(), LIMIT.description());
  static final Key<Long> USED_SAMPLE = Key.optional("sample", SAMPLE.type(), SAMPLE.description());
  static final Key<Long> USED_SEED = Key.optional("seed", SEED.type(), SEED.description());
  static final Key<YamlMap> USED_OPTIONS =
      Key.optional("options", new MappingType(), "Added to the data set's own, key by key.");

  /** A run's entry that uses a data set with changes. */
  static final Keys USED =
      Keys.of(USE, USED_SPLIT, USED_LIMIT, USED_SAMPLE, USED_SEED, USED_OPTIONS);

  final Key<String> reader;

  final PluginOptions options;

  final Keys file;

  DatasetKeys(Plugins plugins, PathVariables variables) {
    reader =
        Key.required(
            READER,
            ChoiceType.of("data set reader", plugins.readers().ids()),
            "How its files are laid out.");
    options = new PluginOptions("reader", plugins.readers(), DatasetReader::options, variables);
    file =
        Keys.of(
            List.of(ID, NAME, reader, LABELS, SPLIT, LIMIT, SAMPLE, SEED, TASKS, SPLITS, SOURCE),
            reader,
            options.variants());
  }
}
