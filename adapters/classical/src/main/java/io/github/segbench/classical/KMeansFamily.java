package io.github.segbench.classical;

import static org.bytedeco.opencv.global.opencv_core.CV_32F;
import static org.bytedeco.opencv.global.opencv_core.CV_32S;
import static org.bytedeco.opencv.global.opencv_core.KMEANS_PP_CENTERS;
import static org.bytedeco.opencv.global.opencv_core.kmeans;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_RGB2Lab;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;

import io.github.segbench.api.model.SegmentMatching;
import io.github.segbench.api.option.OptionSpec;
import io.github.segbench.api.option.Options;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.List;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.TermCriteria;

/**
 * Clusters of pixels that are alike in colour (8-bit Lab) and near to one another.
 *
 * <p>Source: Lloyd, Least squares quantization in PCM, 1982; starting points as Arthur and
 * Vassilvitskii, k-means++, 2007.
 */
public final class KMeansFamily extends ClassicalFamily {
  private static final int FEATURES = 5;
  private static final double LEAST_MOVE = 0.5;

  public KMeansFamily() {
    super(
        "k-means",
        "k-means: clusters of pixels alike in colour and near to one another.",
        SegmentMatching.ONE_TO_ONE,
        List.of(
            OptionSpec.integer("clusters", 8L, 1, "Number of clusters."),
            OptionSpec.number(
                "positionWeight",
                50.0,
                0,
                "How many levels of colour the image's longer side counts for; 0 for colour alone."),
            OptionSpec.integer("iterations", 20L, 1, "Most iterations of one attempt."),
            OptionSpec.integer(
                "attempts", 1L, 1, "Attempts with other starting points; the best is kept.")));
  }

  @Override
  Segmenter segmenter(Options given) {
    int clusters = (int) given.integer("clusters");
    double weight = given.number("positionWeight");
    int attempts = (int) given.integer("attempts");
    int iterations = (int) given.integer("iterations");
    return rgb -> {
      if (rgb.total() == 1) {
        // OpenCV takes one row of features for many samples of one feature.
        return new Mat(1, 1, CV_32S, Scalar.all(0));
      }
      Mat features = features(rgb, weight);
      TermCriteria stop =
          new TermCriteria(TermCriteria.EPS + TermCriteria.COUNT, iterations, LEAST_MOVE);
      Mat numbers = new Mat();
      // There cannot be more clusters than pixels.
      int most = Math.min(clusters, features.rows());
      kmeans(features, most, numbers, stop, attempts, KMEANS_PP_CENTERS, new Mat());
      return numbers.reshape(1, rgb.rows());
    };
  }

  /** One row a pixel: L, a, b, x, y. */
  private static Mat features(Mat rgb, double weight) {
    Mat lab = new Mat();
    cvtColor(rgb, lab, COLOR_RGB2Lab);
    int width = rgb.cols();
    int height = rgb.rows();
    Mat features = new Mat(width * height, FEATURES, CV_32F);
    ByteBuffer colours = lab.createBuffer();
    FloatBuffer rows = features.createBuffer();
    double step = weight / Math.max(width, height);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        rows.put(colours.get() & 0xFF).put(colours.get() & 0xFF).put(colours.get() & 0xFF);
        rows.put((float) (x * step)).put((float) (y * step));
      }
    }
    return features;
  }
}
