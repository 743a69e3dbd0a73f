package io.github.segbench.cli;

import io.github.segbench.api.dataset.DatasetException;
import io.github.segbench.datasets.fetch.DataFolder;
import io.github.segbench.datasets.fetch.Receipts;
import io.github.segbench.engine.config.ConfigCatalogue;
import io.github.segbench.engine.config.DatasetCard;
import io.github.segbench.engine.dataset.DatasetVerifier;
import io.github.segbench.engine.dataset.HowToGet;
import io.github.segbench.engine.dataset.SplitReport;
import io.github.segbench.engine.plugin.Plugins;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code segbench datasets verify}. */
@Command(
    name = "verify",
    description = {
      "Check that data sets are whole and sound: numbers of images, that each label has its image"
          + " and the same size, that every image loads, that ids are in the label set. Writes"
          + " nothing.",
      "Exit code 3 if something is wrong or a data set is not there."
    },
    mixinStandardHelpOptions = true)
final class DatasetsVerifyCommand implements Callable<Integer> {
  private static final double MILLIS_PER_SECOND = 1e3;
  private static final String ABSENT = "-";

  private final Invocation invocation;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "DATASET",
      arity = "0..*",
      description = {
        "Ids of data sets, or paths of their YAML files.",
        "Default: all that are there as files."
      })
  private @Nullable List<String> datasets;

  @Option(names = "--split", paramLabel = "NAME", description = "Default: every split.")
  private List<String> splits = new ArrayList<>();

  @Mixin private DatasetChanges changes;

  @Mixin private DataOptions data;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "Seed of the sample. Default: the data set's own.")
  private @Nullable Long seed;

  private boolean sound = true;

  DatasetsVerifyCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    Plugins plugins = Plugins.onClassPath();
    List<String> given = changes.changes(null, seed);
    List<String> named = datasets == null ? List.of() : datasets;
    if (named.isEmpty() && !(given.isEmpty() && splits.isEmpty())) {
      throw new ParameterException(
          spec.commandLine(), "--split, --set and subsets are of one data set: which?");
    }
    TextTable table =
        new TextTable(
            "DATASET", "SPLIT", "IMAGES", "EXPECTED", "PROBLEMS", "SECONDS", "FINGERPRINT");
    if (named.isEmpty()) {
      DatasetProbe probe = new DatasetProbe(plugins, new Receipts(new DataFolder(data.folder())));
      for (DatasetCard card : catalogue(plugins).datasets()) {
        if (!probe.isGenerated(card)) {
          verifyIfThere(card, plugins, table);
        }
      }
    }
    for (String dataset : named) {
      verifyNamed(catalogue(plugins).dataset(dataset, given), plugins, table);
    }
    if (table.hasRows()) {
      table.print(spec.commandLine().getOut());
    }
    return sound ? ExitStatus.DONE : ExitStatus.TRIAL_FAILED;
  }

  /** A catalogue collects the problems of one call. */
  private ConfigCatalogue catalogue(Plugins plugins) {
    return new ConfigCatalogue(plugins, invocation.installation().configs(), data.variables());
  }

  private void verifyIfThere(DatasetCard card, Plugins plugins, TextTable table) {
    DatasetVerifier verifier = verifier(card, plugins);
    List<String> found;
    try {
      found = verifier.splits(card);
    } catch (DatasetException e) {
      return; // it was not asked for
    }
    found.forEach(split -> add(card, verifier.verify(card, split), table));
  }

  private void verifyNamed(DatasetCard card, Plugins plugins, TextTable table) {
    DatasetVerifier verifier = verifier(card, plugins);
    List<String> found;
    try {
      found = verifier.splits(card);
    } catch (DatasetException e) {
      wrong(e.getMessage() + "; " + HowToGet.of(card));
      return;
    }
    for (String split : splits.isEmpty() ? found : splits) {
      add(card, verifier.verify(card, split), table);
    }
  }

  private DatasetVerifier verifier(DatasetCard card, Plugins plugins) {
    PrintWriter err = spec.commandLine().getErr();
    return new DatasetVerifier(
        plugins.readers(),
        new SplitMeter(card.config().id(), err, invocation.installation().terminal()),
        Runtime.getRuntime().availableProcessors());
  }

  private void add(DatasetCard card, SplitReport report, TextTable table) {
    report.problems().forEach(this::wrong);
    if (report.unnamed() > 0) {
      wrong(
          "and "
              + report.unnamed()
              + " more problems of "
              + card.config().id()
              + " "
              + report.split());
    }
    table.add(
        card.config().id(),
        report.split(),
        images(report),
        report.expected() == null ? ABSENT : report.expected().toString(),
        Long.toString(report.problemCount()),
        String.format(Locale.ROOT, "%.1f", report.elapsed().toMillis() / MILLIS_PER_SECOND),
        report.content().orElse(ABSENT));
  }

  /** Such as {@code 100}, or {@code 20 of 100} where a subset was looked at. */
  private static String images(SplitReport report) {
    if (report.images() == null) {
      return ABSENT;
    }
    return (report.checked() < report.images() ? report.checked() + " of " : "") + report.images();
  }

  private void wrong(String problem) {
    sound = false;
    spec.commandLine().getErr().println("segbench: " + problem);
  }
}
