package io.github.segbench.cli;

import io.github.segbench.api.dataset.DatasetException;
import io.github.segbench.api.dataset.DatasetSource;
import io.github.segbench.api.model.ModelFile;
import io.github.segbench.datasets.download.DownloadSettings;
import io.github.segbench.datasets.fetch.DataFolder;
import io.github.segbench.datasets.fetch.DatasetFetch;
import io.github.segbench.datasets.fetch.FetchOutcome;
import io.github.segbench.engine.config.ConfigCatalogue;
import io.github.segbench.engine.config.ModelCard;
import io.github.segbench.engine.plugin.Plugins;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code segbench models fetch}. */
@Command(
    name = "fetch",
    description = {
      "Download the files of a model from their publisher and check them.",
      "A download that broke off goes on where it broke; what is there is not fetched again."
    },
    mixinStandardHelpOptions = true)
final class ModelsFetchCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "MODEL", description = "Id of a model, or the path of its YAML file.")
  private String model;

  @Mixin private ModelOptions models;

  @Option(
      names = "--accept-licence",
      description = "Accept the publisher's terms, which are shown, without being asked.")
  private boolean acceptLicence;

  ModelsFetchCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    ModelCard card =
        new ConfigCatalogue(
                Plugins.onClassPath(), invocation.installation().configs(), models.variables())
            .model(model);
    if (ModelFileState.isHere(card)) {
      out().println(card.config().id() + ": already here");
      return ExitStatus.DONE;
    }
    if (card.origin().filter(ModelFileState::isObtainable).isEmpty()) {
      return refused(card.config().id() + " cannot be fetched: " + ModelFileState.text(card));
    }
    try {
      return fetch(card, card.origin().get());
    } catch (DatasetException e) {
      return refused(String.valueOf(e.getMessage()));
    }
  }

  private int fetch(ModelCard card, DatasetSource source) {
    String id = card.config().id();
    FetchConsole console =
        new FetchConsole(err(), invocation.installation().terminal(), Clock.systemUTC());
    FetchOutcome outcome =
        new DatasetFetch(new DataFolder(models.folder()), false, DownloadSettings.DEFAULT, console)
            .fetch(id, source, question());
    return switch (outcome) {
      case FETCHED, ALREADY_HERE, NOTHING_TO_FETCH -> result(card);
      case LICENCE_NOT_ACCEPTED -> ExitStatus.BAD_USAGE;
      case ACCOUNT_NEEDED -> refused(id + " is not complete: see above for the missing files");
    };
  }

  private int result(ModelCard card) {
    List<ModelFile> missing = ModelFileState.missing(card);
    if (!missing.isEmpty()) {
      return refused(
          card.config().id()
              + ": was fetched, but there is no "
              + missing.get(0).path()
              + "; its source does not fit its files");
    }
    out().println(card.config().id() + ": fetched into " + models.folder());
    return ExitStatus.DONE;
  }

  private int refused(String message) {
    err().println("segbench: " + message);
    return ExitStatus.NOT_FETCHED;
  }

  private LicenceQuestion question() {
    return LicenceQuestion.onStandardInput(
        acceptLicence, invocation.installation().terminal(), err());
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }
}
