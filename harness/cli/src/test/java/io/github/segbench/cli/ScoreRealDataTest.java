package io.github.segbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.PanopticSegmentation;
import io.github.segbench.api.segmentation.Segment;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.formats.coco.CocoPanoptic;
import io.github.segbench.formats.coco.CocoPanopticWriter;
import io.github.segbench.formats.coco.PanopticFiles;
import io.github.segbench.formats.labels.LabelFolder;
import io.github.segbench.formats.png.LabelPng;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntBinaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The command {@code score} on real data sets, where they are: against themselves, and against a
 * copy that was moved by some pixels, whose numbers are counted pixel by pixel here.
 */
final class ScoreRealDataTest {
  private static final int MOVED_RIGHT = 5;
  private static final int MOVED_DOWN = 3;

  @TempDir private Path folder;

  private static Path shared(String path) {
    Path found = Path.of(System.getProperty("segbench.shared", "absent")).resolve(path);
    assumeThat(found).exists();
    return found;
  }

  @Test
  void camVidAgainstItselfIsPerfect() {
    Path labels = shared("data/camvid/valannot");
    score("labels", labels, labels.toString(), "--labels", "camvid11");
    assertThat(overall("mIoU")).isEqualTo(1);
    assertThat(overall("pixelAccuracy")).isEqualTo(1);
  }

  @Test
  void movedCamVidScoresWhatPixelLoopsCount() throws IOException {
    Path labels = shared("data/camvid/valannot");
    int classes = 11;
    long[] right = new long[classes];
    long[] truth = new long[classes];
    long[] predicted = new long[classes];
    LabelFolder maps = LabelFolder.open(labels);
    Files.createDirectories(folder.resolve("moved"));
    for (String image : maps.images()) {
      LabelMap map = maps.read(image).orElseThrow().semantic().orElseThrow().labels();
      LabelMap moved = moved(map);
      Files.write(folder.resolve("moved/" + image + ".png"), LabelPng.encode(moved));
      for (int y = 0; y < map.height(); y++) {
        for (int x = 0; x < map.width(); x++) {
          int is = map.at(x, y);
          int says = moved.at(x, y);
          if (is < classes) {
            truth[is]++;
            predicted[says < classes ? says : is] += says < classes ? 1 : 0;
            right[is] += is == says ? 1 : 0;
          }
        }
      }
    }
    double sum = 0;
    for (int c = 0; c < classes; c++) {
      sum += right[c] / (double) (truth[c] + predicted[c] - right[c]);
    }
    score("labels", labels, folder.resolve("moved").toString(), "--labels", "camvid11");
    assertThat(overall("mIoU")).isBetween(0.5, 0.99).isCloseTo(sum / classes, within(1e-12));
  }

  private static LabelMap moved(LabelMap map) {
    short[] ids = new short[map.width() * map.height()];
    for (int y = 0; y < map.height(); y++) {
      for (int x = 0; x < map.width(); x++) {
        boolean inside = x >= MOVED_RIGHT && y >= MOVED_DOWN;
        ids[y * map.width() + x] = (short) (inside ? map.at(x - MOVED_RIGHT, y - MOVED_DOWN) : 11);
      }
    }
    return new LabelMap(map.width(), map.height(), ids);
  }

  @Test
  void cocoPanopticAgainstItselfIsPerfect() {
    Path json = shared("data/coco/annotations/panoptic_train2017.json");
    score("coco-panoptic", json, json.toString());
    assertThat(overall("PQ")).isEqualTo(1);
    assertThat(overall("SQ")).isEqualTo(1);
  }

  @Test
  void movedCocoPanopticScoresWhatPixelLoopsCount() {
    Path json = shared("data/coco/annotations/panoptic_train2017.json");
    CocoPanoptic truth = CocoPanoptic.read(PanopticFiles.beside(json));
    PanopticFiles copy = PanopticFiles.beside(folder.resolve("moved.json"));
    Random random = new Random(4);
    Map<Integer, double[]> counts = new HashMap<>();
    try (CocoPanopticWriter writer = new CocoPanopticWriter(copy, truth.labels().categories())) {
      for (String image : truth.images()) {
        PanopticSegmentation map = truth.read(image).orElseThrow().panoptic().orElseThrow();
        PanopticSegmentation moved = moved(map, random);
        writer.write(image, Segmentations.of(moved));
        count(map, moved, counts);
      }
      writer.finish();
    }
    double sum = 0;
    for (double[] count : counts.values()) {
      sum += count[0] / (count[1] + 0.5 * count[2] + 0.5 * count[3]);
    }
    score("coco-panoptic", json, copy.json().toString());
    assertThat(overall("PQ")).isBetween(0.2, 0.9).isCloseTo(sum / counts.size(), within(1e-9));
  }

  /** Moved, and every tenth segment of another category, as that of the segment before. */
  private static PanopticSegmentation moved(PanopticSegmentation map, Random random) {
    int[] ids = new int[map.segmentIds().length];
    for (int y = MOVED_DOWN; y < map.height(); y++) {
      for (int x = MOVED_RIGHT; x < map.width(); x++) {
        ids[y * map.width() + x] =
            map.segmentIds()[(y - MOVED_DOWN) * map.width() + x - MOVED_RIGHT];
      }
    }
    List<Segment> segments = new ArrayList<>();
    int category = map.segments().get(0).category();
    for (Segment segment : map.segments()) {
      int own = segment.category();
      if (Arrays.stream(ids).anyMatch(id -> id == segment.id())) {
        segments.add(new Segment(segment.id(), random.nextInt(10) == 0 ? category : own, false));
      }
      category = own;
    }
    return new PanopticSegmentation(map.width(), map.height(), ids, segments);
  }

