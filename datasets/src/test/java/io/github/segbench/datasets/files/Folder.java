package io.github.segbench.datasets.files;

import io.github.segbench.api.image.ImageCodec;
import io.github.segbench.api.image.RgbImage;
import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.formats.png.LabelPng;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** A folder that a test fills with the files of a small data set. */
public record Folder(Path root) {
  /** Writes bytes, and the folders above them. */
  public Folder file(String path, byte[] content) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
    return this;
  }

  /** Writes lines of text. */
  public Folder text(String path, String... lines) throws IOException {
    return file(path, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** Writes an image of random pixels as PNG, whatever its name says. */
  public Folder image(String path, int width, int height) throws IOException {
    byte[] pixels = new byte[width * height * RgbImage.CHANNELS];
    new Random(path.hashCode()).nextBytes(pixels);
    return file(path, ImageCodec.encodePng(new RgbImage(width, height, pixels)));
  }

  /** Writes ids as a grey PNG file. */
  public Folder ids(String path, int width, int... ids) throws IOException {
    return file(path, LabelPng.encode(map(width, ids)));
  }

  /** Writes colours, 0xRRGGBB, as an RGB PNG file. */
  public Folder colours(String path, int width, int... colours) throws IOException {
    byte[] pixels = new byte[colours.length * RgbImage.CHANNELS];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (colours[i / 3] >> (8 * (2 - i % 3)));
    }
    RgbImage image = new RgbImage(width, colours.length / width, pixels);
    return file(path, ImageCodec.encodePng(image));
  }

  /** A map of ids, row by row. */
  public static LabelMap map(int width, int... ids) {
    short[] labels = new short[ids.length];
    for (int i = 0; i < ids.length; i++) {
      labels[i] = (short) ids[i];
    }
    return new LabelMap(width, ids.length / width, labels);
  }
}
