package io.github.segbench.engine.run;

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
import java.util.HexFormat;

/**
 * The SHA-256 of one segmentation. Equal segmentations have equal digests, in whatever form their
 * pixels lie in memory; any other pixel, category, score, box or order of the objects gives another
 * digest. It is taken over runs of equal pixels, so it costs little more than finding them.
 */
public final class SegmentationDigest {
  private static final int BUFFER_BYTES = 1 << 13;

  private final MessageDigest sha256 = FileDigest.newSha256();
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);

  private SegmentationDigest() {}

  /** Lower-case hexadecimal, 64 digits. */
  public static String of(Segmentation segmentation) {
    SegmentationDigest digest = new SegmentationDigest();
    digest.add(segmentation.width());
    digest.add(segmentation.height());
    if (segmentation instanceof SemanticSegmentation semantic) {
      digest.add(semantic.labels());
    } else if (segmentation instanceof InstanceSegmentation objects) {
      objects.instances().forEach(digest::add);
    } else {
      digest.add((PanopticSegmentation) segmentation);
    }
    return digest.end();
  }

  private void add(LabelMap labels) {
    int pixels = labels.width() * labels.height();
    int from = 0;
    while (from < pixels) {
      int to = labels.runEnd(from, pixels);
      add(labels.at(from));
      add(to);
      from = to;
    }
  }

  private void add(Instance object) {
    add(object.category());
    add(object.score());
    BoundingBox box = object.box();
    add(box.x());
    add(box.y());
    add(box.width());
    add(box.height());
    add(object.crowd() ? 1 : 0);
    Mask mask = object.mask();
    add(mask.runs());
    for (int run = 0; run < mask.runs(); run++) {
      add(mask.start(run));
      add(mask.end(run));
    }
  }

  private void add(PanopticSegmentation panoptic) {
    add(panoptic.segments().size());
    for (Segment segment : panoptic.segments()) {
      add(segment.id());
      add(segment.category());
      add(segment.crowd() ? 1 : 0);
    }
    JoinedRuns runs = new JoinedRuns();
    panoptic.forEachRun(runs);
    runs.end();
  }

  private void add(int value) {
    room(Integer.BYTES).putInt(value);
  }

  private void add(double value) {
    room(Double.BYTES).putDouble(value);
  }

  private ByteBuffer room(int bytes) {
    if (buffer.remaining() < bytes) {
      sha256.update(buffer.flip());
      buffer.clear();
    }
    return buffer;
  }

  private String end() {
    sha256.update(buffer.flip());
    return HexFormat.of().formatHex(sha256.digest());
  }

  /**
   * Makes one of the runs of a segment that follow on one another: where they part says nothing.
   */
  private final class JoinedRuns implements PanopticSegmentation.Run {
    private int segment = VOID;
    private int from;
    private int to;

    @Override
    public void accept(int nextSegment, int nextFrom, int nextTo) {
      if (nextSegment != segment || nextFrom != to) {
        end();
        segment = nextSegment;
        from = nextFrom;
      }
      to = nextTo;
    }

    void end() {
      if (segment != VOID) {
        add(segment);
        add(from);
        add(to);
      }
    }
  }
}
