package io.github.segbench.datasets.shapes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a thing is and where it lies.
 *
 * @param size about half the extent, in pixels
 * @param x centre, in pixels; may lie just outside the scene
 * @param y centre, in pixels
 * @param angle in radians
 */
record Placement(ThingKind kind, double size, double x, double y, double angle) {

  /** Draws the things of a scene, back to front: 0 to 12 of them, about 5 on average. */
  static List<Placement> draw(SplitMix64 random, Canvas canvas) {
    int number = 1 + random.below(8);
    if (random.chance(.05)) {
      number = 0;
    }
    if (random.chance(.1)) {
      number += 4;
    }
    List<Placement> placements = new ArrayList<>(number);
    for (int i = 0; i < number; i++) {
      placements.add(one(random, canvas));
    }
    // Usually large first, so that small ones stay visible.
    if (random.chance(.8)) {
      placements.sort(Comparator.comparingDouble(Placement::size).reversed());
    }
    return placements;
  }

  private static Placement one(SplitMix64 random, Canvas canvas) {
    // Sizes are uniform on a logarithmic scale.
    double size = 4.0 * canvas.scale() * StrictMath.exp(random.uniform() * StrictMath.log(6.5));
    ThingKind kind = ThingKind.values()[random.below(4)];
    double x = random.uniform(-.02, 1.02) * canvas.size;
    double y = random.uniform(-.02, 1.02) * canvas.size;
    return new Placement(kind, size, x, y, random.uniform(0, 6.2832));
  }
}
