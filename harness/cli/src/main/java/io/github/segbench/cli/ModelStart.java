package io.github.segbench.cli;

import io.github.segbench.api.inference.ElementType;
import io.github.segbench.api.inference.Precision;
import io.github.segbench.api.inference.TensorInfo;
import io.github.segbench.api.model.FamilyFit;
import io.github.segbench.api.model.ModelFamily;
import io.github.segbench.api.model.Preprocessing.Layout;
import io.github.segbench.engine.config.ConfigCatalogue;
import io.github.segbench.engine.plugin.Plugins;
import io.github.segbench.engine.run.FileDigest;
import io.github.segbench.inspect.FamilyProposal;
import io.github.segbench.inspect.Inspection;
import io.github.segbench.inspect.StartingModel;
import io.github.segbench.inspect.file.ImageInput;
import io.github.segbench.inspect.onnx.OnnxSummary;
import io.github.segbench.inspect.shape.MacCount;
import io.github.segbench.inspect.torchscript.TorchScriptSummary;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes the YAML that a model starts from. */
final class ModelStart {
  private final Installation installation;
  private final Plugins plugins;
  private final @Nullable String family;
  private final @Nullable String labels;

  /**
   * @param family that the user chose; null for the best fit
   * @param labels the id of the label set that the user chose; null for those of the right size
   */
  ModelStart(
      Installation installation,
      Plugins plugins,
      @Nullable String family,
      @Nullable String labels) {
    this.installation = installation;
    this.plugins = plugins;
    this.family = family;
    this.labels = labels;
  }

  /**
   * @param target null for the default
   * @return the file that was written; one that is there is never written over
   */
  Path write(Inspection inspection, List<FamilyProposal> proposals, @Nullable Path target) {
    Path model =
        inspection instanceof Inspection.Onnx onnx
            ? onnx.summary().file()
            : ((Inspection.TorchScript) inspection).summary().file();
    String name = target == null ? id(model) : id(target);
    Path file =
        target == null ? installation.configs().resolve("models/" + name + ".yaml") : target;
    StartingModel start =
        inspection instanceof Inspection.Onnx onnx
            ? ofOnnx(name, onnx.summary(), proposals)
            : ofTorchScript(name, ((Inspection.TorchScript) inspection).summary());
    try {
      Files.writeString(file, start.yaml(), StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      throw InspectCommand.refused(file + " is there already; name another file");
    } catch (NoSuchFileException e) {
      throw InspectCommand.refused(
          file + " cannot be written: there is no folder " + file.toAbsolutePath().getParent());
    } catch (IOException e) {
      throw InspectCommand.refused(file + " cannot be written: " + e.getMessage());
    }
    return file;
  }

  /** A file's name without its ending, with what no id may have replaced. */
  private static String id(Path file) {
    String name = String.valueOf(file.getFileName()).replaceFirst("\\.[A-Za-z0-9]+$", "");
    String id = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    return id.isEmpty() ? "model" : id;
  }

  private StartingModel ofOnnx(String id, OnnxSummary summary, List<FamilyProposal> proposals) {
    ImageInput input =
        summary
            .image()
            .orElseThrow(
                () ->
                    InspectCommand.refused(summary.file() + " has no input that images fit into"));
    if (!input.batched() && input.layout() == Layout.NHWC) {
      throw InspectCommand.refused(
          summary.file()
              + " takes one image "
              + input.tensor().shape()
              + " with the channels last, a layout that segbench does not have");
    }
    FamilyProposal chosen = chosen(summary.file(), proposals);
    List<TensorInfo> outputs =
        summary.signature().map(signature -> signature.outputs()).orElse(List.of());
    long channels = channels(outputs, chosen.fit());
    return new StartingModel(
        id,
        chosen.family(),
        chosen.fit().options(),
        summary.file().toAbsolutePath().normalize(),
        "onnx",
        summary.weights().precision(),
        sha256(summary.file()),
        List.of(),
        input,
        channels,
        labelSets(channels),
        summary.parameters().parameters(),
        summary.macs().filter(macs -> macs.uncounted().isEmpty()).map(MacCount::known).orElse(0L));
  }

  private FamilyProposal chosen(Path file, List<FamilyProposal> proposals) {
    if (family != null) {
      String wanted = plugins.families().get(family).id();
      return proposals.stream()
          .filter(proposal -> proposal.family().equals(wanted))
          .findFirst()
          .orElse(new FamilyProposal(wanted, new FamilyFit(0, "chosen by hand", Map.of())));
    }
    return proposals.stream()
        .findFirst()
        .orElseThrow(
            () ->
                InspectCommand.refused(
                    "no family decodes "
                        + file
                        + " by its inputs and outputs; choose one with --family, of "
                        + plugins.families().ids()));
  }

  private StartingModel ofTorchScript(String id, TorchScriptSummary summary) {
    if (family == null) {
      throw InspectCommand.refused(
          summary.file()
              + " is TorchScript, which tells no shapes; choose a family with --family, of "
              + plugins.families().ids());
    }
    String argument =
        summary
            .forward()
            .flatMap(forward -> forward.argumentNames().stream().findFirst())
            .orElse("image");
    ImageInput input =
        new ImageInput(
            new TensorInfo(argument, ElementType.FLOAT32, List.of(-1L, 3L, -1L, -1L)),
            Layout.NCHW,
            true);
    return new StartingModel(
        id,
        plugins.families().get(family).id(),
        Map.of(),
        summary.file().toAbsolutePath().normalize(),
        "torchscript",
        summary.weights().precision() == Precision.FP16 ? Precision.FP16 : Precision.FP32,
        sha256(summary.file()),
        outputs(plugins.families().get(family)),
        input,
        -1,
        labelSets(-1),
        summary.parameters().parameters(),
        0);
  }

  /** The names that a family gives the outputs it decodes. */
  private static List<String> outputs(ModelFamily family) {
    return family.options().stream()
        .filter(option -> option.name().equals("output") || option.name().endsWith("Output"))
        .map(option -> String.valueOf(option.defaultValue()))
        .toList();
  }

  private static String sha256(Path file) {
    try {
      return FileDigest.of(file).sha256();
    } catch (IOException e) {
      throw InspectCommand.refused(file + " cannot be read: " + e.getMessage());
    }
  }

  /** The channels of the first output of score maps; -1 if there is none. */
  private static long channels(List<TensorInfo> outputs, FamilyFit fit) {
    boolean last = "NHWC".equals(fit.options().get("outputLayout"));
    return outputs.stream()
        .filter(output -> output.shape().size() == 4)
        .filter(
            output -> output.type() == ElementType.FLOAT32 || output.type() == ElementType.FLOAT16)
        .map(output -> output.shape().get(last ? 3 : 1))
        .filter(size -> size > 1)
        .findFirst()
        .orElse(-1L);
  }

  private List<String> labelSets(long channels) {
    ConfigCatalogue catalogue = new ConfigCatalogue(plugins, installation.configs());
    if (labels != null) {
      return List.of(catalogue.labels(labels).id());
    }
    if (channels < 1) {
      return List.of();
    }
    Path folder = installation.configs().resolve("labels");
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.endsWith(".yaml"))
          .map(name -> name.substring(0, name.length() - ".yaml".length()))
          .sorted()
          .filter(id -> catalogue.labels(id).size() == channels)
          .toList();
    } catch (IOException e) {
      throw InspectCommand.refused(folder + " cannot be read: " + e.getMessage());
    }
  }
}
