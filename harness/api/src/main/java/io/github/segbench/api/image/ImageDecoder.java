package io.github.segbench.api.image;

import java.io.IOException;
import javax.imageio.stream.ImageInputStream;

/**
 * A decoder of images of one format, or of several. {@link ImageCodec} finds those on the class
 * path by {@link java.util.ServiceLoader} and prefers them to ImageIO's. Safe to use from many
 * threads.
 */
public interface ImageDecoder {
  /** How much of a file {@link #reads} is shown: its first bytes, fewer if the file has fewer. */
  int START_BYTES = 16;

  /** Whether a file that begins so is one of its format, if perhaps a damaged one. */
  boolean reads(byte[] start);

  /**
   * Reads no more than it must.
   *
   * @param in at the beginning of the file
   * @param name names the file in the error message
   * @throws IOException naming the file, if its size cannot be told
   */
  ImageSize size(ImageInputStream in, String name) throws IOException;

  /**
   * Decodes as {@link ImageCodec#decode} says.
   *
   * @param name names the bytes in the error message
   * @throws IOException naming the bytes, if they are not one whole image
   */
  RgbImage decode(byte[] encoded, String name) throws IOException;
}
