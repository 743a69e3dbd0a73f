package io.github.segbench.datasets.coco;

import io.github.segbench.api.option.OptionSpec;
import java.util.List;

/** The options of the reader. */
final class CocoOptions {
  static final String IMAGES = "images";
  static final String INSTANCES = "instances";
  static final String PANOPTIC = "panoptic";
  static final String PANOPTIC_MAPS = "panopticMaps";
  static final String STUFF = "stuff";
  static final String LABELS = "labels";

  static final String ROOT = "root";
  static final String SPLITS = "splits";
  static final String SEMANTIC_FROM_PANOPTIC = "semanticFromPanoptic";

  static final List<String> TRUTHS = List.of(INSTANCES, PANOPTIC, STUFF, LABELS);
  static final List<String> PATTERNS =
      List.of(IMAGES, INSTANCES, PANOPTIC, PANOPTIC_MAPS, STUFF, LABELS);

  static final List<OptionSpec> ALL =
      List.of(
          OptionSpec.path(ROOT, "The folder that all patterns start from.").asRequired(),
          OptionSpec.string(IMAGES, null, "The folder of the images, such as {split}2017.")
              .asRequired(),
          OptionSpec.string(
              INSTANCES,
              null,
              "The JSON file of objects, such as annotations/instances_{split}2017.json."),
          OptionSpec.string(
              PANOPTIC,
              null,
              "The JSON file of segments, such as annotations/panoptic_{split}2017.json."),
          OptionSpec.string(
              PANOPTIC_MAPS,
              null,
              "The folder of the panoptic PNG files; by default that beside the JSON file with its"
                  + " name."),
          OptionSpec.string(
              STUFF,
              null,
              "The JSON file of regions that do not overlap, such as"
                  + " annotations/stuff_{split}2017.json; semantic."),
          OptionSpec.string(
              LABELS,
              null,
              "The label PNG files, such as stuffthingmaps/{split}2017/{name}.png, where {name} is"
                  + " the image's without its ending; semantic."),
          OptionSpec.bool(
              SEMANTIC_FROM_PANOPTIC,
              false,
              "Take the categories of the panoptic maps for semantic ground truth too."),
          OptionSpec.strings(
              SPLITS, null, "The names of the splits; by default those that the files show."));

  private CocoOptions() {}
}
