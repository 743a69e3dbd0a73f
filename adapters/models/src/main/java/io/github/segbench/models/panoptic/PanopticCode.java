package io.github.segbench.models.panoptic;

import io.github.segbench.api.inference.ElementType;
import io.github.segbench.api.inference.Tensor;
import io.github.segbench.api.model.ModelException;
import io.github.segbench.api.model.ModelSpec;
import io.github.segbench.api.option.OptionSpec;
import io.github.segbench.api.option.Options;
import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.models.NetworkOutputs;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToLongFunction;

/**
 * What the numbers of a panoptic map stand for. Negative numbers are void everywhere.
 *
 * <p>Sources: detectron2, {@code projects/Panoptic-DeepLab} ({@code category-first}: a category
 * times the label divisor plus an instance); mmdetection, {@code INSTANCE_OFFSET} ({@code
 * instance-first}: an instance times the divisor plus a category); Xiong et al., "UPSNet", CVPR
 * 2019, section 3.3 ({@code channels}: the stuff classes, then the objects, then unknown).
 */
final class PanopticCode {
  static final String DEFAULT_OUTPUT = "panoptic_ids";

  /** The category of numbers that are no segment. */
  static final int NOTHING = -1;

  private static final String OUTPUT = "output";
  private static final String ENCODING = "encoding";
  private static final String LABEL_DIVISOR = "labelDivisor";
  private static final String NUMBERS = "categoryNumbers";
  private static final String VOID_CATEGORY = "voidCategory";
  private static final String LABELS = "labelsOutput";
  private static final String LABEL_BASE = "labelBase";
  private static final String SEGMENTS = "segmentsOutput";
  private static final List<ElementType> INTEGERS = List.of(ElementType.INT64, ElementType.INT32);

  private final Options options;
  private final LabelSet labels;
  private final String encoding;
  private final long divisor;

  PanopticCode(ModelSpec spec) {
    this.options = spec.options();
    this.labels = spec.labels();
    this.encoding = options.string(ENCODING);
    this.divisor = options.integer(LABEL_DIVISOR);
  }

  static List<OptionSpec> options() {
    return List.of(
        OptionSpec.string(
            OUTPUT, DEFAULT_OUTPUT, "Name of the panoptic map, int32 or int64 [1, H, W]."),
        OptionSpec.choice(
            ENCODING,
            "category-first",
            List.of("category-first", "instance-first", "channels", "table"),
            "What a number of the map is: category * divisor + instance, instance * divisor +"
                + " category, a channel of UPSNet's head, or an id in a table."),
        OptionSpec.integer(LABEL_DIVISOR, 1000L, 1, "The divisor of the first two encodings."),
        OptionSpec.choice(
            NUMBERS,
            "positions",
            List.of("positions", "ids"),
            "What a category is: a position in the label set, or an id of it."),
        OptionSpec.integer(
            VOID_CATEGORY, null, 0, "The category that is void; none if it is not given."),
        OptionSpec.string(
            LABELS, "labels", "For channels: name of the output with the objects' labels, [n]."),
        OptionSpec.integer(LABEL_BASE, 1L, 0, "For channels: label of the first thing."),
        OptionSpec.string(
            SEGMENTS,
            "segments",
            "For table: name of the output whose rows begin with an id and its category, [n, k]."));
  }

  String output() {
    return options.string(OUTPUT);
  }

  /**
   * The category id of each number that stands in the map; {@link #NOTHING} for void.
   *
   * @throws ModelException if a number stands for no category
   */
  Map<Long, Integer> categories(NetworkOutputs outputs, Iterable<Long> numbers) {
    Map<Long, Integer> table =
        switch (encoding) {
          case "channels" -> channels(outputs);
          case "table" -> table(outputs);
          default -> Map.of();
        };
    Map<Long, Integer> categories = new HashMap<>();
    for (long number : numbers) {
      categories.put(number, number < 0 ? NOTHING : category(outputs, number, table));
    }
    return categories;
  }

  private int category(NetworkOutputs outputs, long number, Map<Long, Integer> table) {
    if (encoding.equals("category-first")) {
      return known(outputs, output(), number / divisor, number);
    }
    if (encoding.equals("instance-first")) {
      return known(outputs, output(), number % divisor, number);
    }
    Integer category = table.get(number);
    if (category == null) {
      throw outputs.badValue(
          output(), "number " + number, "those that encoding " + encoding + " knows");
    }
    return category;
  }

  /** The id of a category as the network numbers it. */
  private int known(NetworkOutputs outputs, String output, long category, long number) {
    if (options.has(VOID_CATEGORY) && category == options.integer(VOID_CATEGORY)) {
      return NOTHING;
    }
    boolean positions = options.string(NUMBERS).equals("positions");
    boolean known =
        category >= 0
            && (positions
                ? category < labels.size()
                : category <= LabelSet.MAX_ID && labels.byId((int) category).isPresent());
    if (!known) {
      throw outputs.badValue(
          output,
          "number " + number + " of category " + category,
          "the " + labels.size() + " categories of labels " + labels.id());
    }
    return positions ? labels.categories().get((int) category).id() : (int) category;
  }

  private Map<Long, Integer> channels(NetworkOutputs outputs) {
    Map<Long, Integer> table = new HashMap<>();
    for (Category stuff : labels.stuff()) {
      table.put((long) table.size(), stuff.id());
    }
    String name = options.string(LABELS);
    Tensor objects = outputs.get(name, INTEGERS, "[n]");
    if (objects.rank() != 1) {
      throw outputs.mismatch(name, objects, objects.type() + "[n]");
    }
    IntToLongFunction label = numbers(objects);
    long base = options.integer(LABEL_BASE);
    List<Category> things = labels.things();
    for (int i = 0; i < objects.elementCount(); i++) {
      long thing = label.applyAsLong(i) - base;
      if (thing < 0 || thing >= things.size()) {
        throw outputs.badValue(
            name,
            "label " + (thing + base),
            base + " to " + (base + things.size() - 1) + ", the things of labels " + labels.id());
      }
      table.put((long) table.size(), things.get((int) thing).id());
    }
    table.put((long) table.size(), NOTHING);
    return table;
  }

  private Map<Long, Integer> table(NetworkOutputs outputs) {
    String name = options.string(SEGMENTS);
    Tensor rows = outputs.get(name, INTEGERS, "[n, k]");
    if (rows.rank() != 2 || rows.dimension(1) < 2) {
      throw outputs.mismatch(name, rows, rows.type() + "[n, k], k at least 2");
    }
    IntToLongFunction numbers = numbers(rows);
    int columns = (int) rows.dimension(1);
    Map<Long, Integer> table = new HashMap<>();
    table.put(0L, NOTHING);
    for (int i = 0; i < rows.dimension(0); i++) {
      long id = numbers.applyAsLong(i * columns);
      table.put(id, known(outputs, name, numbers.applyAsLong(i * columns + 1), id));
    }
    return table;
  }

  static IntToLongFunction numbers(Tensor tensor) {
    return tensor.type() == ElementType.INT64 ? tensor.longs()::get : tensor.ints()::get;
  }
}
