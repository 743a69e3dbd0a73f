package io.github.segbench.formats.cityscapes;

import io.github.segbench.api.segmentation.Instance;
import io.github.segbench.api.segmentation.InstanceSegmentation;
import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.Mask;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.formats.FormatException;
import io.github.segbench.formats.IdMasks;
import io.github.segbench.formats.StoredSegmentations;
import io.github.segbench.formats.png.LabelPng;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Instance results in Cityscapes' form: for each image a text file, anywhere below a folder, whose
 * name starts with {@code city_sequence_frame}, the image's id. Each of its lines is {@code
 * relative/mask.png labelID confidence}; the path starts at the text file's folder, and in the mask
 * every pixel but 0 belongs to the object.
 *
 * <p>As in the official script, lines of labels that are not evaluated as instances are left out
 * and their masks not opened, and an empty mask is no detection.
 *
 * <p>Source: mcordts/cityscapesScripts, evaluation/evalInstanceLevelSemanticLabeling.py.
 */
public final class CityscapesInstanceResults implements StoredSegmentations {
  private static final int[] FOREGROUND = {1};

  private final Path root;
  private final Map<String, Path> files;

  private CityscapesInstanceResults(Path root, Map<String, Path> files) {
    this.root = root;
    this.files = files;
  }

  /**
   * Lists the text files and reads none.
   *
   * @throws FormatException if the folder is missing or has no such file, or two files belong to
   *     one image
   */
  public static CityscapesInstanceResults open(Path folder) {
    return new CityscapesInstanceResults(folder, FrameFiles.of(folder, ".txt"));
  }

  @Override
  public Set<SegmentationTask> tasks() {
    return Set.of(SegmentationTask.INSTANCE);
  }

  @Override
  public List<String> images() {
    return List.copyOf(files.keySet());
  }

  /**
   * The detections of one image, in the order of the lines.
   *
   * @return empty also if the image's text file has no line that counts: then nothing was detected,
   *     and no mask says how large the image is
   * @throws FormatException naming the file and the line, if a line is malformed, a mask missing,
   *     damaged, outside of the folder or of another size than the first
   */
  @Override
  public Optional<Segmentations> read(String image) {
    Path file = files.get(image);
    if (file == null) {
      return Optional.empty();
    }
    List<InstanceResult> scored =
        InstanceResult.read(file, root).stream().filter(InstanceResult::isScored).toList();
    List<Instance> instances = new ArrayList<>();
    int width = 0;
    int height = 0;
    for (InstanceResult result : scored) {
      Mask mask = mask(result);
      if (width == 0) {
        width = mask.width();
        height = mask.height();
      }
      if (mask.width() != width || mask.height() != height) {
        throw new FormatException(
            result.where()
                + ": mask "
                + result.mask()
                + " is "
                + mask.width()
                + "x"
                + mask.height()
                + ", expected "
                + width
                + "x"
                + height
                + " as the first one has");
      }
      if (mask.area() > 0) {
        instances.add(Instance.detection(result.label().id(), result.confidence(), mask));
      }
    }
    return width == 0
        ? Optional.empty()
        : Optional.of(Segmentations.of(new InstanceSegmentation(width, height, instances)));
  }

  private static Mask mask(InstanceResult result) {
    if (!Files.isRegularFile(result.mask())) {
      throw new FormatException(result.where() + ": no mask " + result.mask());
    }
    LabelMap map = LabelPng.read(result.mask());
    short[] values = map.labels();
    short[] binary = new short[values.length];
    for (int i = 0; i < values.length; i++) {
      binary[i] = values[i] == 0 ? (short) 0 : 1;
    }
    return IdMasks.of(new LabelMap(map.width(), map.height(), binary), FOREGROUND).get(0);
  }
}
