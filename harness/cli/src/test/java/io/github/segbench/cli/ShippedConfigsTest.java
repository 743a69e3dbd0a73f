package io.github.segbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.segbench.api.dataset.Dataset;
import io.github.segbench.api.dataset.DatasetSource;
import io.github.segbench.api.dataset.RemoteFile;
import io.github.segbench.api.model.ModelFile;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.engine.config.ConfigCatalogue;
import io.github.segbench.engine.config.ConfigReader;
import io.github.segbench.engine.config.DatasetConfig;
import io.github.segbench.engine.config.ModelCard;
import io.github.segbench.engine.config.ModelConfig;
import io.github.segbench.engine.config.Overrides;
import io.github.segbench.engine.config.ResolvedConfig;
import io.github.segbench.engine.config.RunConfig;
import io.github.segbench.engine.plan.Planner;
import io.github.segbench.engine.plan.Trial;
import io.github.segbench.engine.plugin.Plugins;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file under configs/ is sound, with the plugins that are shipped. */
final class ShippedConfigsTest {
  private static final Path CONFIGS =
      Path.of(System.getProperty("segbench.root", "")).resolve("configs");

  @TempDir private Path folder;

  static List<Path> runs() throws IOException {
    return files("runs");
  }

  @ParameterizedTest
  @MethodSource("runs")
  void readsEveryRunAndTheResolvedRunOfIt(Path file) throws IOException {
    RunConfig run = read(file);

    Path resolved = folder.resolve("resolved.yaml");
    Files.writeString(resolved, ResolvedConfig.toYaml(run));
    assertThat(read(resolved)).isEqualTo(run);
  }

  @Test
  void quickstartComparesTheFiveBundledNetworks() {
    RunConfig run = read(CONFIGS.resolve("runs/quickstart.yaml"));

    assertThat(new Planner().plan(run).trials())
        .extracting(Trial::id)
        .containsExactly(
            "fcn8s-shapes_shapes-test_onnxruntime-cpu-fp32",
            "unet-shapes_shapes-test_onnxruntime-cpu-fp32",
            "segnet-shapes_shapes-test_onnxruntime-cpu-fp32",
            "maskrcnn-shapes_shapes-test_onnxruntime-cpu-fp32",
            "upsnet-shapes_shapes-test_onnxruntime-cpu-fp32");
  }

  @Test
  void camvidReadsTheFolderOfTheSegNetTutorial() {
    Path data = Path.of(System.getProperty("segbench.shared", "none")).resolve("data/camvid");
    assumeThat(data).as("a copy of CamVid").isDirectory();
    String root = "datasets.0.options.root='" + data + "'";
    Plugins plugins = Plugins.onClassPath();
    DatasetConfig camvid =
        new ConfigReader(plugins, List.of())
            .read(CONFIGS.resolve("runs/camvid.yaml"), new Overrides(List.of(root), List.of()))
            .datasets()
            .get(0);

    Dataset dataset = plugins.readers().get(camvid.reader()).open(camvid.spec());

    assertThat(dataset.samples()).hasSize(101);
    assertThat(dataset.samples().get(0).groundTruth().tasks())
        .containsExactly(SegmentationTask.SEMANTIC);
  }

  @Test
  void bundledWeightsHaveTheirChecksums() throws IOException, NoSuchAlgorithmException {
    Path bundled = CONFIGS.resolveSibling("adapters/zoo").normalize();
    int checked = 0;
    for (ModelCard card : models()) {
      ModelConfig model = card.config();
      for (ModelFile file : model.spec().files()) {
        if (!file.path().startsWith(bundled)) {
          continue;
        }
        checked++;
        byte[] digest =
            MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file.path()));
        assertThat(file.sha256()).as(model.id()).hasValue(HexFormat.of().formatHex(digest));
      }
    }
    assertThat(checked).isGreaterThanOrEqualTo(5);
  }

  @Test
  void everyModelThatIsNotBundledSaysHowToGetIt() {
    for (ModelCard card : models()) {
      assertThat(ModelFileState.text(card))
          .as(card.config().id())
          .doesNotStartWith("missing, and its file does not say");
    }
  }

  @Test
  void filesOfModelsAreFetchedToWhereTheyAreLookedFor() {
    for (ModelCard card : models()) {
      List<RemoteFile> files =
          card.origin()
              .filter(ModelFileState::isObtainable)
              .map(DatasetSource::files)
              .orElse(List.of());
      for (RemoteFile file : files) {
        assertThat(card.config().spec().files())
            .as(card.config().id())
            .anyMatch(
                wanted ->
                    wanted.path().endsWith(Path.of(file.into(), file.name()))
                        && wanted
                            .sha256()
                            .equals(Optional.ofNullable(file.checksums().get("sha256"))));
      }
    }
  }

  @Test
  void everyModelAndDataSetIsSound() throws IOException {
    assertThat(models()).hasSameSizeAs(files("models"));
    assertThat(allDatasets().datasets()).hasSameSizeAs(files("datasets"));
  }

  @Test
  void everyLabelSetIsSound() throws IOException {
    List<String> datasets =
        ids("labels").stream()
            .map(id -> "{id: of-%s, reader: shapes, split: test, labels: %s}".formatted(id, id))
            .toList();
    Path run = folder.resolve("labels.yaml");
    Files.writeString(
        run,
        "name: labels\nmodels: [segnet-shapes]\ndatasets: %s\nbackends: [{id: onnxruntime}]\n"
            .formatted(datasets));

    assertThat(read(run).datasets())
        .extracting(dataset -> dataset.spec().labels().id())
        .containsExactlyElementsOf(ids("labels"));
  }

  @Test
  void everyFileNamesItsSchemaForEditors() throws IOException {
    for (String kind : List.of("runs", "models", "datasets", "labels")) {
      String schema = kind.equals("labels") ? kind : kind.substring(0, kind.length() - 1);
      for (Path file : files(kind)) {
        assertThat(Files.readAllLines(file).get(0))
            .as(file.toString())
            .isEqualTo("# yaml-language-server: $schema=../schema/" + schema + ".schema.json");
      }
    }
  }

  /** Every model; the files of most are not here. */
  private static List<ModelCard> models() {
    return new ConfigCatalogue(Plugins.onClassPath(), CONFIGS).models();
  }

  /** A run on every data set. */
  private RunConfig allDatasets() throws IOException {
    Path run = folder.resolve("all.yaml");
    Files.writeString(
        run,
        "name: all\nmodels: [segnet-shapes]\ndatasets: %s\nbackends: [{id: onnxruntime}]\n"
            .formatted(ids("datasets")));
    return read(run);
  }

  private static List<String> ids(String kind) throws IOException {
    return files(kind).stream()
        .map(file -> file.getFileName().toString().replace(".yaml", ""))
        .toList();
  }

  private static RunConfig read(Path file) {
    return new ConfigReader(Plugins.onClassPath(), List.of(CONFIGS)).read(file, Overrides.NONE);
  }

  private static List<Path> files(String kind) throws IOException {
    try (Stream<Path> files = Files.list(CONFIGS.resolve(kind))) {
      return files.sorted().toList();
    }
  }
}
