package io.github.segbench.classical;

import static org.bytedeco.opencv.global.opencv_core.CV_32S;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_RGB2GRAY;
import static org.bytedeco.opencv.global.opencv_imgproc.THRESH_BINARY;
import static org.bytedeco.opencv.global.opencv_imgproc.THRESH_OTSU;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;
import static org.bytedeco.opencv.global.opencv_imgproc.threshold;

import io.github.segbench.api.model.SegmentMatching;
import io.github.segbench.api.option.Options;
import java.util.List;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * Two segments: what is darker and what is brighter than the grey level that divides the image's
 * histogram best.
 *
 * <p>Source: Otsu, A threshold selection method from gray-level histograms, 1979.
 */
public final class OtsuFamily extends ClassicalFamily {

  public OtsuFamily() {
    super(
        "otsu",
        "Otsu's threshold: dark and bright pixels as two segments.",
        SegmentMatching.ONE_TO_ONE,
        List.of());
  }

  @Override
  Segmenter segmenter(Options given) {
    return OtsuFamily::segments;
  }

  private static Mat segments(Mat rgb) {
    Mat grey = new Mat();
    cvtColor(rgb, grey, COLOR_RGB2GRAY);
    threshold(grey, grey, 0, 1, THRESH_BINARY | THRESH_OTSU);
    Mat numbers = new Mat();
    grey.convertTo(numbers, CV_32S);
    return numbers;
  }
}
