package io.github.segbench.benchmarks;

import io.github.segbench.api.dataset.AnnotatedImage;
import io.github.segbench.api.dataset.DatasetSpec;
import io.github.segbench.api.dataset.Sample;
import io.github.segbench.api.image.ImageCodec;
import io.github.segbench.api.image.RgbImage;
import io.github.segbench.api.option.Options;
import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.datasets.folder.FolderReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One sample of a data set in files, from disk to pixels and labels: a photo and a label PNG file
 * of that size, both checked against one another.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class SampleBenchmark {
  /** As a frame of Cityscapes and an image of COCO. */
  @Param({"2048x1024.png", "640x480.jpg"})
  public String photo;

  private Path folder;
  private Path image;
  private Path labels;
  private byte[] encoded;
  private Sample sample;

  @Setup
  public void writeFiles() throws IOException {
    int width = Integer.parseInt(photo.substring(0, photo.indexOf('x')));
    int height = Integer.parseInt(photo.substring(photo.indexOf('x') + 1, photo.indexOf('.')));
    folder = Files.createTempDirectory("segbench-sample");
    image = folder.resolve("a_photo" + photo.substring(photo.indexOf('.')));
    labels = folder.resolve("a_labels.png");
    // So that the files are as large as those of the data sets: 2.2 MB, and 150 kB or more.
    if (photo.endsWith("png")) {
      byte[] pixels = PhotoScene.pixels(width, height, 0.7);
      Files.write(image, FilteredPng.encode(width, height, 3, pixels));
    } else {
      byte[] pixels = PhotoScene.pixels(width, height, 6);
      writeJpeg(ImageCodec.toBufferedImage(new RgbImage(width, height, pixels)));
    }
    Files.write(labels, SegmentationFiles.labels(width, height));
    encoded = Files.readAllBytes(image);
    sample = open();
  }

  private void writeJpeg(BufferedImage pixels) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam quality = writer.getDefaultWriteParam();
    quality.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    quality.setCompressionQuality(0.95f);
    try (ImageOutputStream out = ImageIO.createImageOutputStream(image.toFile())) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(pixels, null, null), quality);
    } finally {
      writer.dispose();
    }
  }

  private Sample open() {
    LabelSet classes =
        new LabelSet(
            "classes",
            IntStream.range(0, 19).mapToObj(i -> new Category(i, "c" + i, false, i)).toList(),
            255);
    Map<String, Object> options =
        Map.of(
            "root",
            folder.toString(),
            "images",
            "{id}_photo.*",
            "labels",
            "{id}_labels.png",
            "splits",
            List.of("val"));
    FolderReader reader = new FolderReader();
    Options read = new Options(reader.options(), options);
    return reader.open(new DatasetSpec("sample", "val", classes, read)).samples().get(0);
  }

  @TearDown
  public void removeFiles() throws IOException {
    for (Path file : new Path[] {image, labels, folder}) {
      Files.delete(file);
    }
  }

  @Benchmark
  public AnnotatedImage load() {
    return sample.load();
  }

  /** Labels, and of the image its size. */
  @Benchmark
  public Segmentations groundTruth() {
    return sample.groundTruth();
  }

  /** The photo alone, from memory. */
  @Benchmark
  public RgbImage decode() throws IOException {
    return ImageCodec.decode(encoded, photo);
  }

  /** The photo alone by ImageIO, without a conversion to RGB. */
  @Benchmark
  public BufferedImage decodeByImageIo() {
    try {
      return ImageIO.read(new ByteArrayInputStream(encoded));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
