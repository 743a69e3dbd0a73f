package io.github.segbench.models;

import io.github.segbench.api.inference.Tensor;
import io.github.segbench.api.model.ImageGeometry;
import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.testkit.NpyFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The reference inputs, outputs and decoded results of a bundled network. */
public final class ShapesReference {
  public static final int SIDE = 128;
  public static final ImageGeometry GEOMETRY =
      new ImageGeometry(SIDE, SIDE, SIDE, SIDE, SIDE, SIDE);

  private final Path folder;

  public ShapesReference(String model) {
    this.folder =
        Path.of(System.getProperty("segbench.root"), "adapters", "zoo", model, "reference");
  }

  public Tensor tensor(String name) throws IOException {
    return NpyFile.read(folder.resolve(name + ".npy"));
  }

  /** sky, grass, road, water; circle, square, triangle, star. */
  public static LabelSet labels() {
    List<String> names =
        List.of("sky", "grass", "road", "water", "circle", "square", "triangle", "star");
    List<Category> categories = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      categories.add(new Category(i, names.get(i), i >= 4, 0));
    }
    return new LabelSet("shapes", categories, 255);
  }
}
