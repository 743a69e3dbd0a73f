package io.github.segbench.cli;

import io.github.segbench.api.dataset.DatasetReader;
import io.github.segbench.api.inference.Backend;
import io.github.segbench.api.inference.Precision;
import io.github.segbench.api.model.ModelFamily;
import io.github.segbench.api.model.ModelFile;
import io.github.segbench.api.model.ModelSpec;
import io.github.segbench.api.model.PostProcessor;
import io.github.segbench.api.option.OptionSpec;
import io.github.segbench.engine.config.ConfigCatalogue;
import io.github.segbench.engine.config.DatasetCard;
import io.github.segbench.engine.config.DatasetConfig;
import io.github.segbench.engine.config.ModelCard;
import io.github.segbench.engine.config.ModelConfig;
import io.github.segbench.engine.plugin.Plugins;
import io.github.segbench.engine.score.ScoreFormat;
import io.github.segbench.metrics.catalogue.Metric;
import io.github.segbench.metrics.evaluation.Convention;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code segbench list}: the names that run files and options can use. */
@Command(
    name = "list",
    description = "List the names that run files and options can use.",
    mixinStandardHelpOptions = true)
final class ListCommand implements Callable<Integer> {
  /** What can be listed. */
  enum Kind {
    models,
    datasets,
    readers,
    backends,
    adapters,
    postprocessors,
    metrics,
    conventions,
    formats
  }

  private final Invocation invocation;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "KIND", description = "One of: ${COMPLETION-CANDIDATES}.")
  private Kind kind;

  ListCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    TextTable table =
        switch (kind) {
          case models -> models();
          case datasets -> datasets();
          case readers -> readers();
          case backends -> backends();
          case adapters -> adapters();
          case postprocessors -> postProcessors();
          case metrics -> metrics();
          case conventions -> conventions();
          case formats -> formats();
        };
    table.print(spec.commandLine().getOut());
    return ExitStatus.DONE;
  }

  private ConfigCatalogue catalogue() {
    return new ConfigCatalogue(Plugins.onClassPath(), invocation.installation().configs());
  }

  private TextTable models() {
    TextTable table = new TextTable("MODEL", "NAME", "FAMILY", "LABELS", "FORMATS");
    for (ModelCard card : catalogue().models()) {
      ModelConfig model = card.config();
      table.add(
          model.id(),
          model.spec().name(),
          model.spec().family(),
          model.spec().labels().id(),
          joined(formats(model.spec())));
    }
    return table;
  }

  private static List<String> formats(ModelSpec model) {
    return Stream.concat(Stream.of(model), model.parts().values().stream())
        .flatMap(part -> part.files().stream())
        .map(ModelFile::format)
        .distinct()
        .toList();
  }

  private TextTable datasets() {
    TextTable table = new TextTable("DATASET", "NAME", "READER", "SPLIT", "LABELS", "CATEGORIES");
    for (DatasetCard card : catalogue().datasets()) {
      DatasetConfig dataset = card.config();
      table.add(
          dataset.id(),
          dataset.name(),
          dataset.reader(),
          dataset.spec().split(),
          dataset.spec().labels().id(),
          Integer.toString(dataset.spec().labels().size()));
    }
    return table;
  }

  private static TextTable readers() {
    TextTable table = new TextTable("READER", "OPTIONS", "WHAT IT READS");
    for (DatasetReader reader : Plugins.onClassPath().readers().all()) {
      table.add(reader.id(), options(reader.options()), reader.description());
    }
    return table;
  }

  private static TextTable backends() {
    TextTable table =
        new TextTable("BACKEND", "VERSION", "FORMATS", "PRECISIONS", "OPTIONS", "WHAT IT IS");
    for (Backend backend : Plugins.onClassPath().backends().all()) {
      table.add(
          backend.id(),
          backend.version(),
          joined(backend.formats()),
          joined(backend.precisions().stream().sorted().map(Precision::id).toList()),
          options(backend.options()),
          backend.description());
    }
    return table;
  }

  private static TextTable adapters() {
    TextTable table = new TextTable("FAMILY", "OPTIONS", "WHAT IT DECODES");
    for (ModelFamily family : Plugins.onClassPath().families().all()) {
      table.add(family.id(), options(family.options()), family.description());
    }
    return table;
  }

  private static TextTable postProcessors() {
    TextTable table = new TextTable("POST-PROCESSOR", "OPTIONS", "WHAT IT DOES");
    for (PostProcessor postProcessor : Plugins.onClassPath().postProcessors().all()) {
      table.add(postProcessor.id(), options(postProcessor.options()), postProcessor.description());
    }
    return table;
  }

  private static TextTable metrics() {
    TextTable table = new TextTable("METRIC", "TASK", "COMPUTED", "WHAT IT MEANS");
    for (Metric metric : Metric.values()) {
      table.add(
          metric.standardName(),
          metric.task().id(),
          metric.isOnRequest() ? "on request" : "always",
          metric.description());
    }
    return table;
  }

  private static TextTable conventions() {
    TextTable table = new TextTable("CONVENTION", "TASK", "WHAT IT COUNTS");
    for (Convention convention : Convention.values()) {
      table.add(convention.id(), convention.task().id(), convention.description());
    }
    return table;
  }

  private static TextTable formats() {
    TextTable table = new TextTable("FORMAT", "TASK", "CONVENTIONS", "WHAT IT IS");
    for (ScoreFormat format : ScoreFormat.values()) {
      table.add(
          format.id(),
          format.task().id(),
          joined(format.conventions().stream().map(Convention::id).toList()),
          format.description());
    }
    return table;
  }

  private static String options(List<OptionSpec> options) {
    return options.stream().map(OptionSpec::name).collect(Collectors.joining(", "));
  }

  private static String joined(Collection<String> texts) {
    return String.join(", ", texts);
  }
}
