package io.github.segbench.models.postprocessing;

import io.github.segbench.api.model.ImageGeometry;
import java.util.Arrays;
import java.util.List;

/** The input of a network that shows a batch in another view, and the way back from its scores. */
final class SeenInput {
  private final View view;
  private final List<ImageGeometry> originals;
  private final List<ImageGeometry> geometries;

  /**
   * @param multiple that the sides of a scaled input are padded to
   */
  SeenInput(View view, List<ImageGeometry> originals, int multiple) {
    this.view = view;
    this.originals = originals;
    int width = originals.stream().mapToInt(view::width).max().orElse(1);
    int height = originals.stream().mapToInt(view::height).max().orElse(1);
    ImageGeometry first = originals.get(0);
    boolean sameSize = view.scale() == 1;
    int inputWidth = sameSize ? first.inputWidth() : roundedUp(width, multiple);
    int inputHeight = sameSize ? first.inputHeight() : roundedUp(height, multiple);
    this.geometries =
        originals.stream()
            .map(
                original ->
                    new ImageGeometry(
                        original.originalWidth(),
                        original.originalHeight(),
                        view.width(original),
                        view.height(original),
                        inputWidth,
                        inputHeight))
            .toList();
  }

  static int roundedUp(int side, int multiple) {
    return Math.multiplyExact((side + multiple - 1) / multiple, multiple);
  }

  /** Where the images lie in this input. */
  List<ImageGeometry> geometries() {
    return geometries;
  }

  /** The input itself. */
  Planes image(Planes image, float padValue) {
    ImageGeometry any = geometries.get(0);
    Planes seen =
        Planes.zeros(image.count(), image.channels(), any.inputHeight(), any.inputWidth());
    Arrays.fill(seen.values(), padValue);
    for (int i = 0; i < image.count(); i++) {
      ImageGeometry from = originals.get(i);
      ImageGeometry to = geometries.get(i);
      ResampledAxis horizontal =
          ResampledAxis.stretched(from.scaledWidth(), to.scaledWidth(), view.mirroredX());
      ResampledAxis vertical =
          ResampledAxis.stretched(from.scaledHeight(), to.scaledHeight(), view.mirroredY());
      for (int channel = 0; channel < image.channels(); channel++) {
        ResampledAxis.resample(
            image.values(),
            image.start(i, channel),
            image.width(),
            horizontal,
            vertical,
            seen.values(),
            seen.start(i, channel),
            seen.width(),
            false);
      }
    }
    return seen;
  }

  /** A map for the original input, of the resolution that the network has in this one. */
  Planes emptyMap(Planes scores, Planes image) {
    ImageGeometry any = geometries.get(0);
    return Planes.zeros(
        scores.count(),
        scores.channels(),
        mapLength(scores.height(), any.inputHeight(), image.height()),
        mapLength(scores.width(), any.inputWidth(), image.width()));
  }

  private static int mapLength(int map, int input, int otherInput) {
    return (int) Math.max(1, Math.round((double) otherInput * map / input));
  }

  /** Adds this view's scores to a map of the original input. */
  void addBack(Planes scores, Planes image, Planes sum) {
    for (int i = 0; i < scores.count(); i++) {
      ImageGeometry from = originals.get(i);
      ImageGeometry to = geometries.get(i);
      ResampledAxis horizontal =
          ResampledAxis.back(
              from.scaledWidth(),
              image.width(),
              sum.width(),
              to.scaledWidth(),
              to.inputWidth(),
              scores.width(),
              view.mirroredX());
      ResampledAxis vertical =
          ResampledAxis.back(
              from.scaledHeight(),
              image.height(),
              sum.height(),
              to.scaledHeight(),
              to.inputHeight(),
              scores.height(),
              view.mirroredY());
      for (int channel = 0; channel < scores.channels(); channel++) {
        ResampledAxis.resample(
            scores.values(),
            scores.start(i, channel),
            scores.width(),
            horizontal,
            vertical,
            sum.values(),
            sum.start(i, channel),
            sum.width(),
            true);
      }
    }
  }
}
