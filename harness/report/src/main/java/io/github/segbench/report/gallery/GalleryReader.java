package io.github.segbench.report.gallery;

import io.github.segbench.api.image.ImageCodec;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.engine.result.GalleryImage;
import io.github.segbench.report.ReportException;
import io.github.segbench.report.gallery.ErrorPainter.Comparison;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.nio.file.Path;

/** Turns the gallery files of a run's folder into pictures of a bounded size. */
public final class GalleryReader {
  private static final int LONGEST_SIDE = 360;

  private final Path runFolder;
  private final SegmentPainter segments;
  private final ErrorPainter errors;

  public GalleryReader(Path runFolder, LabelSet labels) {
    this.runFolder = runFolder;
    this.segments = new SegmentPainter(labels);
    this.errors = new ErrorPainter(labels);
  }

  /**
   * @throws ReportException if a file is missing, no image, or outside the run's folder, or if the
   *     two maps differ in size
   */
  public GalleryPictures read(GalleryImage stored) {
    BufferedImage original =
        ImageCodec.toBufferedImage(SegmentMap.readImage(inside(stored.imageFile())));
    SegmentMap truth = SegmentMap.read(inside(stored.truthFile()));
    SegmentMap prediction = SegmentMap.read(inside(stored.predictionFile()));
    if (truth.width() != prediction.width() || truth.height() != prediction.height()) {
      throw new ReportException(
          stored.predictionFile() + " and " + stored.truthFile() + " differ in size", null);
    }
    double scale = Math.min(1, LONGEST_SIDE / (double) Math.max(truth.width(), truth.height()));
    int width = (int) Math.max(1, Math.round(truth.width() * scale));
    int height = (int) Math.max(1, Math.round(truth.height() * scale));
    BufferedImage photo = resized(original, width, height);
    SegmentMap smallTruth = truth.resized(width, height);
    SegmentMap smallPrediction = prediction.resized(width, height);
    Comparison maps =
        new Comparison(
            stored.task(),
            smallTruth,
            stored.truthCategories(),
            smallPrediction,
            stored.predictionCategories());
    return new GalleryPictures(
        EmbeddedImage.photo(photo),
        EmbeddedImage.drawing(
            segments.paint(stored.task(), smallTruth, stored.truthCategories(), photo)),
        EmbeddedImage.drawing(
            segments.paint(stored.task(), smallPrediction, stored.predictionCategories(), photo)),
        EmbeddedImage.drawing(errors.paint(maps, photo)));
  }

  private Path inside(String file) {
    Path folder = runFolder.toAbsolutePath().normalize();
    Path path = folder.resolve(file).normalize();
    if (!path.startsWith(folder)) {
      throw new ReportException("gallery image lies outside the run's folder: " + file, null);
    }
    return path;
  }

  /** Area averaging, which keeps small things visible. */
  private static BufferedImage resized(BufferedImage image, int width, int height) {
    if (image.getWidth() == width && image.getHeight() == height) {
      return image;
    }
    BufferedImage resized = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D graphics = resized.createGraphics();
    graphics.drawImage(
        image.getScaledInstance(width, height, Image.SCALE_AREA_AVERAGING), 0, 0, null);
    graphics.dispose();
    return resized;
  }
}
