package io.github.segbench.engine.config;

import io.github.segbench.api.inference.Precision;
import io.github.segbench.api.model.ModelFile;
import io.github.segbench.api.model.ModelSpec;
import io.github.segbench.api.model.PostProcessorSpec;
import io.github.segbench.api.option.Options;
import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.engine.yaml.TextType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;
import tools.jackson.dataformat.yaml.util.StringQuotingChecker;

/**
 * A run as one run file that refers to no other: everything inline, defaults filled in, paths
 * absolute. {@link ConfigReader} reads it back to an equal run.
 */
public final class ResolvedConfig {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final YAMLMapper YAML =
      YAMLMapper.builder(YAMLFactory.builder().stringQuotingChecker(new PlainText()).build())
          .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
          .disable(YAMLWriteFeature.SPLIT_LINES)
          .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
          .build();

  private ResolvedConfig() {}

  /** The run file's text. */
  public static String toYaml(RunConfig run) {
    ObjectNode node = JSON.objectNode();
    RunKeys.NAME.write(node, run.name());
    RunKeys.DESCRIPTION.write(node, run.description());
    ArrayNode models = node.putArray(RunKeys.MODELS);
    run.models().forEach(model -> models.add(model(model)));
    ArrayNode datasets = node.putArray(RunKeys.DATASETS.name());
    run.datasets().forEach(dataset -> datasets.add(dataset(dataset)));
    ArrayNode backends = node.putArray(RunKeys.BACKENDS);
    run.backends().forEach(backend -> backends.add(backend(backend)));
    node.set(RunKeys.ACCURACY.name(), AccuracyKeys.write(run.accuracy()));
    node.set(RunKeys.LATENCY.name(), LatencyKeys.write(run.latency()));
    if (run.parity().enabled()) {
      node.set(RunKeys.PARITY.name(), ParityKeys.write(run.parity()));
    }
    return YAML.writeValueAsString(node);
  }

  private static ObjectNode model(ModelConfig model) {
    ModelSpec spec = model.spec();
    ObjectNode node = JSON.objectNode();
    ModelKeys.ID.write(node, spec.id());
    ModelKeys.NAME.write(node, spec.name());
    node.put(ModelKeys.FAMILY, spec.family());
    if (!spec.parts().isEmpty()) {
      node.set(ModelKeys.LABELS.name(), labels(spec.labels()));
      ObjectNode parts = node.putObject(PartsKeys.PARTS);
      spec.parts()
          .forEach((name, part) -> parts.set(name, model(new ModelConfig(part, null, null))));
    } else if (spec.needsBackend()) {
      node.set(ModelKeys.LABELS.name(), labels(spec.labels()));
      node.set(ModelKeys.FILES, files(spec.files()));
      node.set(ModelKeys.INPUT.name(), InputKeys.write(spec.preprocessing()));
    }
    options(node, spec.options());
    if (!spec.postProcessors().isEmpty()) {
      ArrayNode steps = node.putArray(PostProcessorKeys.POSTPROCESSORS);
      for (PostProcessorSpec step : spec.postProcessors()) {
        options(steps.addObject().put(PostProcessorKeys.ID, step.id()), step.options());
      }
    }
    if (model.parameters() != null) {
      ModelKeys.PARAMETERS.write(node, model.parameters());
    }
    if (model.macs() != null) {
      ModelKeys.MACS.write(node, model.macs());
    }
    return node;
  }

  /** By format; below each, the files of reduced precision. */
  private static ObjectNode files(List<ModelFile> files) {
    ObjectNode node = JSON.objectNode();
    for (ModelFile file : files) {
      ObjectNode format = node.withObjectProperty(file.format());
      ObjectNode entry = WeightsKeys.write(file);
      if (file.precision() == Precision.FP32) {
        format.setAll(entry);
      } else {
        format.set(file.precision().id(), entry);
      }
    }
    return node;
  }

