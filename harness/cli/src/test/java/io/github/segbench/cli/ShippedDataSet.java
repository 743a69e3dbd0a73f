package io.github.segbench.cli;

import io.github.segbench.api.dataset.Dataset;
import io.github.segbench.api.dataset.DatasetReader;
import io.github.segbench.api.dataset.DatasetSpec;
import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.engine.config.ConfigReader;
import io.github.segbench.engine.config.DatasetConfig;
import io.github.segbench.engine.config.Overrides;
import io.github.segbench.engine.plugin.Plugins;
import io.github.segbench.testkit.DatasetReaderContract;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every reader promises, of a data set as configs/datasets describes it, on a few made-up
 * files in its official layout.
 */
abstract class ShippedDataSet extends DatasetReaderContract {
  private static final Path CONFIGS =
      Path.of(System.getProperty("segbench.root", "")).resolve("configs");

  @TempDir private Path folder;

  private final String id;

  /**
   * @param id of the file in configs/datasets
   */
  ShippedDataSet(String id) {
    this.id = id;
  }

  /** Writes the files. */
  abstract void write() throws IOException;

  @BeforeEach
  final void writeFiles() throws IOException {
    Files.createDirectories(root());
    write();
  }

  /** The data set's folder. */
  final Path root() {
    return folder.resolve("data");
  }

  private DatasetConfig config() {
    Path run = folder.resolve("run.yaml");
    try {
      Files.writeString(
          run,
          "name: one\nmodels: [segnet-shapes]\ndatasets: [%s]\nbackends: [{id: onnxruntime}]\n"
              .formatted(id));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String root = "datasets.0.options.root='" + root() + "'";
    return new ConfigReader(Plugins.onClassPath(), List.of(CONFIGS))
        .read(run, new Overrides(List.of(root), List.of()))
        .datasets()
        .get(0);
  }

  @Override
  protected final DatasetReader reader() {
    return Plugins.onClassPath().readers().get(config().reader());
  }

  @Override
  protected final DatasetSpec spec() {
    return config().spec();
  }

  final Dataset open() {
    return reader().open(spec());
  }

  final Dataset open(String split) {
    DatasetSpec spec = spec();
    return reader().open(new DatasetSpec(spec.id(), split, spec.labels(), spec.options()));
  }

  /** The labels of the first sample by name, row by row. */
  final List<String> names() {
    Dataset dataset = open();
    LabelMap map = dataset.samples().get(0).load().groundTruth().semantic().orElseThrow().labels();
    int[] ids = new int[map.width() * map.height()];
    Arrays.setAll(ids, map::at);
    return Arrays.stream(ids)
        .mapToObj(label -> dataset.labels().byId(label).map(Category::name).orElse("void"))
        .toList();
  }

  /** Writes an image of the kind that the name of its file says: a row of colours 0xRRGGBB. */
  final void rgb(String path, int... colours) throws IOException {
    BufferedImage image = new BufferedImage(colours.length, 1, BufferedImage.TYPE_3BYTE_BGR);
    image.setRGB(0, 0, colours.length, 1, colours, 0, colours.length);
    write(path, image);
  }

  /** Writes a grey image: a row of values. */
  final void grey(String path, int... values) throws IOException {
    write(path, greyImage(values));
  }

  static BufferedImage greyImage(int... values) {
    BufferedImage image = new BufferedImage(values.length, 1, BufferedImage.TYPE_BYTE_GRAY);
    image.getRaster().setPixels(0, 0, values.length, 1, values);
    return image;
  }

  private void write(String path, BufferedImage image) throws IOException {
    Path file = root().resolve(path);
    Files.createDirectories(file.getParent());
    if (!ImageIO.write(image, path.substring(path.lastIndexOf('.') + 1), file.toFile())) {
      throw new IOException("no writer for " + path);
    }
  }

  final void text(String path, String content) throws IOException {
    Path file = root().resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }
}
