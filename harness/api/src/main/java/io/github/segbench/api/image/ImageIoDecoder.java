package io.github.segbench.api.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.plugins.tiff.TIFFField;
import javax.imageio.stream.ImageInputStream;

/**
 * Every format that ImageIO has a reader for, in the JDK or in a plug-in. Damaged files end in more
 * kinds of exceptions than {@link IOException}: what is caught here is what readers were seen to
 * throw.
 */
final class ImageIoDecoder implements ImageDecoder {
  private static final String TIFF = "tif";

  /** The letters RIFF, the first one lowest. */
  private static final int RIFF = 0x46464952;

  /** They and the length of what follows. */
  private static final int RIFF_HEADER_BYTES = 8;

  @Override
  public boolean reads(byte[] start) {
    return true;
  }

  @Override
  public ImageSize size(ImageInputStream in, String name) throws IOException {
    ImageReader reader = reader(in, name);
    try {
      reader.setInput(in, true, !isTiff(reader));
      return orientation(reader).size(reader.getWidth(0), reader.getHeight(0));
    } catch (IOException
        | IllegalArgumentException
        | IndexOutOfBoundsException
        | NegativeArraySizeException
        | NullPointerException e) {
      throw ImageCodec.unreadable(name, e);
    } finally {
      reader.dispose();
    }
  }

  @Override
  public RgbImage decode(byte[] encoded, String name) throws IOException {
    BytesInput in = new BytesInput(encoded);
    ImageReader reader = reader(in, name);
    try {
      requireWholeRiff(encoded);
      reader.setInput(in, true, !isTiff(reader));
      Orientation orientation = orientation(reader);
      ImageCodec.requireReadable(new ImageSize(reader.getWidth(0), reader.getHeight(0)));
      return orientation.turn(RasterPixels.rgb(reader.read(0)));
    } catch (IOException
        | IllegalArgumentException
        | IndexOutOfBoundsException
        | NegativeArraySizeException
        | NullPointerException e) {
      throw ImageCodec.unreadable(name, e);
    } finally {
      reader.dispose();
    }
  }

  /** The reader of WebP, which is RIFF, takes what is missing for zeros, and its time over it. */
  private static void requireWholeRiff(byte[] encoded) throws IIOException {
    ByteBuffer bytes = ByteBuffer.wrap(encoded).order(ByteOrder.LITTLE_ENDIAN);
    if (encoded.length < RIFF_HEADER_BYTES || bytes.getInt(0) != RIFF) {
      return;
    }
    long length = RIFF_HEADER_BYTES + (bytes.getInt(Integer.BYTES) & 0xFFFFFFFFL);
    if (encoded.length < length) {
      throw new IIOException("it has " + encoded.length + " bytes, expected " + length);
    }
  }

  private static ImageReader reader(ImageInputStream in, String name) throws IOException {
    return ImageReaders.first(ImageIO.getImageReaders(in))
        .orElseThrow(
            () ->
                new IOException(
                    name
                        + ": not an image in a known format (PNG, JPEG, BMP, GIF, TIFF and, with"
                        + " its plug-in, WebP)"));
  }

  private static boolean isTiff(ImageReader reader) throws IOException {
    return reader.getFormatName().equals(TIFF);
  }

  private static Orientation orientation(ImageReader reader) throws IOException {
    if (!isTiff(reader)) {
      return Orientation.UPRIGHT;
    }
    IIOMetadata metadata = reader.getImageMetadata(0);
    TIFFField field = TIFFDirectory.createFromMetadata(metadata).getTIFFField(Orientation.TAG);
    return Optional.ofNullable(field)
        .map(found -> Orientation.of(found.getAsInt(0)))
        .orElse(Orientation.UPRIGHT);
  }
}
