package io.github.segbench.classical;

import static org.bytedeco.opencv.global.opencv_core.CV_32S;
import static org.bytedeco.opencv.global.opencv_core.CV_8U;
import static org.bytedeco.opencv.global.opencv_core.bitwise_and;
import static org.bytedeco.opencv.global.opencv_imgproc.GC_INIT_WITH_RECT;
import static org.bytedeco.opencv.global.opencv_imgproc.grabCut;

import io.github.segbench.api.model.ModelException;
import io.github.segbench.api.model.SegmentMatching;
import io.github.segbench.api.option.OptionSpec;
import io.github.segbench.api.option.Options;
import java.util.List;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;

/**
 * Foreground and background by iterated graph cuts, where the frame of the image is background to
 * begin with.
 *
 * <p>Source: Rother, Kolmogorov, Blake, GrabCut, 2004, which OpenCV implements.
 */
public final class GraphCutFamily extends ClassicalFamily {
  /** OpenCV fits mixtures of five colours to both sides. */
  private static final int LEAST_SIDE = 8;

  private static final double MOST_FRAME = 0.45;

  public GraphCutFamily() {
    super(
        "graph-cut",
        "GrabCut: foreground and background by iterated graph cuts.",
        SegmentMatching.ONE_TO_ONE,
        List.of(
            OptionSpec.number(
                "frame",
                0.05,
                0,
                "Share of each side, on both ends, that is background to begin with; at most 0.45."),
            OptionSpec.integer("iterations", 5L, 1, "Number of cuts.")));
  }

  @Override
  Segmenter segmenter(Options given) {
    double frame = given.number("frame");
    if (frame > MOST_FRAME) {
      throw new ModelException("graph-cut: frame is " + frame + ", expected 0.." + MOST_FRAME);
    }
    int iterations = (int) given.integer("iterations");
    return rgb -> {
      int width = rgb.cols();
      int height = rgb.rows();
      if (Math.min(width, height) < LEAST_SIDE) {
        return new Mat(height, width, CV_32S, Scalar.all(0));
      }
      int left = Math.max(1, (int) Math.round(width * frame));
      int top = Math.max(1, (int) Math.round(height * frame));
      Rect inside = new Rect(left, top, width - 2 * left, height - 2 * top);
      Mat mask = new Mat(height, width, CV_8U, Scalar.all(0));
      grabCut(rgb, mask, inside, new Mat(), new Mat(), iterations, GC_INIT_WITH_RECT);
      // The lowest bit of OpenCV's four answers says foreground.
      Mat one = new Mat(height, width, CV_8U, Scalar.all(1));
      bitwise_and(mask, one, mask);
      Mat numbers = new Mat();
      mask.convertTo(numbers, CV_32S);
      return numbers;
    };
  }
}
