package io.github.segbench.engine.result;

import io.github.segbench.api.segmentation.SegmentationTask;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An image with its ground truth and prediction, kept for the report. Paths are relative to the
 * run's folder. Both maps are PNG files whose pixels are segment ids ({@code R + 256 G + 65536 B},
 * 0 is void), whatever the task; masks of instances that overlap are painted by ascending score,
 * and detections that score less than 0.5 are left out.
 *
 * @param roles why it was kept
 * @param metric the per-image metric that ranks the trial's images; null if it has none
 * @param value of that metric; null where it is undefined
 * @param truthCategories category id of each segment id in the ground truth
 * @param predictionCategories category id of each segment id in the prediction
 */
public record GalleryImage(
    String imageId,
    SegmentationTask task,
    List<Role> roles,
    @Nullable String metric,
    @Nullable Double value,
    String imageFile,
    String truthFile,
    String predictionFile,
    Map<Integer, Integer> truthCategories,
    Map<Integer, Integer> predictionCategories) {
  /** Why an image is in the gallery. */
  public enum Role {
    /** One of the images that every trial of the data set shows, for a look side by side. */
    COMMON,
    WORST,
    MEDIAN,
    BEST
  }

  public GalleryImage {
    Objects.requireNonNull(imageId, "imageId");
    Objects.requireNonNull(task, "task");
    Objects.requireNonNull(imageFile, "imageFile");
    Objects.requireNonNull(truthFile, "truthFile");
    Objects.requireNonNull(predictionFile, "predictionFile");
    roles = List.copyOf(roles);
    truthCategories = Map.copyOf(truthCategories);
    predictionCategories = Map.copyOf(predictionCategories);
  }
}