  private static ObjectNode dataset(DatasetConfig dataset) {
    ObjectNode node = JSON.objectNode();
    DatasetKeys.ID.write(node, dataset.id());
    DatasetKeys.NAME.write(node, dataset.name());
    node.put(DatasetKeys.READER, dataset.reader());
    node.set(DatasetKeys.LABELS.name(), labels(dataset.spec().labels()));
    DatasetKeys.SPLIT.write(node, dataset.spec().split());
    DatasetKeys.LIMIT.write(node, (long) dataset.subset().limit());
    DatasetKeys.SAMPLE.write(node, (long) dataset.subset().sample());
    DatasetKeys.SEED.write(node, dataset.subset().seed());
    options(node, dataset.spec().options());
    return node;
  }

  private static ObjectNode backend(BackendConfig backend) {
    ObjectNode node = JSON.objectNode();
    node.put(BackendKeys.ID, backend.id());
    BackendKeys.DEVICE.write(node, backend.device().id());
    BackendKeys.PRECISION.write(node, backend.precision());
    BackendKeys.REQUIRED.write(node, backend.required());
    options(node, backend.options());
    return node;
  }

  private static ObjectNode labels(LabelSet labels) {
    ObjectNode node = JSON.objectNode();
    LabelKeys.ID.write(node, labels.id());
    labels.ignoreId().ifPresent(ignore -> LabelKeys.IGNORE.write(node, (long) ignore));
    ArrayNode categories = node.putArray(LabelKeys.CATEGORIES.name());
    for (Category category : labels.categories()) {
      ObjectNode entry = categories.addObject();
      LabelKeys.CATEGORY_ID.write(entry, (long) category.id());
      LabelKeys.CATEGORY_NAME.write(entry, category.name());
      LabelKeys.THING.write(entry, category.isThing());
      LabelKeys.COLOUR.write(entry, category.colourHex());
      if (category.group() != null) {
        LabelKeys.GROUP.write(entry, category.group());
      }
      if (category.frequency() != null) {
        LabelKeys.FREQUENCY.write(entry, category.frequency());
      }
    }
    if (!labels.mappings().isEmpty()) {
      LabelKeys.MAPPINGS.write(node, labels.mappings());
    }
    return node;
  }

  private static void options(ObjectNode owner, Options options) {
    ObjectNode node = owner.putObject(OptionKeys.OPTIONS);
    for (Map.Entry<String, Object> option : options.asMap().entrySet()) {
      node.set(option.getKey(), value(option.getValue()));
    }
  }

  private static JsonNode value(Object value) {
    if (value instanceof Boolean flag) {
      return JSON.booleanNode(flag);
    }
    if (value instanceof Number number) {
      return number instanceof Double || number instanceof Float
          ? JSON.numberNode(number.doubleValue())
          : JSON.numberNode(number.longValue());
    }
    if (value instanceof List<?> list) {
      ArrayNode array = JSON.arrayNode();
      list.forEach(item -> array.add(item.toString()));
      return array;
    }
    if (value instanceof Map<?, ?> map) {
      ObjectNode object = JSON.objectNode();
      map.forEach((key, text) -> object.put(key.toString(), text.toString()));
      return object;
    }
    return TextType.ANY.encode(value.toString());
  }

  /**
   * Puts a text in quotes unless it is plainly one. Jackson's own rules leave texts such as {@code
   * 0x1f} bare, which YAML's core schema takes for numbers.
   */
  private static final class PlainText extends StringQuotingChecker {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean needToQuoteName(String name) {
      return needToQuoteValue(name);
    }

    @Override
    public boolean needToQuoteValue(String value) {
      return !value.matches("[A-Za-z/]([A-Za-z0-9_./ -]*[A-Za-z0-9_./-])?")
          || value.toLowerCase(Locale.ROOT).matches("true|false|null|yes|no|on|off|y|n");
    }
  }
}
