package io.github.segbench.engine.config;

import io.github.segbench.api.model.Resize;
import io.github.segbench.engine.yaml.BooleanType;
import io.github.segbench.engine.yaml.ChoiceType;
import io.github.segbench.engine.yaml.IntegerType;
import io.github.segbench.engine.yaml.Key;
import io.github.segbench.engine.yaml.Keys;
import io.github.segbench.engine.yaml.Section;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The keys of a model's {@code input.resize}. */
final class ResizeKeys {
  static final Key<Resize.Mode> MODE =
      Key.required(
          "mode",
          ChoiceType.of("resize mode", List.of(Resize.Mode.values()), ResizeKeys::id),
          "none: keep the size. exact: to width x height. letterbox: into width x height, then"
              + " padded. shortSide: scaled until the short side has that length.");

  static final Key<Long> WIDTH =
      Key.required("width", IntegerType.intAtLeast(1), "Target width in pixels.");
  static final Key<Long> HEIGHT =
      Key.required("height", IntegerType.intAtLeast(1), "Target height in pixels.");
  static final Key<Long> SHORT_SIDE =
      Key.required("shortSide", IntegerType.intAtLeast(1), "Length of the short side in pixels.");
  static final Key<Long> MAX_LONG_SIDE =
      Key.optional(
          "maxLongSide",
          IntegerType.intAtLeast(0),
          0L,
          "The long side stays below this, in pixels; 0 for no bound.");

  static final Key<Boolean> ANTIALIAS =
      Key.optional(
          "antialias",
          new BooleanType(),
          false,
          "All pixels of an image that gets smaller count, as in Pillow and torchvision.");

  static final Key<Resize.Rounding> ROUNDING =
      Key.optional(
          "rounding",
          ChoiceType.of("rounding", List.of(Resize.Rounding.values()), ResizeKeys::id),
          Resize.Rounding.NEAREST,
          "nearest: sides to the nearest pixel. torchvision: down, as its transforms."
              + " torchvision-detection: down, as its detectors.");

  static final Keys KEYS =
      Keys.of(
          List.of(MODE),
          MODE,
          Map.of(
              id(Resize.Mode.NONE), List.of(),
              id(Resize.Mode.EXACT), List.of(WIDTH, HEIGHT, ANTIALIAS),
              id(Resize.Mode.LETTERBOX), List.of(WIDTH, HEIGHT, ANTIALIAS),
              id(Resize.Mode.SHORT_SIDE), List.of(SHORT_SIDE, MAX_LONG_SIDE, ANTIALIAS, ROUNDING)));

  private ResizeKeys() {}

  private static String id(Resize.Mode mode) {
    return switch (mode) {
      case NONE -> "none";
      case EXACT -> "exact";
      case LETTERBOX -> "letterbox";
      case SHORT_SIDE -> "shortSide";
    };
  }

  private static String id(Resize.Rounding rounding) {
    return rounding.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Reads a sound section. */
  static Resize read(Section section) {
    Resize resize = size(section);
    boolean antialias = resize.mode() != Resize.Mode.NONE && section.get(ANTIALIAS);
    return antialias ? resize.antialiased() : resize;
  }

  private static Resize size(Section section) {
    return switch (section.get(MODE)) {
      case NONE -> Resize.none();
      case EXACT -> Resize.exact(pixels(section, WIDTH), pixels(section, HEIGHT));
      case LETTERBOX -> Resize.letterbox(pixels(section, WIDTH), pixels(section, HEIGHT));
      case SHORT_SIDE ->
          Resize.shortSide(pixels(section, SHORT_SIDE), pixels(section, MAX_LONG_SIDE))
              .rounded(section.get(ROUNDING));
    };
  }

  static ObjectNode write(Resize resize) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    MODE.write(node, resize.mode());
    switch (resize.mode()) {
      case NONE -> {}
      case EXACT, LETTERBOX ->
          node.put(WIDTH.name(), resize.width()).put(HEIGHT.name(), resize.height());
      case SHORT_SIDE -> {
        node.put(SHORT_SIDE.name(), resize.shortSide())
            .put(MAX_LONG_SIDE.name(), resize.maxLongSide());
        ROUNDING.write(node, resize.rounding());
      }
    }
    if (resize.mode() != Resize.Mode.NONE) {
      ANTIALIAS.write(node, resize.antialias());
    }
    return node;
  }

  private static int pixels(Section section, Key<Long> key) {
    return Math.toIntExact(section.get(key));
  }
}
