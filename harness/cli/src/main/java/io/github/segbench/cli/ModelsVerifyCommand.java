package io.github.segbench.cli;

import io.github.segbench.api.model.ModelFile;
import io.github.segbench.datasets.download.ByteSize;
import io.github.segbench.engine.config.ConfigCatalogue;
import io.github.segbench.engine.config.ModelCard;
import io.github.segbench.engine.plugin.Plugins;
import io.github.segbench.engine.run.FileDigest;
import io.github.segbench.inspect.Inspection;
import io.github.segbench.inspect.file.InspectException;
import io.github.segbench.inspect.file.WeightFormat;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code segbench models verify}: whether the files that are here are the right ones and whole. */
@Command(
    name = "verify",
    description = {
      "Check the model files that are here: that each has its sha256, can be read,",
      "and, if it is ONNX, has the precision that it stands under.",
      "Files that are not here are a problem only for a model that is named."
    },
    mixinStandardHelpOptions = true)
final class ModelsVerifyCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "MODEL",
      arity = "0..1",
      description = "Id of a model, or the path of its YAML file; all models if absent.")
  private @Nullable String model;

  @Mixin private ModelOptions models;

  ModelsVerifyCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    ConfigCatalogue catalogue =
        new ConfigCatalogue(
            Plugins.onClassPath(), invocation.installation().configs(), models.variables());
    List<ModelCard> cards = model == null ? catalogue.models() : List.of(catalogue.model(model));
    TextTable table = new TextTable("MODEL", "FILE", "SIZE", "STATE");
    boolean sound = true;
    for (ModelCard card : cards) {
      if (card.config().spec().files().isEmpty()) {
        table.add(card.config().id(), ModelFileState.formats(card), "-", "no files of its own");
      }
      for (ModelFile file : card.config().spec().files()) {
        Optional<String> problem = problem(file);
        boolean here = Files.isRegularFile(file.path());
        sound &= here ? problem.isEmpty() : model == null;
        table.add(
            card.config().id(),
            file.format() + " " + file.precision().id(),
            here ? ByteSize.text(file.path().toFile().length()) : "-",
            here ? problem.orElseGet(() -> soundness(file)) : ModelFileState.word(card));
      }
    }
    PrintWriter out = spec.commandLine().getOut();
    table.print(out);
    if (!cards.stream().allMatch(ModelFileState::isHere)) {
      out.println();
      out.println(ModelFileState.legend());
    }
    return sound ? ExitStatus.DONE : ExitStatus.NOT_FETCHED;
  }

  private static String soundness(ModelFile file) {
    return file.sha256().isPresent() ? "sound" : "readable; no sha256 to compare with";
  }

  private static Optional<String> problem(ModelFile file) {
    if (!Files.isRegularFile(file.path())) {
      return Optional.empty();
    }
    try {
      String found = FileDigest.of(file.path()).sha256();
      if (!file.sha256().orElse(found).equals(found)) {
        return Optional.of(
            "sha256 is " + found + ", expected " + file.sha256().orElse("") + ": " + file.path());
      }
      Inspection inspection = Inspection.of(file.path(), null);
      return inspection instanceof Inspection.Onnx onnx
          ? otherPrecision(file, onnx.summary().weights())
          : Optional.empty();
    } catch (IOException e) {
      return Optional.of(file.path() + " cannot be read: " + e.getMessage());
    } catch (InspectException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  /** Numbers would stand in a report's row of another precision. */
  private static Optional<String> otherPrecision(ModelFile file, WeightFormat weights) {
    return weights.precision() == file.precision()
        ? Optional.empty()
        : Optional.of(
            "computes in "
                + weights.description()
                + ", expected "
                + file.precision().id()
                + ": "
                + file.path());
  }
}
