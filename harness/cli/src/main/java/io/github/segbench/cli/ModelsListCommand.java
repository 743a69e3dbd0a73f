package io.github.segbench.cli;

import io.github.segbench.api.dataset.DatasetSource;
import io.github.segbench.api.model.ModelFile;
import io.github.segbench.datasets.download.ByteSize;
import io.github.segbench.engine.config.ConfigCatalogue;
import io.github.segbench.engine.config.ModelCard;
import io.github.segbench.engine.plugin.Plugins;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code segbench models list}. */
@Command(
    name = "list",
    description =
        "List the models of configs/models: what they are, whether their files are here and how to"
            + " get them. With the id of one, all that is known of it.",
    mixinStandardHelpOptions = true)
final class ModelsListCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "MODEL",
      arity = "0..1",
      description = "Id of a model, or the path of its YAML file.")
  private @Nullable String model;

  @Mixin private ModelOptions models;

  ModelsListCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    ConfigCatalogue catalogue =
        new ConfigCatalogue(
            Plugins.onClassPath(), invocation.installation().configs(), models.variables());
    if (model != null) {
      details(catalogue.model(model), out);
      return ExitStatus.DONE;
    }
    TextTable table = new TextTable("MODEL", "FAMILY", "LABELS", "FILES", "SIZE", "STATE");
    for (ModelCard card : catalogue.models()) {
      long bytes = ModelFileState.bytes(card);
      table.add(
          card.config().id(),
          card.config().spec().family(),
          card.config().spec().labels().id(),
          ModelFileState.formats(card),
          bytes > 0 ? ByteSize.text(bytes) : "-",
          ModelFileState.word(card));
    }
    table.print(out);
    out.println();
    out.println(ModelFileState.legend());
    out.println("Model folder: " + models.folder());
    return ExitStatus.DONE;
  }

  private static void details(ModelCard card, PrintWriter out) {
    out.println(card.config().id() + ": " + card.config().spec().name());
    out.println("family   " + card.config().spec().family());
    out.println("labels   " + card.config().spec().labels().id());
    for (ModelFile file : card.config().spec().files()) {
      out.println("file     " + file.format() + " " + file.precision().id() + "  " + file.path());
    }
    out.println("state    " + ModelFileState.text(card));
    card.origin().ifPresent(source -> origin(source, out));
  }

  private static void origin(DatasetSource source, PrintWriter out) {
    out.println("homepage " + source.homepage());
    out.println("licence  " + source.licence().strip());
    source.files().forEach(file -> out.println("from     " + ModelFileState.line(file)));
  }
}
