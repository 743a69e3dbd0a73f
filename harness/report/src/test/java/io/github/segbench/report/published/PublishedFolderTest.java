package io.github.segbench.report.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.segbench.metrics.catalogue.Metric;
import io.github.segbench.report.ReportException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PublishedFolderTest {
  private static final Path ROOT = Path.of("../..");
  private static final String HEADER =
      "model,backbone,dataset,split,protocol,scales,training_data,metric,category,value,source,"
          + "citation,checked\n";
  private static final String ROW =
      "PSPNet,ResNet-101,cityscapes,val,19 classes,single,fine,mIoU,all,0.797,README.md,"
          + "\"Zhao, Shi 2017\",read\n";

  @TempDir Path folder;

  private List<PublishedNumber> read(String text) throws IOException {
    Files.writeString(folder.resolve("cityscapes.csv"), text);
    return PublishedFolder.read(folder);
  }

  @Test
  void readsEveryColumn() throws IOException {
    assertThat(read(HEADER + ROW))
        .containsExactly(
            new PublishedNumber(
                new PublishedModel(
                    "PSPNet",
                    "ResNet-101",
                    "cityscapes",
                    "val",
                    "19 classes",
                    "single",
                    "fine",
                    "README.md",
                    "Zhao, Shi 2017"),
                Metric.MEAN_IOU,
                "all",
                0.797));
  }

  @Test
  void anInstallationWithoutTheFolderHasNoNumbers() {
    assertThat(PublishedFolder.read(folder.resolve("nowhere"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0.797,79.7,column value is '79.7'; expected a fraction 0..1",
    "0.797,high,column value is 'high'; expected a fraction 0..1",
    "0.797,NaN,column value is 'NaN'; expected a fraction 0..1",
    "mIoU,miou,column metric is 'miou'; expected a name that 'segbench list metrics' knows",
    "single,many,column scales is 'many'; expected single",
    "',read',',seen',column checked is 'seen'; expected read",
    "cityscapes,'',column dataset is ''; expected some text",
    "README.md,'',column source is ''; expected some text",
    "',19 classes','',12 fields; expected model",
    "'\"Zhao,','\"Zhao\"x,',no CSV; expected fields quoted",
  })
  void namesFileLineAndColumnOfAMistake(String right, String wrong, String message) {
    String mistaken = ROW.replace(right, wrong).replace("PSPNet", "Other");

    assertThatExceptionOfType(ReportException.class)
        .isThrownBy(() -> read(HEADER + ROW + mistaken))
        .withMessageContaining(folder.resolve("cityscapes.csv").toString())
        .withMessageContaining("line 3: ")
        .withMessageContaining(message.substring(0, message.indexOf(';')))
        .withMessageContaining(message.substring(message.indexOf(';') + 2));
  }

  @Test
  void refusesAColumnThatIsMissing() {
    assertThatExceptionOfType(ReportException.class)
        .isThrownBy(() -> read(HEADER.replace(",scales", "") + ROW))
        .withMessageContaining("cityscapes.csv, line 1: columns are model,backbone,")
        .withMessageContaining("expected " + HEADER.strip());
  }

  @Test
  void refusesTwoValuesOfOneNumber() {
    assertThatExceptionOfType(ReportException.class)
        .isThrownBy(() -> read(HEADER + ROW + ROW.replace("0.797", "0.8")))
        .withMessageContaining("line 3: a second value");
  }

  @Test
  void shippedNumbersAreOfKnownDataSets() {
    List<PublishedNumber> shipped = PublishedFolder.read(ROOT.resolve("results/published"));

    assertThat(shipped).hasSizeGreaterThan(80);
    Set<String> datasets =
        shipped.stream().map(number -> number.model().dataset()).collect(Collectors.toSet());
    // Of these there are published numbers before there is a reader's configuration.
    datasets.removeAll(Set.of("phc-u373", "dic-hela", "drive", "stare", "chase-db1", "hrf"));
    assertThat(datasets)
        .contains("camvid", "cityscapes", "voc2012", "coco2017-instances", "ade20k")
        .allSatisfy(id -> assertThat(ROOT.resolve("configs/datasets/" + id + ".yaml")).exists());
    assertThat(shipped.stream().map(number -> number.model().model()))
        .contains("FCN-8s", "SegNet", "Bayesian SegNet", "Mask R-CNN", "UPSNet", "PSPNet")
        .contains("DeepLab v1", "DeepLab v2", "DeepLab v3", "DeepLab v3+", "RefineNet", "U-Net")
        .contains("Dilation8", "Dilation10", "FC-DenseNet103");
  }
}
