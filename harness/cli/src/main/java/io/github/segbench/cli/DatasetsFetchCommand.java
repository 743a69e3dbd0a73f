package io.github.segbench.cli;

import io.github.segbench.api.dataset.DatasetException;
import io.github.segbench.api.dataset.DatasetSource;
import io.github.segbench.datasets.download.DownloadSettings;
import io.github.segbench.datasets.fetch.DataFolder;
import io.github.segbench.datasets.fetch.DatasetFetch;
import io.github.segbench.datasets.fetch.FetchOutcome;
import io.github.segbench.datasets.fetch.Receipts;
import io.github.segbench.engine.config.ConfigCatalogue;
import io.github.segbench.engine.config.DatasetCard;
import io.github.segbench.engine.plugin.Plugins;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code segbench datasets fetch}. */
@Command(
    name = "fetch",
    description = {
      "Download a data set from its publisher, check it and unpack it into the data folder.",
      "A download that broke off goes on where it broke; what is there is not fetched again."
    },
    mixinStandardHelpOptions = true)
final class DatasetsFetchCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "DATASET",
      description = "Id of a data set, or the path of its YAML file.")
  private String dataset;

  @Option(
      names = "--split",
      paramLabel = "NAME",
      description = "Fetch what this split needs alone; may be given several times.")
  private List<String> splits = new ArrayList<>();

  @Mixin private DataOptions data;

  @Option(
      names = "--accept-licence",
      description = "Accept the publisher's terms, which are shown, without being asked.")
  private boolean acceptLicence;

  @Option(
      names = "--keep",
      description = "Keep the archives in DIR/downloads when they have been unpacked.")
  private boolean keep;

  DatasetsFetchCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    Plugins plugins = Plugins.onClassPath();
    DatasetCard whole =
        new ConfigCatalogue(plugins, invocation.installation().configs(), data.variables())
            .dataset(dataset, List.of());
    for (String split : splits) {
      if (!whole.splits().containsKey(split)) {
        throw new ParameterException(
            spec.commandLine(),
            "--split " + split + ": expected one of " + whole.splits().keySet());
      }
    }
    DatasetCard card = splits.isEmpty() ? whole : whole.ofSplits(splits);
    DataFolder folder = new DataFolder(data.folder());
    DatasetProbe probe = new DatasetProbe(plugins, new Receipts(folder));
    try {
      return fetch(card, folder, probe);
    } catch (DatasetException e) {
      err().println("segbench: " + e.getMessage());
      return ExitStatus.NOT_FETCHED;
    }
  }

  private int fetch(DatasetCard card, DataFolder folder, DatasetProbe probe) {
    String id = card.config().id();
    Optional<DatasetSource> source = card.origin();
    if (source.isEmpty() || source.get().files().isEmpty()) {
      return nothingToFetch(card, probe);
    }
    if (!probe.isFetched(card)
        && probe.look(card, true).state() == DatasetPresence.State.COMPLETE) {
      out().println(id + ": already here and complete, though not by fetch");
      return ExitStatus.DONE;
    }
    FetchConsole console =
        new FetchConsole(err(), invocation.installation().terminal(), Clock.systemUTC());
    FetchOutcome outcome =
        new DatasetFetch(folder, keep, DownloadSettings.DEFAULT, console)
            .fetch(id, source.get(), question());
    return switch (outcome) {
      case FETCHED -> result(card, folder, probe);
      case ALREADY_HERE -> {
        out().println(id + ": already here, in " + folder.root());
        yield ExitStatus.DONE;
      }
      case NOTHING_TO_FETCH -> nothingToFetch(card, probe);
      case LICENCE_NOT_ACCEPTED -> ExitStatus.BAD_USAGE;
      case ACCOUNT_NEEDED -> {
        err().println("segbench: " + id + " is not complete: see above for the missing files");
        yield ExitStatus.NOT_FETCHED;
      }
    };
  }

  private int nothingToFetch(DatasetCard card, DatasetProbe probe) {
    String id = card.config().id();
    DatasetPresence presence = probe.look(card, true);
    if (presence.state() == DatasetPresence.State.GENERATED) {
      out().println(id + ": is generated, there is nothing to fetch");
      return ExitStatus.DONE;
    }
    err()
        .println(
            "segbench: "
                + id
                + ": its file names no files that can be fetched ("
                + presence.text()
                + ")"
                + card.origin().map(DatasetsFetchCommand::whereElse).orElse(""));
    return ExitStatus.NOT_FETCHED;
  }

  private static String whereElse(DatasetSource source) {
    return "; "
        + source.accountNeeded().map(account -> account.strip() + ": ").orElse("see ")
        + source.homepage();
  }

  private int result(DatasetCard card, DataFolder folder, DatasetProbe probe) {
    DatasetPresence presence = probe.look(card, true);
    out().println(card.config().id() + ": fetched into " + folder.root() + ": " + presence.text());
    return presence.state() == DatasetPresence.State.COMPLETE
            || presence.state() == DatasetPresence.State.PRESENT
        ? ExitStatus.DONE
        : ExitStatus.NOT_FETCHED;
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
