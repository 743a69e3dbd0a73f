package io.github.segbench.datasets.files;

import io.github.segbench.api.image.ImageCodec;
import io.github.segbench.api.image.ImageSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** The image of a sample as it lies on disk. Safe to use from many threads. */
public interface StoredImage {
  /** The file that it is in, which other images may be in too. */
  Path file();

  /**
   * The compressed image, such as the content of a JPEG file; each call reads anew.
   *
   * @throws IOException if the file cannot be read
   */
  byte[] encoded() throws IOException;

  /**
   * What {@link #encoded} says of its size; no pixel is decoded.
   *
   * @throws IOException if the file cannot be read or is no image
   */
  default ImageSize size() throws IOException {
    return ImageCodec.size(encoded(), file().toString());
  }

  /** An image that has a file of its own. */
  record Whole(Path file) implements StoredImage {
    public Whole {
      Objects.requireNonNull(file, "file");
    }

    @Override
    public byte[] encoded() throws IOException {
      return Files.readAllBytes(file);
    }

    @Override
    public ImageSize size() throws IOException {
      return ImageCodec.size(file);
    }
  }
}
