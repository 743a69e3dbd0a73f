package io.github.segbench.latency;

import io.github.segbench.api.dataset.Sample;
import io.github.segbench.api.image.ImageCodec;
import io.github.segbench.api.image.RgbImage;
import io.github.segbench.engine.run.LatencyException;
import java.io.IOException;
import java.util.List;

/** A compressed image in memory. */
final class EncodedImage {
  private final String id;
  private final byte[] bytes;

  EncodedImage(String id, byte[] bytes) {
    this.id = id;
    this.bytes = bytes.clone();
  }

  /** Of the sample that it is. */
  String id() {
    return id;
  }

  /** The first images of a list; all of them where there are fewer than that. */
  static List<EncodedImage> first(int count, List<Sample> samples) {
    return samples.stream()
        .limit(count)
        .map(sample -> new EncodedImage(sample.id(), sample.encodedImage()))
        .toList();
  }

  /**
   * @throws LatencyException if the image is corrupt
   */
  RgbImage decode() {
    try {
      return ImageCodec.decode(bytes, "image " + id);
    } catch (IOException e) {
      throw new LatencyException(String.valueOf(e.getMessage()), e);
    }
  }
}
