package io.github.segbench.classical;

import static org.bytedeco.opencv.global.opencv_core.CV_32S;
import static org.bytedeco.opencv.global.opencv_core.CV_8U;
import static org.bytedeco.opencv.global.opencv_imgproc.FLOODFILL_FIXED_RANGE;
import static org.bytedeco.opencv.global.opencv_imgproc.FLOODFILL_MASK_ONLY;
import static org.bytedeco.opencv.global.opencv_imgproc.floodFill;

import io.github.segbench.api.model.SegmentMatching;
import io.github.segbench.api.option.OptionSpec;
import io.github.segbench.api.option.Options;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.util.List;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;

/**
 * Regions grown from seeds: the first pixel, in reading order, that belongs to none starts the next
 * one, which takes the connected pixels whose colour is near the seed's. What is in no region of
 * the least size is flooded from those that are.
 *
 * <p>Source: Adams and Bischof, Seeded region growing, 1994; here with OpenCV's flood fill.
 */
public final class RegionGrowingFamily extends ClassicalFamily {
  private static final byte OLD = 1;
  private static final byte NEW = 2;
  private static final int FOUR_NEIGHBOURS = 4;

  public RegionGrowingFamily() {
    super(
        "region-growing",
        "Region growing: connected pixels whose colour is near that of a seed.",
        SegmentMatching.MAJORITY,
        List.of(
            OptionSpec.number(
                "tolerance",
                20.0,
                0,
                "Largest difference from the seed, in levels of each channel."),
            OptionSpec.integer("minArea", 20L, 1, "Smallest region, in pixels.")));
  }

  @Override
  Segmenter segmenter(Options given) {
    double tolerance = given.number("tolerance");
    long minArea = given.integer("minArea");
    return rgb -> {
      Mat regions = regions(rgb, tolerance, minArea);
      Flooding.fill(rgb, regions);
      return regions;
    };
  }

  private static Mat regions(Mat rgb, double tolerance, long minArea) {
    int width = rgb.cols();
    int height = rgb.rows();
    Mat regions = new Mat(height, width, CV_32S, Scalar.all(0));
    // Flood fill wants a frame of one pixel around the mask.
    Mat mask = new Mat(height + 2, width + 2, CV_8U, Scalar.all(0));
    ByteBuffer taken = mask.createBuffer();
    IntBuffer numbers = regions.createBuffer();
    int flags = FOUR_NEIGHBOURS | NEW << 8 | FLOODFILL_MASK_ONLY | FLOODFILL_FIXED_RANGE;
    Scalar range = Scalar.all(tolerance);
    Rect box = new Rect();
    int next = 1;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        if (taken.get((y + 1) * (width + 2) + x + 1) == 0) {
          int area = floodFill(rgb, mask, new Point(x, y), Scalar.all(0), box, range, range, flags);
          int number = area >= minArea ? next++ : 0;
          mark(taken, numbers, box, width, number);
        }
      }
    }
    return regions;
  }

  /** Numbers the pixels of the region that was grown last. */
  private static void mark(ByteBuffer taken, IntBuffer numbers, Rect box, int width, int number) {
    for (int y = box.y(); y < box.y() + box.height(); y++) {
      for (int x = box.x(); x < box.x() + box.width(); x++) {
        int inMask = (y + 1) * (width + 2) + x + 1;
        if (taken.get(inMask) == NEW) {
          taken.put(inMask, OLD);
          numbers.put(y * width + x, number);
        }
      }
    }
  }
}
