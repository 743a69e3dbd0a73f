package io.github.segbench.engine.config;

import io.github.segbench.api.segmentation.Frequency;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.engine.yaml.BooleanType;
import io.github.segbench.engine.yaml.ChoiceType;
import io.github.segbench.engine.yaml.IntegerType;
import io.github.segbench.engine.yaml.Key;
import io.github.segbench.engine.yaml.Keys;
import io.github.segbench.engine.yaml.ListType;
import io.github.segbench.engine.yaml.Section;
import io.github.segbench.engine.yaml.SectionType;
import io.github.segbench.engine.yaml.TableType;
import io.github.segbench.engine.yaml.TextType;
import java.util.List;
import java.util.Map;

/** The keys of a label file. */
final class LabelKeys {
  private static final IntegerType LABEL_ID = new IntegerType(0, LabelSet.MAX_ID);

  static final Key<Long> CATEGORY_ID =
      Key.required("id", LABEL_ID, "The category's value in label files.");
  static final Key<String> CATEGORY_NAME =
      Key.required("name", TextType.FILLED, "Unique within the label set.");
  static final Key<Boolean> THING =
      Key.optional(
          "thing", new BooleanType(), false, "True for countable objects, false for stuff.");
  static final Key<String> COLOUR =
      Key.optional(
          "colour",
          new TextType("a colour such as '#1f77b4', in quotes", "#[0-9a-fA-F]{6}"),
          "For charts and overlays, as '#rrggbb'; chosen from a palette if absent.");
  static final Key<String> GROUP =
      Key.optional(
          "group",
          TextType.FILLED,
          "The coarser category that it belongs to, such as 'vehicle'; groups are scored as well.");
  static final Key<Frequency> FREQUENCY =
      Key.optional(
          "frequency",
          ChoiceType.of("frequency", List.of(Frequency.values()), Frequency::id),
          "In how many training images it occurs: up to 10, up to 100, or more.");
  static final Keys CATEGORY = Keys.of(CATEGORY_ID, CATEGORY_NAME, THING, COLOUR, GROUP, FREQUENCY);

  static final Key<String> ID = Key.required("id", TextType.ID, "The name of the label set.");
  static final Key<Long> IGNORE =
      Key.optional("ignore", LABEL_ID, "The value of void pixels, which are not scored.");
  static final Key<List<Section>> CATEGORIES =
      Key.required(
          "categories",
          ListType.filled(new SectionType(CATEGORY)),
          "All categories, in any order.");

  static final Key<Map<String, Map<String, String>>> MAPPINGS =
      Key.optional(
          "mappings",
          new TableType<>(new TableType<>(TextType.FILLED)),
          Map.of(),
          "By the id of another label set: what categories are called there, where that differs;"
              + " 'void' for those that it has nothing for.");

  static final Keys FILE = Keys.of(ID, IGNORE, CATEGORIES, MAPPINGS);

  private LabelKeys() {}
}
