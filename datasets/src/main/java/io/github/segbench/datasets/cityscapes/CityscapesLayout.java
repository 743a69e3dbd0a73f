package io.github.segbench.datasets.cityscapes;

import io.github.segbench.api.dataset.DatasetException;
import io.github.segbench.api.dataset.DatasetSpec;
import io.github.segbench.api.option.OptionSpec;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.datasets.files.FolderNames;
import io.github.segbench.datasets.files.SplitErrors;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;

/**
 * Where the files are, and what is wanted of them.
 *
 * @param images the folder of the splits' images
 * @param annotations the folder of the splits' annotations
 * @param tasks empty for all that the files have
 */
record CityscapesLayout(Path images, Path annotations, Set<SegmentationTask> tasks) {
  private static final String IMAGES = "leftImg8bit";
  private static final String ROOT = "root";
  private static final String ANNOTATIONS = "annotations";
  private static final String TASKS = "tasks";

  static final List<OptionSpec> OPTIONS =
      List.of(
          OptionSpec.path(ROOT, "The folder that holds leftImg8bit and gtFine.").asRequired(),
          OptionSpec.choice(
              ANNOTATIONS,
              "gtFine",
              List.of("gtFine", "gtCoarse"),
              "The annotations; coarse ones are of train, train_extra and val."),
          OptionSpec.strings(
              TASKS,
              null,
              "Some of semantic, instance and panoptic, to read less; by default all that the files"
                  + " have."));

  CityscapesLayout {
    tasks = Set.copyOf(tasks);
  }

  /**
   * @throws DatasetException if a folder is missing or a task unknown
   */
  static CityscapesLayout of(DatasetSpec spec) {
    Path root = spec.options().path(ROOT);
    CityscapesLayout layout =
        new CityscapesLayout(
            root.resolve(IMAGES),
            root.resolve(spec.options().string(ANNOTATIONS)),
            spec.options().has(TASKS)
                ? spec.options().strings(TASKS).stream()
                    .map(task -> task(spec, task))
                    .collect(Collectors.toSet())
                : Set.of());
    for (Path folder : List.of(root, layout.images, layout.annotations)) {
      SplitErrors.requireFolder(spec, folder);
    }
    return layout;
  }

  private static SegmentationTask task(DatasetSpec spec, String id) {
    return Arrays.stream(SegmentationTask.values())
        .filter(task -> task.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                SplitErrors.error(
                    spec,
                    "option tasks has '"
                        + id
                        + "', expected some of "
                        + Arrays.stream(SegmentationTask.values())
                            .map(SegmentationTask::id)
                            .toList()));
  }

  /** The splits that have images and annotations. */
  SortedSet<String> knownSplits() {
    SortedSet<String> known = FolderNames.of(images).folders();
    known.removeIf(split -> !Files.isDirectory(annotations.resolve(split)));
    return known;
  }
}
