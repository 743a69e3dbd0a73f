package io.github.segbench.classical;

import static org.bytedeco.opencv.global.opencv_core.CV_32S;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_RGB2Lab;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;
import static org.bytedeco.opencv.global.opencv_ximgproc.SLIC;
import static org.bytedeco.opencv.global.opencv_ximgproc.SLICO;
import static org.bytedeco.opencv.global.opencv_ximgproc.createSuperpixelSLIC;

import io.github.segbench.api.model.SegmentMatching;
import io.github.segbench.api.option.OptionSpec;
import io.github.segbench.api.option.Options;
import java.util.List;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_ximgproc.SuperpixelSLIC;

/**
 * SLIC superpixels; with the category of most of its pixels each, they say how right any method can
 * be that labels whole superpixels.
 *
 * <p>Source: Achanta, Shaji, Smith, Lucchi, Fua, Suesstrunk, SLIC superpixels, PAMI 2012.
 */
public final class SlicFamily extends ClassicalFamily {
  private static final int SMALLEST_PERCENT = 25;

  /** OpenCV crashes the process on images with a shorter side, or of one superpixel. */
  private static final int LEAST_SIDE = 8;

  public SlicFamily() {
    super(
        "slic",
        "SLIC superpixels, each with the category of most of its pixels.",
        SegmentMatching.MAJORITY,
        List.of(
            OptionSpec.integer("regionSize", 16L, 2, "Mean side of a superpixel, in pixels."),
            OptionSpec.number(
                "compactness", 10.0, 0, "Weight of nearness against likeness of colour."),
            OptionSpec.bool(
                "adaptive", false, "Choose the compactness for each superpixel (SLICO)."),
            OptionSpec.integer("iterations", 10L, 1, "Number of iterations.")));
  }

  @Override
  Segmenter segmenter(Options given) {
    int regionSize = (int) given.integer("regionSize");
    float compactness = (float) given.number("compactness");
    int algorithm = given.bool("adaptive") ? SLICO : SLIC;
    int iterations = (int) given.integer("iterations");
    return rgb -> {
      int side = Math.min(rgb.cols(), rgb.rows());
      if (side < LEAST_SIDE) {
        return new Mat(rgb.rows(), rgb.cols(), CV_32S, Scalar.all(0));
      }
      Mat lab = new Mat();
      cvtColor(rgb, lab, COLOR_RGB2Lab);
      SuperpixelSLIC slic =
          createSuperpixelSLIC(lab, algorithm, Math.min(regionSize, side / 2), compactness);
      slic.iterate(iterations);
      slic.enforceLabelConnectivity(SMALLEST_PERCENT);
      Mat numbers = new Mat();
      slic.getLabels(numbers);
      return numbers;
    };
  }
}
