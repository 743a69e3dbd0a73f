package io.github.segbench.api.image;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * JPEG files by the JDK's reader, to the pixels that libjpeg gives: colour profiles are not
 * applied, CMYK and YCCK go to RGB by {@link CmykPixels}, and a file whose pixels are not all there
 * is refused. The image is turned as EXIF says.
 */
final class JpegDecoder implements ImageDecoder {
  private static final int CMYK_COMPONENTS = 4;

  @Override
  public boolean reads(byte[] start) {
    return JpegHeader.begins(start);
  }

  @Override
  public ImageSize size(ImageInputStream in, String name) throws IOException {
    try {
      return JpegHeader.read(in).size();
    } catch (IOException e) {
      throw ImageCodec.unreadable(name, e);
    }
  }

  @Override
  public RgbImage decode(byte[] encoded, String name) throws IOException {
    ImageReader reader =
        ImageReaders.first(ImageIO.getImageReadersByFormatName("jpeg"))
            .orElseThrow(() -> new IOException(name + ": this Java runtime has no JPEG reader"));
    try {
      JpegHeader header = JpegHeader.read(new BytesInput(encoded));
      ImageCodec.requireReadable(header.size());
      FirstWarning warning = new FirstWarning();
      reader.addIIOReadWarningListener(warning);
      reader.setInput(new BytesInput(header.plain(encoded)), true, true);
      RgbImage image = read(reader, header);
      warning.refuse();
      return header.orientation().turn(image);
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw ImageCodec.unreadable(name, e);
    } finally {
      reader.dispose();
    }
  }

  private static RgbImage read(ImageReader reader, JpegHeader header) throws IOException {
    return switch (header.components()) {
      case RgbImage.CHANNELS -> rgb(reader, header.columns(), header.rows());
      // The reader does not convert these.
      case CMYK_COMPONENTS -> CmykPixels.ofJpeg(reader.readRaster(0, null), header.yCck());
      default -> RasterPixels.rgb(reader.read(0));
    };
  }

  /**
   * Reads into the array of the image, which spares another one and changing the order of bytes.
   */
  private static RgbImage rgb(ImageReader reader, int width, int height) throws IOException {
    byte[] pixels = new byte[width * height * RgbImage.CHANNELS];
    WritableRaster raster =
        Raster.createInterleavedRaster(
            new DataBufferByte(pixels, pixels.length),
            width,
            height,
            width * RgbImage.CHANNELS,
            RgbImage.CHANNELS,
            new int[] {0, 1, 2},
            null);
    ComponentColorModel colours =
        new ComponentColorModel(
            ColorSpace.getInstance(ColorSpace.CS_sRGB),
            false,
            false,
            ComponentColorModel.OPAQUE,
            DataBuffer.TYPE_BYTE);
    ImageReadParam into = reader.getDefaultReadParam();
    into.setDestination(new BufferedImage(colours, raster, false, null));
    reader.read(0, into);
    return new RgbImage(width, height, pixels);
  }
}
