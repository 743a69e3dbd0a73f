package io.github.segbench.classical;

import static org.bytedeco.opencv.global.opencv_core.CV_32S;
import static org.bytedeco.opencv.global.opencv_imgproc.CC_STAT_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_RGB2GRAY;
import static org.bytedeco.opencv.global.opencv_imgproc.GaussianBlur;
import static org.bytedeco.opencv.global.opencv_imgproc.MORPH_GRADIENT;
import static org.bytedeco.opencv.global.opencv_imgproc.MORPH_RECT;
import static org.bytedeco.opencv.global.opencv_imgproc.THRESH_BINARY_INV;
import static org.bytedeco.opencv.global.opencv_imgproc.connectedComponentsWithStats;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;
import static org.bytedeco.opencv.global.opencv_imgproc.getStructuringElement;
import static org.bytedeco.opencv.global.opencv_imgproc.morphologyEx;
import static org.bytedeco.opencv.global.opencv_imgproc.threshold;

import io.github.segbench.api.model.SegmentMatching;
import io.github.segbench.api.option.OptionSpec;
import io.github.segbench.api.option.Options;
import java.nio.IntBuffer;
import java.util.List;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * The basins of a watershed: even regions of the smoothed image are markers, and the image is
 * flooded from them.
 *
 * <p>Source: Meyer, Color image segmentation, 1992, which OpenCV implements.
 */
public final class WatershedFamily extends ClassicalFamily {

  public WatershedFamily() {
    super(
        "watershed",
        "Watershed: even regions, flooded until they meet.",
        SegmentMatching.MAJORITY,
        List.of(
            OptionSpec.number(
                "smoothing",
                1.5,
                0,
                "Standard deviation in pixels of the Gaussian before; 0 for none."),
            OptionSpec.number(
                "flatness",
                10.0,
                0,
                "Largest gradient, in grey levels a 3 x 3 window, of a marker."),
            OptionSpec.integer("minArea", 20L, 1, "Smallest marker, in pixels.")));
  }

  @Override
  Segmenter segmenter(Options given) {
    double smoothing = given.number("smoothing");
    double flatness = given.number("flatness");
    long minArea = given.integer("minArea");
    return rgb -> {
      Mat markers = markers(rgb, smoothing, flatness, minArea);
      Flooding.fill(rgb, markers);
      return markers;
    };
  }

  private static Mat markers(Mat rgb, double smoothing, double flatness, long minArea) {
    Mat grey = new Mat();
    cvtColor(rgb, grey, COLOR_RGB2GRAY);
    if (smoothing > 0) {
      GaussianBlur(grey, grey, new Size(0, 0), smoothing);
    }
    Mat gradient = new Mat();
    morphologyEx(grey, gradient, MORPH_GRADIENT, getStructuringElement(MORPH_RECT, new Size(3, 3)));
    Mat flat = new Mat();
    threshold(gradient, flat, flatness, 255, THRESH_BINARY_INV);
    Mat components = new Mat();
    Mat statistics = new Mat();
    int count = connectedComponentsWithStats(flat, components, statistics, new Mat(), 4, CV_32S);
    IntBuffer table = statistics.createBuffer();
    int columns = statistics.cols();
    int[] marker = new int[count];
    int next = 1;
    // Component 0 is what is not flat.
    for (int component = 1; component < count; component++) {
      if (table.get(component * columns + CC_STAT_AREA) >= minArea) {
        marker[component] = next++;
      }
    }
    IntBuffer numbers = components.createBuffer();
    for (int i = 0; i < numbers.capacity(); i++) {
      numbers.put(i, marker[numbers.get(i)]);
    }
    return components;
  }
}
