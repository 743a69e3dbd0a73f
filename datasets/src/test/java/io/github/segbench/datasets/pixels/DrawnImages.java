package io.github.segbench.datasets.pixels;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.FileImageOutputStream;

/** Images of given pixels, and the files of several kinds that they are written to. */
public final class DrawnImages {
  private DrawnImages() {}

  /** An RGB image of colours 0xRRGGBB, row by row. */
  public static BufferedImage rgb(int width, int... colours) {
    BufferedImage image =
        new BufferedImage(width, colours.length / width, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, width, image.getHeight(), colours, 0, width);
    return image;
  }

  /** A grey image of values, of 16 bits if one needs them. */
  public static BufferedImage grey(int width, int... values) {
    boolean wide = Arrays.stream(values).anyMatch(value -> value > 255);
    BufferedImage image =
        new BufferedImage(
            width,
            values.length / width,
            wide ? BufferedImage.TYPE_USHORT_GRAY : BufferedImage.TYPE_BYTE_GRAY);
    image.getRaster().setPixels(0, 0, width, image.getHeight(), values);
    return image;
  }

  /** A palette image of indices. */
  public static BufferedImage palette(int width, int[] palette, int... indices) {
    IndexColorModel colours =
        new IndexColorModel(8, palette.length, palette, 0, false, -1, DataBuffer.TYPE_BYTE);
    BufferedImage image =
        new BufferedImage(width, indices.length / width, BufferedImage.TYPE_BYTE_INDEXED, colours);
    image.getRaster().setPixels(0, 0, width, image.getHeight(), indices);
    return image;
  }

  /** Writes a file of the kind that its ending says. */
  public static Path write(Path file, BufferedImage image) throws IOException {
    Files.createDirectories(file.getParent());
    String name = String.valueOf(file.getFileName());
    String kind = name.substring(name.lastIndexOf('.') + 1);
    BufferedImage written = image;
    if (kind.equals("bmp") && image.getType() == BufferedImage.TYPE_INT_RGB) {
      written =
          new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
      written.createGraphics().drawImage(image, 0, 0, null);
    }
    if (!ImageIO.write(written, kind, file.toFile())) {
      throw new IOException("no writer of " + kind + " for " + written);
    }
    return file;
  }

  /**
   * Writes a TIFF file with a page for each image.
   *
   * @param compression such as {@code JPEG}
   */
  public static Path tiff(Path file, String compression, List<BufferedImage> pages)
      throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
    ImageWriteParam param = writer.getDefaultWriteParam();
    param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    param.setCompressionType(compression);
    try (FileImageOutputStream out = new FileImageOutputStream(file.toFile())) {
      writer.setOutput(out);
      writer.prepareWriteSequence(null);
      for (BufferedImage page : pages) {
        writer.writeToSequence(
            new IIOImage(
                page, null, writer.getDefaultImageMetadata(new ImageTypeSpecifier(page), param)),
            param);
      }
      writer.endWriteSequence();
    }
    writer.dispose();
    return file;
  }
}
