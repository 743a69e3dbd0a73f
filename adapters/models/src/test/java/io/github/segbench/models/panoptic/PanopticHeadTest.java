package io.github.segbench.models.panoptic;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.segbench.api.inference.Tensor;
import io.github.segbench.api.model.Preprocessing.Layout;
import io.github.segbench.models.instance.Box;
import io.github.segbench.models.instance.PastedRoi;
import io.github.segbench.models.semantic.ScoreMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class PanopticHeadTest {
  private static final int UNKNOWN = PanopticHead.UNKNOWN;

  @Test
  void addsMaskAndSemanticLogitsInsideTheBox() {
    // Stuff 2 everywhere, thing 1 everywhere, mask logit 1.5 in columns 1 and 2: 2.5 beats 2.
    int[] winners = winners(new float[] {2, 2, 2, 2}, new float[] {1, 1, 1, 1}, roi(1, 3, 1.5f));
    assertThat(winners).containsExactly(0, 1, 1, 0);
  }

  @Test
  void leavesThingsThatNoObjectAccountsForUnknown() {
    // Thing 3 against stuff 2: unknown is 3 outside the box and 3 - 3 = 0 inside it, where the
    // object has 3 - 4 = -1 and stuff wins.
    int[] winners = winners(new float[] {2, 2, 2}, new float[] {3, 3, 3}, roi(0, 1, -4));
    assertThat(winners).containsExactly(0, UNKNOWN, UNKNOWN);
  }

  @Test
  void letsStuffWinTies() {
    // The object has 1 + 1 = 2 too; without one unknown has 2 too.
    assertThat(winners(new float[] {2, 2}, new float[] {1, 2}, roi(0, 1, 1))).containsExactly(0, 0);
  }

  @Test
  void givesTheFirstObjectMinus20OutsideItsBox() {
    // Outside the box: stuff -30, the object -20, unknown -25.
    int[] winners = winners(new float[] {-30, -30}, new float[] {-25, -25}, roi(0, 1, 0));
    // Inside it: the object -25, unknown -25 - (-25) = 0.
    assertThat(winners).containsExactly(UNKNOWN, 1);
  }

  @Test
  void agreesWithTheNaiveTwinOnRandomLogits() {
    Random random = new Random(41);
    for (int round = 0; round < 200; round++) {
      int width = 1 + random.nextInt(12);
      int height = 1 + random.nextInt(12);
      // Channels in mixed order: stuff 0 and 2, things 1 and 3.
      float[] logits = new float[4 * height * width];
      float scale = round % 2 == 0 ? 3 : 30;
      for (int i = 0; i < logits.length; i++) {
        logits[i] = scale * (float) random.nextGaussian();
      }
      List<PastedThing> objects = new ArrayList<>();
      List<float[]> naive = new ArrayList<>();
      for (int i = random.nextInt(4); i > 0; i--) {
        float left = random.nextFloat() * width;
        float top = random.nextFloat() * height;
        Box box = new Box(left, top, left + random.nextFloat() * 8, top + random.nextFloat() * 8);
        float[] samples = {(float) random.nextGaussian() * scale};
        int thing = random.nextInt(2);
        objects.add(new PastedThing(thing, new PastedRoi(samples, 1, box, width, height)));
        naive.add(new float[] {thing, samples[0], left, top, box.right(), box.bottom()});
      }
      ScoreMap map = new ScoreMap(Tensor.ofFloats(logits, 1, 4, height, width), Layout.NCHW, 0);
      int[] winners =
          new PanopticHead(new int[] {0, 2}, new int[] {1, 3}).winners(map, width, height, objects);
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          float[] pixel = new float[4];
          for (int channel = 0; channel < 4; channel++) {
            pixel[channel] = logits[(channel * height + y) * width + x];
          }
          assertThat(winners[y * width + x])
              .as("round %d at %d,%d", round, x, y)
              .isEqualTo(naive(pixel, naive, x + 0.5f, y + 0.5f));
        }
      }
    }
  }

  /** All channels of one pixel, as in the paper: stuff, objects, unknown. */
  private static int naive(float[] pixel, List<float[]> objects, float x, float y) {
    List<Float> channels = new ArrayList<>(List.of(pixel[0], pixel[2]));
    float accounted = 0;
    boolean covered = false;
    for (float[] object : objects) {
      boolean inside = x >= object[2] && x < object[4] && y >= object[3] && y < object[5];
      float semantic = object[0] == 0 ? pixel[1] : pixel[3];
      channels.add(inside ? semantic + object[1] : -20f);
      if (inside) {
        accounted = covered ? Math.max(accounted, semantic) : semantic;
        covered = true;
      }
    }
    channels.add(Math.max(pixel[1], pixel[3]) - accounted);
    int best = 0;
    for (int i = 1; i < channels.size(); i++) {
      if (channels.get(i) > channels.get(best)) {
        best = i;
      }
    }
    return best == channels.size() - 1 ? UNKNOWN : best;
  }

  /** One row; channel 0 is stuff, channel 1 a thing. */
  private static int[] winners(float[] stuff, float[] thing, PastedRoi... rois) {
    int width = stuff.length;
    float[] logits = new float[2 * width];
    System.arraycopy(stuff, 0, logits, 0, width);
    System.arraycopy(thing, 0, logits, width, width);
    List<PastedThing> objects = new ArrayList<>();
    for (PastedRoi roi : rois) {
      objects.add(new PastedThing(0, roi));
    }
    ScoreMap map = new ScoreMap(Tensor.ofFloats(logits, 1, 2, 1, width), Layout.NCHW, 0);
    return new PanopticHead(new int[] {0}, new int[] {1}).winners(map, width, 1, objects);
  }

  private static PastedRoi roi(float left, float right, float logit) {
    return new PastedRoi(new float[] {logit}, 1, new Box(left, 0, right, 1), 10, 1);
  }
}
