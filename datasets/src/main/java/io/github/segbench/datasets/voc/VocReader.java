package io.github.segbench.datasets.voc;

import io.github.segbench.api.dataset.Dataset;
import io.github.segbench.api.dataset.DatasetReader;
import io.github.segbench.api.dataset.DatasetSpec;
import io.github.segbench.api.option.OptionSpec;
import io.github.segbench.datasets.files.ListedImages;
import io.github.segbench.datasets.pixels.ColourTable;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;

/**
 * Reads PASCAL VOC: semantic ground truth, and that of instances where there is a folder of
 * objects.
 *
 * <p>Source: the VOC2012 development kit, sections 5.3 and 8 (image sets, segmentation).
 */
public final class VocReader implements DatasetReader {
  private static final String ROOT = "root";
  private static final String IMAGES = "images";
  private static final String CLASSES = "classes";
  private static final String OBJECTS = "objects";
  private static final String LISTS = "lists";
  private static final String PNG = ".png";

  @Override
  public String id() {
    return "voc";
  }

  @Override
  public String description() {
    return "PASCAL VOC: JPEGImages, SegmentationClass, SegmentationObject, ImageSets";
  }

  @Override
  public List<OptionSpec> options() {
    return List.of(
        OptionSpec.path(ROOT, "The folder of one year, such as VOCdevkit/VOC2012.").asRequired(),
        OptionSpec.string(IMAGES, "JPEGImages", "Folder of the images, below the root."),
        OptionSpec.string(
            CLASSES, "SegmentationClass", "Folder of the PNG files of classes, below the root."),
        OptionSpec.string(
            OBJECTS,
            "SegmentationObject",
            "Folder of the PNG files of objects; where it is not there, ground truth is semantic"
                + " alone."),
        OptionSpec.string(
            LISTS, "ImageSets/Segmentation", "Folder of the lists of ids, SPLIT.txt."));
  }

  @Override
  public Dataset open(DatasetSpec spec) {
    Path root = spec.options().path(ROOT);
    ColourTable colours = LabelMapFile.of(root, spec.labels());
    return images(spec)
        .dataset(
            root.resolve(spec.options().string(OBJECTS)),
            (classes, objects) -> new VocAnnotation(classes, objects, colours, spec.labels()));
  }

  @Override
  public SortedSet<String> splits(DatasetSpec spec) {
    return images(spec).splits();
  }

  private static ListedImages images(DatasetSpec spec) {
    Path root = spec.options().path(ROOT);
    return new ListedImages(
        spec,
        root.resolve(spec.options().string(LISTS)),
        root.resolve(spec.options().string(IMAGES)),
        root.resolve(spec.options().string(CLASSES)),
        PNG,
        ListedImages.ANY_SPLIT);
  }
}
