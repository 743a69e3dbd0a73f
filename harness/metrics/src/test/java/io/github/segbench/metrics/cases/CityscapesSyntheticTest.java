package io.github.segbench.metrics.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.PanopticSegmentation;
import io.github.segbench.api.segmentation.Segment;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.api.segmentation.SemanticSegmentation;
import io.github.segbench.metrics.catalogue.Accumulators;
import io.github.segbench.metrics.evaluation.Accumulator;
import io.github.segbench.metrics.evaluation.BootstrapSettings;
import io.github.segbench.metrics.evaluation.ConfusionCounts;
import io.github.segbench.metrics.evaluation.Convention;
import io.github.segbench.metrics.evaluation.Evaluation;
import io.github.segbench.metrics.evaluation.MetricValue;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** IoU and iIoU of classes and categories against cityscapesScripts. */
final class CityscapesSyntheticTest {
  private static final Offset<Double> EXACT = within(1e-9);
  private static final String TRUTH_SUFFIX = "_gtFine_labelIds.png";

  private static final LabelSet LABELS =
      new LabelSet(
          "cityscapes",
          List.of(
              stuff(7, "road", "flat"),
              stuff(8, "sidewalk", "flat"),
              stuff(11, "building", "construction"),
              stuff(12, "wall", "construction"),
              stuff(13, "fence", "construction"),
              stuff(17, "pole", "object"),
              stuff(19, "traffic light", "object"),
              stuff(20, "traffic sign", "object"),
              stuff(21, "vegetation", "nature"),
              stuff(22, "terrain", "nature"),
              stuff(23, "sky", "sky"),
              thing(24, "person", "human"),
              thing(25, "rider", "human"),
              thing(26, "car", "vehicle"),
              thing(27, "truck", "vehicle"),
              thing(28, "bus", "vehicle"),
              thing(31, "train", "vehicle"),
              thing(32, "motorcycle", "vehicle"),
              thing(33, "bicycle", "vehicle")),
          0);

  private final CaseFolder folder = new CaseFolder("cityscapes_synthetic_6");

  // The reference writes NaN where a number is undefined.
  private final JsonNode expected =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .build()
          .readTree(folder.file("expected.json"));

  @Test
  void agreesWithCityscapesScripts() throws IOException {
    Evaluation evaluation = evaluate();
    assertAgrees(evaluation, "IoU", "mIoU", "classScores", "averageScoreClasses");
    assertAgrees(evaluation, "iIoU", "meanIIoU", "classInstScores", "averageScoreInstClasses");
    assertAgrees(
        evaluation, "categoryIoU", "meanCategoryIoU", "categoryScores", "averageScoreCategories");
    assertAgrees(
        evaluation,
        "categoryIIoU",
        "meanCategoryIIoU",
        "categoryInstScores",
        "averageScoreInstCategories");
    assertCountsAgree(evaluation.confusion().orElseThrow());
  }

  private void assertAgrees(
      Evaluation evaluation, String each, String mean, String theirs, String theirMean) {
    int defined = 0;
    for (Map.Entry<String, JsonNode> score : expected.get(theirs).properties()) {
      double number = score.getValue().asDouble();
      Double ours = evaluation.value(each, score.getKey()).map(MetricValue::value).orElse(null);
      if (Double.isNaN(number)) {
        assertThat(ours).as("%s of %s", each, score.getKey()).isNull();
      } else {
        assertThat(ours).as("%s of %s", each, score.getKey()).isCloseTo(number, EXACT);
        defined++;
      }
    }
    assertThat(defined).isPositive();
    assertThat(evaluation.value(mean, MetricValue.ALL).orElseThrow().value())
        .as(mean)
        .isCloseTo(expected.get(theirMean).asDouble(), EXACT);
  }

  /** Their matrix is over all label ids; ours over the classes that are evaluated. */
  private void assertCountsAgree(ConfusionCounts counts) {
    JsonNode matrix = expected.get("confMatrix");
    for (int truth = 0; truth < LABELS.size(); truth++) {
      JsonNode row = matrix.get(LABELS.categories().get(truth).id());
      long sum = 0;
      for (int prediction = 0; prediction < LABELS.size(); prediction++) {
        assertThat(counts.counts()[truth][prediction])
            .isEqualTo(row.get(LABELS.categories().get(prediction).id()).asLong());
        sum += counts.counts()[truth][prediction];
      }
      long all = row.valueStream().mapToLong(JsonNode::asLong).sum();
      assertThat(counts.counts()[truth][LABELS.size()]).isEqualTo(all - sum);
    }
  }

  private Evaluation evaluate() throws IOException {
    Accumulator accumulator = Accumulators.create(LABELS, Convention.CITYSCAPES);
    Path truths = folder.file("gtFine/val/frankfurt");
    List<Path> files;
    try (Stream<Path> listed = Files.list(truths)) {
      files = listed.filter(f -> f.toString().endsWith(TRUTH_SUFFIX)).sorted().toList();
    }
    for (int i = 0; i < files.size(); i++) {
      String frame = files.get(i).getFileName().toString().replace(TRUTH_SUFFIX, "");
      SemanticSegmentation truth = semantic(files.get(i));
      Segmentations annotated =
          Segmentations.of(truth, instances(truths.resolve(frame + "_gtFine_instanceIds.png")));
      Path prediction = folder.file("results/" + frame + "_pred_labelIds.png");
      accumulator.add(i, annotated, Segmentations.of(semantic(prediction)));
    }
    assertThat(files).hasSize(6);
    return accumulator.evaluate(new BootstrapSettings(0, 0));
  }

  private static SemanticSegmentation semantic(Path file) throws IOException {
    Raster raster = ImageIO.read(file.toFile()).getRaster();
    int[] samples = samples(raster);
    short[] labels = new short[samples.length];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = (short) samples[i];
    }
    return new SemanticSegmentation(new LabelMap(raster.getWidth(), raster.getHeight(), labels));
  }

  /** Ids below 1000 are stuff, groups and void: class; from 1000 on class x 1000 + number. */
  private static PanopticSegmentation instances(Path file) throws IOException {
    Raster raster = ImageIO.read(file.toFile()).getRaster();
    int[] ids = samples(raster);
    BitSet occurring = new BitSet();
    for (int id : ids) {
      occurring.set(id);
    }
    List<Segment> segments = new ArrayList<>();
    for (int id = occurring.nextSetBit(1); id >= 0; id = occurring.nextSetBit(id + 1)) {
      int category = id < 1000 ? id : id / 1000;
      boolean crowd = id < 1000 && LABELS.byId(id).filter(Category::isThing).isPresent();
      segments.add(new Segment(id, category, crowd));
    }
    return new PanopticSegmentation(raster.getWidth(), raster.getHeight(), ids, segments);
  }

  private static int[] samples(Raster raster) {
    DataBuffer buffer = raster.getDataBuffer();
    int[] samples = new int[buffer.getSize()];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = buffer.getElem(i);
    }
    assertThat(samples).hasSize(raster.getWidth() * raster.getHeight());
    return samples;
  }

  private static Category stuff(int id, String name, String group) {
    return new Category(id, name, false, 0, group, null);
  }

  private static Category thing(int id, String name, String group) {
    return new Category(id, name, true, 0, group, null);
  }
}
