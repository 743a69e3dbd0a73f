package io.github.segbench.formats.export;

import io.github.segbench.api.segmentation.Instance;
import io.github.segbench.api.segmentation.InstanceSegmentation;
import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.Mask;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.formats.FormatException;
import io.github.segbench.formats.PredictionWriter;
import io.github.segbench.formats.cityscapes.CityscapesLabel;
import io.github.segbench.formats.png.LabelPng;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Writes instance predictions as the Cityscapes server takes them: {@code ID_pred.txt} with a line
 * {@code ID_pred_0.png labelID confidence} for each instance, and beside it the masks, in which an
 * object's pixels are 255. {@code CityscapesInstanceResults} reads them.
 */
public final class CityscapesInstanceWriter implements PredictionWriter {
  private static final byte OBJECT = (byte) 255;

  private final PredictionFolder folder;
  private final CityscapesIds ids;

  /**
   * @param labels of the predictions; their categories are Cityscapes' labels by name
   * @throws FormatException if the folder cannot be made or no category has a name of Cityscapes
   */
  public CityscapesInstanceWriter(Path folder, LabelSet labels) {
    this.ids = new CityscapesIds(labels);
    this.folder = new PredictionFolder(folder);
  }

  /**
   * @throws FormatException also if there is no instance segmentation, one of its categories is no
   *     label of Cityscapes, or a space in the id would end the path of a mask
   */
  @Override
  public void write(String image, Segmentations prediction) {
    InstanceSegmentation instances =
        prediction
            .instance()
            .orElseThrow(
                () ->
                    new FormatException(
                        "image '" + image + "': no instance segmentation to write as instances"));
    if (image.indexOf(' ') >= 0) {
      throw new FormatException(
          "image '" + image + "': its id has a space, which the lists of masks cannot hold");
    }
    StringBuilder list = new StringBuilder();
    int number = 0;
    for (Instance instance : instances.instances()) {
      String ending = "_pred_" + number++ + ".png";
      folder.write(image, ending, encode(instance.mask()));
      list.append(image)
          .append(ending)
          .append(' ')
          .append(label(instance, image).id())
          .append(' ')
          .append(instance.score())
          .append('\n');
    }
    folder.write(image, "_pred.txt", list.toString().getBytes(StandardCharsets.UTF_8));
  }

  private CityscapesLabel label(Instance instance, String image) {
    return ids.label(instance.category())
        .orElseThrow(
            () ->
                new FormatException(
                    "image '"
                        + image
                        + "': an instance of category "
                        + instance.category()
                        + ", which is no label of Cityscapes"));
  }

  private static byte[] encode(Mask mask) {
    boolean[] bitmap = mask.toBitmap();
    byte[] pixels = new byte[bitmap.length];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = bitmap[i] ? OBJECT : 0;
    }
    return LabelPng.encode(LabelMap.ofBytes(mask.width(), mask.height(), pixels));
  }

  @Override
  public void finish() {
    // Every file is complete as soon as it is written.
  }

  @Override
  public void close() {
    // Nothing stays open.
  }
}