  /** Adds sum of IoU, TP, FP and FN by category, as panopticapi's evaluation defines them. */
  private static void count(
      PanopticSegmentation truth, PanopticSegmentation prediction, Map<Integer, double[]> counts) {
    Map<Integer, Map<Integer, int[]>> pairs = new HashMap<>();
    Map<Integer, Integer> trueArea = new HashMap<>();
    Map<Integer, Integer> area = new HashMap<>();
    for (int i = 0; i < truth.segmentIds().length; i++) {
      pairs.computeIfAbsent(truth.segmentIds()[i], id -> new HashMap<>())
          .computeIfAbsent(prediction.segmentIds()[i], id -> new int[1])[0]++;
    }
    pairs.forEach(
        (is, says) ->
            says.forEach(
                (id, pixels) -> {
                  trueArea.merge(is, pixels[0], Integer::sum);
                  area.merge(id, pixels[0], Integer::sum);
                }));
    IntBinaryOperator common =
        (is, says) -> pairs.getOrDefault(is, Map.of()).getOrDefault(says, new int[1])[0];
    List<Segment> unmatched = new ArrayList<>(prediction.segments());
    Map<Integer, Segment> crowds = new HashMap<>();
    for (Segment segment : truth.segments()) {
      if (segment.crowd()) {
        crowds.put(segment.category(), segment);
        continue;
      }
      double[] count = counts.computeIfAbsent(segment.category(), key -> new double[4]);
      count[3]++;
      for (Segment other : prediction.segments()) {
        int both = common.applyAsInt(segment.id(), other.id());
        int onVoid = common.applyAsInt(PanopticSegmentation.VOID, other.id());
        double union = trueArea.get(segment.id()) + area.get(other.id()) - both - onVoid;
        if (other.category() == segment.category() && both / union > 0.5) {
          count[0] += both / union;
          count[1]++;
          count[3]--;
          unmatched.remove(other);
        }
      }
    }
    for (Segment other : unmatched) {
      int ignored = common.applyAsInt(PanopticSegmentation.VOID, other.id());
      if (crowds.containsKey(other.category())) {
        int crowd = crowds.get(other.category()).id();
        ignored += common.applyAsInt(crowd, other.id());
      }
      if (ignored <= 0.5 * area.get(other.id())) {
        counts.computeIfAbsent(other.category(), key -> new double[4])[2]++;
      }
    }
  }

  /** A run's own numbers, and those of the predictions that it saved, are the same. */
  @Test
  void savedPredictionsScoreAsTheRunDid() throws IOException {
    Path runFile =
        Files.writeString(
            folder.resolve("run.yaml"),
            """
            name: saved
            models: [upsnet-shapes]
            datasets: [{use: shapes, split: val, options: {count: 12}}]
            backends: [{id: onnxruntime}]
            latency: {enabled: false}
            """);
    CommandLineRun run =
        CommandLineRun.of(
            "run",
            runFile.toString(),
            "--save",
            "predictions",
            "--save-as",
            "labels,npy,coco-instances,coco-panoptic",
            "--out",
            folder.resolve("run").toString());
    assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.DONE);
    StoredRun stored = StoredRun.only(folder.resolve("run"), "saved");
    Path saved = StoredRun.onlyIn(stored.file("predictions"));
    Map<String, String> formats =
        Map.of(
            "labels", "labels",
            "npy", "labels",
            "instances.json", "coco-instances",
            "panoptic.json", "coco-panoptic");
    List<String> own = stored.values("shapes");
    assertThat(own).hasSizeGreaterThan(50);
    formats.forEach(
        (file, format) -> {
          Path out = folder.resolve("of-" + file);
          CommandLineRun score =
              CommandLineRun.of(
                  "score",
                  "--format",
                  format,
                  "--dataset",
                  "shapes",
                  "--split",
                  "val",
                  "--set",
                  "options.count=12",
                  "--predictions",
                  saved.resolve(file).toString(),
                  "--out",
                  out.toString());
          assertThat(score.status()).as(score.err()).isEqualTo(ExitStatus.DONE);
          assertThat(StoredRun.only(out, "score").values("shapes")).isNotEmpty().isSubsetOf(own);
        });
  }

  private void score(String format, Path truth, String predictions, String... more) {
    String[] options =
        Stream.concat(Stream.of("--resamples", "0"), Stream.of(more)).toArray(String[]::new);
    CommandLineRun run =
        CommandLineRun.score(format, truth, predictions, folder.resolve("results"), options);
    assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.DONE);
  }

  private double overall(String metric) {
    return StoredRun.only(folder.resolve("results"), "score").rows("metrics.csv").stream()
        .filter(row -> row.get("metric").equals(metric) && row.get("category").equals("all"))
        .mapToDouble(row -> Double.parseDouble(row.get("value")))
        .findFirst()
        .orElseThrow();
  }
}
