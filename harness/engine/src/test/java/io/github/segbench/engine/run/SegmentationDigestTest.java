package io.github.segbench.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.segbench.api.segmentation.BoundingBox;
import io.github.segbench.api.segmentation.Instance;
import io.github.segbench.api.segmentation.InstanceSegmentation;
import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.Mask;
import io.github.segbench.api.segmentation.PanopticSegmentation;
import io.github.segbench.api.segmentation.Segment;
import io.github.segbench.api.segmentation.Segmentation;
import io.github.segbench.api.segmentation.SemanticSegmentation;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SegmentationDigestTest {
  private static final Mask MASK = Mask.ofCounts(2, 2, new int[] {1, 2, 1});
  private static final BoundingBox BOX = new BoundingBox(0, 0, 2, 2);
  private static final Instance OBJECT = Instance.detection(1, 0.5, MASK, BOX);

  /** A hash of another form of the same map, or of fewer digits, would differ from run to run. */
  @Test
  void digestOfALabelMapIsAlwaysTheSame() throws NoSuchAlgorithmException {
    byte[] hashed = new byte[6 * Integer.BYTES];
    // Width 2, height 2; then label 7 up to pixel 3 and label 9 up to pixel 4.
    int[] values = {2, 2, 7, 3, 9, 4};
    ByteBuffer.wrap(hashed).asIntBuffer().put(values);
    byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(hashed);

    assertThat(SegmentationDigest.of(labels(7, 7, 7, 9)))
        .isEqualTo(HexFormat.of().formatHex(sha256));
  }

  @Test
  void mapsOfBytesAndOfShortsHaveOneDigest() {
    Segmentation bytes =
        new SemanticSegmentation(LabelMap.ofBytes(2, 2, new byte[] {0, (byte) 200, 1, 1}));

    assertThat(SegmentationDigest.of(bytes)).isEqualTo(SegmentationDigest.of(labels(0, 200, 1, 1)));
  }

  @Test
  void seesAnotherLabelOrAnotherShape() {
    assertDiffer(
        labels(7, 7, 7, 9),
        labels(7, 7, 9, 9),
        labels(7, 7, 7, 8),
        new SemanticSegmentation(new LabelMap(4, 1, new short[] {7, 7, 7, 9})),
        new SemanticSegmentation(new LabelMap(1, 4, new short[] {7, 7, 7, 9})));
  }

  /** A map of many runs does not fit into the buffer at once. */
  @Test
  void seesTheLastOfManyPixels() {
    short[] stripes = new short[10_000];
    for (int i = 0; i < stripes.length; i++) {
      stripes[i] = (short) (i % 2);
    }
    short[] other = stripes.clone();
    other[9_999] = 5;

    assertDiffer(
        new SemanticSegmentation(new LabelMap(100, 100, stripes)),
        new SemanticSegmentation(new LabelMap(100, 100, other)));
  }

  @Test
  void seesWhateverScoresAnObject() {
    Mask smaller = Mask.ofCounts(2, 2, new int[] {1, 1, 2});
    Instance second = Instance.detection(2, 0.25, MASK, BOX);
    assertDiffer(
        objects(),
        objects(OBJECT),
        objects(Instance.detection(2, 0.5, MASK, BOX)),
        objects(Instance.detection(1, Math.nextUp(0.5), MASK, BOX)),
        objects(Instance.detection(1, 0.5, smaller, BOX)),
        objects(Instance.detection(1, 0.5, MASK, new BoundingBox(0, 0, 2, 1))),
        objects(OBJECT, second),
        objects(second, OBJECT));
  }

  @Test
  void panopticMapsOfIdsAndOfRunsHaveOneDigest() {
    List<Segment> segments = List.of(new Segment(5, 1, false), new Segment(3, 2, false));
    Segmentation ids = new PanopticSegmentation(2, 2, new int[] {5, 5, 0, 3}, segments);
    // Pixels 0 and 1 are of segment 5 and come as two runs here.
    Segmentation runs =
        PanopticSegmentation.ofRuns(
            2, 2, new int[] {1, 2, 3, 4}, new int[] {0, 0, -1, 1}, segments);

    assertThat(SegmentationDigest.of(runs)).isEqualTo(SegmentationDigest.of(ids));
  }

  @Test
  void seesAnotherSegment() {
    List<Segment> segments = List.of(new Segment(5, 1, false), new Segment(3, 2, false));
    List<Segment> otherCategory = List.of(new Segment(5, 1, false), new Segment(3, 1, false));
    assertDiffer(
        new PanopticSegmentation(2, 2, new int[] {5, 5, 0, 3}, segments),
        new PanopticSegmentation(2, 2, new int[] {5, 5, 0, 3}, otherCategory),
        new PanopticSegmentation(2, 2, new int[] {5, 5, 3, 3}, segments),
        new PanopticSegmentation(2, 2, new int[] {5, 3, 0, 3}, segments));
  }

  private static Segmentation labels(int... ids) {
    short[] labels = new short[ids.length];
    for (int i = 0; i < ids.length; i++) {
      labels[i] = (short) ids[i];
    }
    return new SemanticSegmentation(new LabelMap(2, 2, labels));
  }

  private static Segmentation objects(Instance... instances) {
    return new InstanceSegmentation(2, 2, List.of(instances));
  }

  private static void assertDiffer(Segmentation... segmentations) {
    assertThat(List.of(segmentations)).extracting(SegmentationDigest::of).doesNotHaveDuplicates();
  }
}
