package io.github.segbench.engine.config;

import io.github.segbench.api.inference.ElementType;
import io.github.segbench.api.model.Preprocessing;
import io.github.segbench.api.model.Preprocessing.ChannelOrder;
import io.github.segbench.api.model.Preprocessing.Layout;
import io.github.segbench.api.model.Resize;
import io.github.segbench.engine.yaml.ChoiceType;
import io.github.segbench.engine.yaml.IntegerType;
import io.github.segbench.engine.yaml.Key;
import io.github.segbench.engine.yaml.Keys;
import io.github.segbench.engine.yaml.ListType;
import io.github.segbench.engine.yaml.NumberType;
import io.github.segbench.engine.yaml.Section;
import io.github.segbench.engine.yaml.SectionType;
import io.github.segbench.engine.yaml.TextType;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The keys of a model's {@code input}: how an image becomes the input tensor. */
final class InputKeys {
  static final Key<String> NAME =
      Key.required("name", TextType.FILLED, "The name of the network's input tensor.");
  static final Key<Section> RESIZE =
      Key.optional(
          "resize",
          new SectionType(ResizeKeys.KEYS),
          "How an image is brought to the input's size, bilinear with half-pixel centres; not at"
              + " all if absent.");
  static final Key<Long> PAD_MULTIPLE =
      Key.optional(
          "padMultiple",
          IntegerType.intAtLeast(1),
          1L,
          "Pad on the right and below until both sides divide by this.");
  static final Key<Double> PAD_VALUE =
      Key.optional(
          "padValue", NumberType.ANY, 0.0, "Value of padded elements, after normalisation.");
  static final Key<ChannelOrder> CHANNEL_ORDER =
      Key.optional(
          "channelOrder",
          ChoiceType.of("channel order", List.of(ChannelOrder.values()), ChannelOrder::name),
          ChannelOrder.RGB,
          "The order of the colour channels in the tensor.");
  static final Key<Layout> LAYOUT =
      Key.optional(
          "layout",
          ChoiceType.of("layout", List.of(Layout.values()), Layout::name),
          Layout.NCHW,
          "The order of the tensor's dimensions.");
  static final Key<ElementType> TYPE =
      Key.optional(
          "type",
          ChoiceType.of(
              "element type",
              List.of(ElementType.FLOAT32, ElementType.UINT8),
              type -> type.name().toLowerCase(Locale.ROOT)),
          ElementType.FLOAT32,
          "The tensor's element type; uint8 for networks that take pixels.");
  static final Key<Double> SCALE =
      Key.optional(
          "scale",
          NumberType.POSITIVE,
          "An 8-bit pixel becomes (pixel * scale - mean) / std; 1/255 if absent, 1 for uint8.");
  static final Key<List<Double>> MEAN =
      Key.optional(
          "mean",
          perChannel(NumberType.ANY),
          List.of(0.0, 0.0, 0.0),
          "One value for each channel, in the order of channelOrder.");
  static final Key<List<Double>> STD =
      Key.optional(
          "std",
          perChannel(NumberType.POSITIVE),
          List.of(1.0, 1.0, 1.0),
          "One value for each channel, in the order of channelOrder.");
  static final Key<Long> MAX_BATCH =
      Key.optional(
          "maxBatch",
          IntegerType.intAtLeast(1),
          1L,
          "The most images in one run; 1 for a network that was exported with a fixed batch.");

  static final Keys KEYS =
      Keys.of(
          NAME,
          RESIZE,
          PAD_MULTIPLE,
          PAD_VALUE,
          CHANNEL_ORDER,
          LAYOUT,
          TYPE,
          SCALE,
          MEAN,
          STD,
          MAX_BATCH);

  /** An image as it is, for models that take pixels. */
  static final Preprocessing UNCHANGED =
      new Preprocessing(
          "image",
          Resize.none(),
          1,
          0,
          ChannelOrder.RGB,
          Layout.NCHW,
          1,
          List.of(0.0, 0.0, 0.0),
          List.of(1.0, 1.0, 1.0),
          1);

  private InputKeys() {}

  private static ListType<Double> perChannel(NumberType type) {
    return new ListType<>(type, 3, 3, false);
  }

  /** Reads a sound section. */
  static Preprocessing read(Section section) {
    return new Preprocessing(
        section.get(NAME),
        section.find(RESIZE).map(ResizeKeys::read).orElse(Resize.none()),
        Math.toIntExact(section.get(PAD_MULTIPLE)),
        section.get(PAD_VALUE),
        section.get(CHANNEL_ORDER),
        section.get(LAYOUT),
        section.find(SCALE).orElse(section.get(TYPE) == ElementType.UINT8 ? 1 : 1.0 / 255),
        section.get(MEAN),
        section.get(STD),
        Math.toIntExact(section.get(MAX_BATCH)),
        section.get(TYPE));
  }

  static ObjectNode write(Preprocessing input) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    NAME.write(node, input.inputName());
    node.set(RESIZE.name(), ResizeKeys.write(input.resize()));
    PAD_MULTIPLE.write(node, (long) input.padMultiple());
    PAD_VALUE.write(node, input.padValue());
    CHANNEL_ORDER.write(node, input.channelOrder());
    LAYOUT.write(node, input.layout());
    TYPE.write(node, input.type());
    SCALE.write(node, input.scale());
    MEAN.write(node, input.mean());
    STD.write(node, input.std());
    MAX_BATCH.write(node, (long) input.maxBatch());
    return node;
  }
}
