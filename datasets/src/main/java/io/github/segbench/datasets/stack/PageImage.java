package io.github.segbench.datasets.stack;

import io.github.segbench.api.image.ImageCodec;
import io.github.segbench.datasets.files.StoredImage;
import io.github.segbench.datasets.pixels.PageReader;
import io.github.segbench.formats.FormatException;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A page of a TIFF file, encoded as a PNG file of its own.
 *
 * @param page from 0
 */
record PageImage(Path file, int page) implements StoredImage {
  @Override
  public byte[] encoded() throws IOException {
    try (PageReader pages = PageReader.ofTiff(file)) {
      return ImageCodec.encodePng(ImageCodec.fromBufferedImage(pages.read(page)));
    } catch (FormatException e) {
      throw new IOException("page " + page + ": " + e.getMessage(), e);
    }
  }
}
