package io.github.segbench.inspect;

import io.github.segbench.api.inference.Precision;
import io.github.segbench.api.model.Preprocessing.Layout;
import io.github.segbench.inspect.file.ImageInput;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A model's YAML to start from. What the file cannot tell stands in it with {@code CHECK}.
 *
 * @param format of the file, such as {@code onnx}
 * @param sha256 of the file
 * @param outputs names for a format that has none, in the network's order; else empty
 * @param options of the family, that differ from its defaults
 * @param channels how many score maps the network gives; -1 if not known
 * @param labels ids of label sets that have as many categories; the first one is written
 * @param parameters 0 if not known
 * @param macs 0 if not known
 */
public record StartingModel(
    String id,
    String family,
    Map<String, String> options,
    Path file,
    String format,
    Precision precision,
    String sha256,
    List<String> outputs,
    ImageInput input,
    long channels,
    List<String> labels,
    long parameters,
    long macs) {
  private static final int MOST_LISTED = 8;

  public StartingModel {
    options = new TreeMap<>(options);
    outputs = List.copyOf(outputs);
    labels = List.copyOf(labels);
  }

  /** The text of {@code configs/models/ID.yaml}. */
  public String yaml() {
    StringBuilder yaml = new StringBuilder();
    yaml.append("# Written by 'segbench inspect --init' from what the file says of itself.\n");
    yaml.append("# Lines with CHECK are guesses: the file cannot tell.\n");
    yaml.append("id: ").append(id).append('\n');
    yaml.append("family: ").append(family).append('\n');
    yaml.append(labelLines());
    yaml.append("files:\n  ").append(format).append(":\n");
    String indent = "    ";
    if (precision != Precision.FP32) {
      yaml.append(indent).append(precision.id()).append(":\n");
      indent += "  ";
    }
    yaml.append(indent).append("path: ").append(quoted(file.toString())).append('\n');
    yaml.append(indent).append("sha256: ").append(sha256).append('\n');
    if (!outputs.isEmpty()) {
      yaml.append(indent).append("outputs: ").append(outputs);
      yaml.append(" # CHECK: names for what the network returns, in its order\n");
    }
    yaml.append(inputLines());
    if (!options.isEmpty()) {
      yaml.append("options:\n");
      options.forEach(
          (key, value) ->
              yaml.append("  ").append(key).append(": ").append(quoted(value)).append('\n'));
    }
    if (parameters > 0) {
      yaml.append("parameters: ").append(parameters).append('\n');
    }
    if (macs > 0) {
      yaml.append("macs: ").append(macs).append('\n');
    }
    return yaml.toString();
  }

  private String labelLines() {
    if (!labels.isEmpty()) {
      List<String> others = labels.subList(1, labels.size());
      String known =
          channels > 0 ? channels + " categories in the order of the channels" : "their number";
      return "labels: "
          + labels.get(0)
          + " # CHECK: "
          + known
          + (others.isEmpty()
              ? ""
              : "; as many have "
                  + String.join(", ", others.subList(0, Math.min(MOST_LISTED, others.size()))))
          + "\n";
    }
    StringBuilder lines =
        new StringBuilder("labels: # CHECK: the categories' names, in the order of the channels\n");
    lines.append("  id: ").append(id).append("-labels\n  categories:\n");
    if (channels < 1) {
      lines.append("    - {id: 1, name: class-1, thing: true}\n");
    }
    for (int i = 0; i < channels; i++) {
      lines.append("    - {id: ").append(i).append(", name: class-").append(i).append("}\n");
    }
    return lines.toString();
  }

  private String inputLines() {
    StringBuilder lines = new StringBuilder("input:\n");
    lines.append("  name: ").append(quoted(input.tensor().name())).append('\n');
    if (input.isFixed()) {
      lines.append(
          "  resize: {mode: exact, width: "
              + input.width()
              + ", height: "
              + input.height()
              + "} # the file fixes it\n");
    } else {
      lines.append("  padMultiple: 32 # CHECK: what both sides must divide by\n");
    }
    if (!input.batched()) {
      lines.append("  layout: CHW\n");
    } else if (input.layout() == Layout.NHWC) {
      lines.append("  layout: NHWC\n");
    }
    lines.append("  channelOrder: RGB # CHECK: or BGR\n");
    lines.append("  # CHECK: (pixel / 255 - mean) / std, as on ImageNet; networks trained from\n");
    lines.append("  # random weights often have mean 0 and std 1\n");
    lines.append("  mean: [0.485, 0.456, 0.406]\n  std: [0.229, 0.224, 0.225]\n");
    if (input.batch() > 1) {
      lines.append("  maxBatch: ").append(input.batch()).append('\n');
    }
    return lines.toString();
  }

  /** As it is if YAML can take it for text, a number, a truth value or a list. */
  private static String quoted(String value) {
    if (value.matches("[A-Za-z0-9_./][A-Za-z0-9_./-]*|-[0-9.]+|[\\[\"].*")) {
      return value;
    }
    return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
