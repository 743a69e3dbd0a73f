package io.github.segbench.formats.export;

import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.formats.FormatException;
import io.github.segbench.formats.PredictionWriter;
import io.github.segbench.formats.npy.NpyLabels;
import io.github.segbench.formats.png.LabelPng;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * Writes semantic predictions to a folder, one file an image. The factories are the formats; {@code
 * LabelFolder} and {@code CityscapesPredictions} read them.
 */
public final class LabelFolderWriter implements PredictionWriter {
  private final PredictionFolder folder;
  private final String ending;
  private final Function<LabelMap, byte[]> encoding;

  private LabelFolderWriter(Path folder, String ending, Function<LabelMap, byte[]> encoding) {
    this.folder = new PredictionFolder(folder);
    this.ending = ending;
    this.encoding = encoding;
  }

  /**
   * {@code ID.png}: label ids as grey values, of 8 bits if all ids of the image fit, else of 16.
   *
   * @throws FormatException if the folder cannot be made
   */
  public static LabelFolderWriter greyPng(Path folder) {
    return new LabelFolderWriter(folder, ".png", LabelPng::encode);
  }

  /**
   * {@code ID.png}: label ids 0..255 as palette indices, in the colours of the label set, as the
   * VOC server wants them.
   *
   * @throws FormatException if the folder cannot be made
   */
  public static LabelFolderWriter palettePng(Path folder, LabelSet labels) {
    return new LabelFolderWriter(folder, ".png", map -> LabelPng.encodePalette(map, labels));
  }

  /**
   * {@code ID.npy}: unsigned bytes if all ids of the image fit, else unsigned 16-bit numbers, of
   * shape {@code (height, width)}.
   *
   * @throws FormatException if the folder cannot be made
   */
  public static LabelFolderWriter npy(Path folder) {
    return new LabelFolderWriter(folder, ".npy", NpyLabels::encode);
  }

  /**
   * {@code ID_pred_labelIds.png}: Cityscapes' label ids, whatever ids the labels have, by the names
   * of the categories. All else is 0, {@code unlabeled}.
   *
   * @param labels of the predictions
   * @throws FormatException if the folder cannot be made or no category has a name of Cityscapes
   */
  public static LabelFolderWriter cityscapes(Path folder, LabelSet labels) {
    CityscapesIds ids = new CityscapesIds(labels);
    return new LabelFolderWriter(
        folder, "_pred_labelIds.png", map -> LabelPng.encode(ids.translate(map)));
  }

  /**
   * @throws FormatException also if there is no semantic segmentation
   */
  @Override
  public void write(String image, Segmentations prediction) {
    LabelMap map =
        prediction
            .semantic()
            .orElseThrow(
                () ->
                    new FormatException(
                        "image '" + image + "': no semantic segmentation to write as labels"))
            .labels();
    folder.write(image, ending, encode(image, map));
  }

  private byte[] encode(String image, LabelMap map) {
    try {
      return encoding.apply(map);
    } catch (FormatException e) {
      throw new FormatException("image '" + image + "': " + e.getMessage(), e);
    }
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
