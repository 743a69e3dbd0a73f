package io.github.segbench.datasets.coco;

import static io.github.segbench.datasets.coco.CocoFixture.CATEGORIES;
import static io.github.segbench.datasets.coco.CocoFixture.INSTANCES_2017;
import static io.github.segbench.datasets.coco.CocoFixture.LABELS;
import static io.github.segbench.datasets.coco.CocoFixture.OBJECTS;
import static io.github.segbench.datasets.coco.CocoFixture.PANOPTIC_2017;
import static io.github.segbench.datasets.coco.CocoFixture.images;
import static io.github.segbench.datasets.coco.CocoFixture.json;
import static io.github.segbench.datasets.coco.CocoFixture.with;

import io.github.segbench.api.dataset.DatasetReader;
import io.github.segbench.api.dataset.DatasetSpec;
import io.github.segbench.testkit.DatasetReaderContract;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** The contract on every layout of COCO that a data set is configured for. */
final class CocoContractTest {
  @TempDir private Path root;

  /** Writes files and says how they are read. */
  private interface Layout {
    Map<String, ?> write(CocoFixture fixture) throws IOException;
  }

  private abstract class OneLayout extends DatasetReaderContract {
    private final Layout layout;

    private OneLayout(Layout layout) {
      this.layout = layout;
    }

    @Override
    protected DatasetReader reader() {
      return new CocoReader();
    }

    @Override
    protected DatasetSpec spec() {
      CocoFixture fixture = new CocoFixture(root);
      try {
        return fixture.spec(LABELS, layout.write(fixture));
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }
  }

  @Nested
  final class Instances2017 extends OneLayout {
    private Instances2017() {
      super(
          fixture -> {
            fixture.instances();
            return INSTANCES_2017;
          });
    }
  }

  @Nested
  final class Instances2014 extends OneLayout {
    private Instances2014() {
      super(
          fixture -> {
            fixture
                .image("val2014/COCO_val2014_000000000139.png")
                .image("val2014/COCO_val2014_000000000285.png")
                .text(
                    "annotations/instances_val2014.json",
                    json(images("COCO_val2014_"), CATEGORIES + "]", OBJECTS));
            return Map.of(
                "images", "{split}2014", "instances", "annotations/instances_{split}2014.json");
          });
    }
  }

  @Nested
  final class Panoptic2017 extends OneLayout {
    private Panoptic2017() {
      super(
          fixture -> {
            fixture.panoptic();
            return PANOPTIC_2017;
          });
    }
  }

  @Nested
  final class AllTasks2017 extends OneLayout {
    private AllTasks2017() {
      super(
          fixture -> {
            fixture.instances().panoptic();
            return with(
                with(PANOPTIC_2017, "instances", INSTANCES_2017.get("instances")),
                "semanticFromPanoptic",
                true);
          });
    }
  }

  @Nested
  final class StuffMaps extends OneLayout {
    private StuffMaps() {
      super(
          fixture -> {
            fixture
                .image("val2017/000000000139.png")
                .labels(
                    "stuffthingmaps/val2017/000000000139.png",
                    1,
                    1,
                    255,
                    255,
                    193,
                    193,
                    3,
                    3,
                    187,
                    187,
                    187,
                    187);
            return Map.of(
                "images", "{split}2017", "labels", "stuffthingmaps/{split}2017/{name}.png");
          });
    }
  }

  @Nested
  final class StuffRegions extends OneLayout {
    private StuffRegions() {
      super(
          fixture -> {
            fixture
                .image("val2017/000000000139.png")
                .image("val2017/000000000285.png")
                .text(
                    "annotations/stuff_val2017.json", json(images(""), CATEGORIES + "]", OBJECTS));
            return Map.of("images", "{split}2017", "stuff", "annotations/stuff_{split}2017.json");
          });
    }
  }

  /** One JSON file without splits, as tools for annotation write it. */
  @Nested
  final class OneFile extends OneLayout {
    private OneFile() {
      super(
          fixture -> {
            fixture
                .image("images/a000000000139.png")
                .image("images/a000000000285.png")
                .text("labels.json", json(images("a"), CATEGORIES + "]", OBJECTS));
            return Map.of("images", "images", "instances", "labels.json", "splits", List.of("val"));
          });
    }
  }
}
