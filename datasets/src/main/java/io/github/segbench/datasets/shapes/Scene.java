package io.github.segbench.datasets.shapes;

/** A finished scene, arrays row-major and not to be modified. */
final class Scene {
  private final int size;
  private final byte[] rgb;
  private final byte[] semantic;
  private final byte[] instances;

  private Scene(int size, byte[] rgb, byte[] semantic, byte[] instances) {
    this.size = size;
    this.rgb = rgb;
    this.semantic = semantic;
    this.instances = instances;
  }

  /**
   * Generates the scene of a seed: landscape, things from back to front, photo.
   *
   * @param size width and height in pixels
   */
  static Scene generate(long seed, int size) {
    SplitMix64 random = new SplitMix64(seed * 0x632BE59BD9B4E019L + 17);
    Canvas canvas = new Canvas(size);
    ValueNoise first = new ValueNoise(random.next());
    ValueNoise second = new ValueNoise(random.next());
    ValueNoise third = new ValueNoise(random.next());
    new Landscape(random, canvas, first, second, third).paint(canvas);
    int number = 0;
    for (Placement placement : Placement.draw(random, canvas)) {
      new Thing(random, placement, number, canvas, second).paint(canvas, number + 1);
      number++;
    }
    voidSlivers(canvas, number);
    byte[] rgb = new Photo(random).take(canvas);
    return new Scene(size, rgb, canvas.semantic, canvas.instances);
  }

  /** Things of which almost nothing is seen are not scored: their pixels become void. */
  private static void voidSlivers(Canvas canvas, int things) {
    int[] areas = new int[things + 1];
    for (byte id : canvas.instances) {
      areas[id]++;
    }
    double fewest = 12 * canvas.scale() * canvas.scale();
    for (int pixel = 0; pixel < canvas.instances.length; pixel++) {
      int id = canvas.instances[pixel];
      if (id > 0 && areas[id] < fewest) {
        canvas.semantic[pixel] = (byte) ShapesLabels.VOID;
        canvas.instances[pixel] = 0;
      }
    }
  }

  int size() {
    return size;
  }

  /** {@code [size, size, 3]}, unsigned. */
  byte[] rgb() {
    return rgb;
  }

  /** Label ids, {@code [size, size]}, unsigned. */
  byte[] semantic() {
    return semantic;
  }

  /** Instance numbers from 1, 0 where there is no thing, {@code [size, size]}. */
  byte[] instances() {
    return instances;
  }
}
