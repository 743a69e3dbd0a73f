package io.github.segbench.cli;

import io.github.segbench.api.model.NetworkSignature;
import io.github.segbench.engine.plugin.Plugins;
import io.github.segbench.inspect.FamilyProposal;
import io.github.segbench.inspect.Inspection;
import io.github.segbench.inspect.file.InputSize;
import io.github.segbench.inspect.file.InspectException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code segbench inspect}: what a model file says of itself, and a YAML file to start from. */
@Command(
    name = "inspect",
    description = {
      "Show what a model file holds, without running it: inputs, outputs, operators, parameters,",
      "operations, and which family decodes it. Reads ONNX and TorchScript."
    },
    mixinStandardHelpOptions = true)
final class InspectCommand implements Callable<Integer> {
  private static final String UNSET = "";

  private final Invocation invocation;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "Model file: .onnx, or TorchScript (.pt).")
  private Path file;

  @Option(
      names = "--size",
      paramLabel = "WxH",
      description = "Size of the image that operations are counted for, where the file fixes none.")
  private @Nullable String size;

  @Option(
      names = "--init",
      paramLabel = "YAML",
      arity = "0..1",
      fallbackValue = UNSET,
      description = "Write a model file to start from; default: configs/models/NAME.yaml.")
  private @Nullable String init;

  @Option(
      names = "--family",
      paramLabel = "ID",
      description = "With --init: this family, not the one that fits best.")
  private @Nullable String family;

  @Option(
      names = "--labels",
      paramLabel = "ID",
      description = "With --init: the label set of the network's channels.")
  private @Nullable String labels;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  InspectCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Plugins plugins = Plugins.onClassPath();
    Inspection inspection = Inspection.of(file, inputSize());
    List<FamilyProposal> proposals =
        signature(inspection)
            .map(known -> FamilyProposal.of(plugins.families().all(), known))
            .orElse(List.of());
    if (json) {
      out.println(InspectionJson.of(inspection, proposals));
    } else {
      InspectionText.print(inspection, proposals, out);
    }
    if (init != null) {
      Path written =
          new ModelStart(invocation.installation(), plugins, family, labels)
              .write(inspection, proposals, init.equals(UNSET) ? null : Path.of(init));
      spec.commandLine()
          .getErr()
          .println("wrote " + written + "; look at its lines with CHECK, then name it in a run");
    }
    return ExitStatus.DONE;
  }

  private @Nullable InputSize inputSize() {
    if (size == null) {
      return null;
    }
    String given = size;
    return InputSize.parse(given)
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(),
                    "--size: '" + given + "', expected WIDTHxHEIGHT such as 640x480"));
  }

  private static Optional<NetworkSignature> signature(Inspection inspection) {
    return inspection instanceof Inspection.Onnx onnx
        ? onnx.summary().signature()
        : Optional.empty();
  }

  /** For the messages of what a file does not tell. */
  static InspectException refused(String message) {
    return new InspectException("--init: " + message);
  }
}
