package io.github.segbench.report.html;

import io.github.segbench.report.gallery.EmbeddedImage;
import io.github.segbench.report.gallery.GalleryPictures;
import java.util.List;

/**
 * The gallery of one comparison as the templates want it.
 *
 * @param legend the categories that occur in it
 * @param task {@code semantic}, {@code instance} or {@code panoptic}
 */
public record GalleryView(
    String name,
    String title,
    String task,
    List<Swatch> legend,
    List<CommonImage> common,
    List<ModelGallery> models) {
  public GalleryView {
    legend = List.copyOf(legend);
    common = List.copyOf(common);
    models = List.copyOf(models);
  }

  /** A colour and what it means. */
  public record Swatch(String name, String colour) {}

  /** An image that every model has a prediction of. */
  public record CommonImage(
      String imageId, EmbeddedImage image, EmbeddedImage truth, List<Shot> shots) {
    public CommonImage {
      shots = List.copyOf(shots);
    }
  }

  /** One model's prediction of a common image. */
  public record Shot(String model, String score, EmbeddedImage prediction, EmbeddedImage errors) {}

  /** The worst, median and best images of one model. */
  public record ModelGallery(String model, List<RankedImage> images) {
    public ModelGallery {
      images = List.copyOf(images);
    }
  }

  /**
   * An image and why it is shown.
   *
   * @param role such as {@code worst}
   * @param score such as {@code mIoU 43.2%}; empty for none
   */
  public record RankedImage(String role, String imageId, String score, GalleryPictures pictures) {}
}
