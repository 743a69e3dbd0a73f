package io.github.segbench.cli;

import io.github.segbench.api.dataset.DatasetSource;
import io.github.segbench.api.dataset.RemoteFile;
import io.github.segbench.api.option.OptionType;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.datasets.fetch.Receipts;
import io.github.segbench.engine.config.DatasetCard;
import io.github.segbench.engine.plugin.Plugins;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** All that is known of one data set, in lines. */
final class DatasetDetails {
  private final Plugins plugins;
  private final Receipts receipts;
  private final DatasetProbe probe;

  DatasetDetails(Plugins plugins, Receipts receipts, DatasetProbe probe) {
    this.plugins = plugins;
    this.receipts = receipts;
    this.probe = probe;
  }

  void print(DatasetCard card, PrintWriter out) {
    DatasetPresence presence = probe.look(card, true);
    List<SegmentationTask> tasks = card.tasks().isEmpty() ? presence.tasks() : card.tasks();
    line(out, "id", card.config().id());
    line(out, "name", card.config().name());
    line(out, "reader", card.config().reader());
    line(out, "labels", card.config().spec().labels().id());
    line(
        out,
        "tasks",
        tasks.isEmpty()
            ? "unknown"
            : tasks.stream().map(SegmentationTask::id).collect(Collectors.joining(", ")));
    line(out, "images", card.splits().isEmpty() ? "unknown" : joined(card.splits()));
    plugins.readers().get(card.config().reader()).options().stream()
        .filter(option -> option.type() == OptionType.PATH)
        .filter(option -> card.config().spec().options().has(option.name()))
        .forEach(
            option ->
                line(
                    out,
                    option.name(),
                    card.config().spec().options().path(option.name()).toString()));
    line(out, "here", presence.text());
    presence.openingProblem().ifPresent(problem -> line(out, "", problem));
    card.origin().ifPresent(source -> print(source, out));
  }

  private void print(DatasetSource source, PrintWriter out) {
    line(out, "homepage", source.homepage().toString());
    line(out, "licence", source.licence().strip());
    source.accountNeeded().ifPresent(account -> line(out, "account", account.strip()));
    for (RemoteFile file : source.files()) {
      line(out, "file", file.name() + (receipts.has(file) ? " (fetched)" : ""));
      line(out, "  url", file.location().map(Object::toString).orElse("needs an account"));
      line(out, "  bytes", file.size().map(Object::toString).orElse("not stated"));
      new TreeMap<>(file.checksums())
          .forEach((algorithm, digits) -> line(out, "  " + algorithm, digits));
      file.folderOfArchive().ifPresent(from -> line(out, "  from", from));
      line(out, "  into", file.into());
      file.archives().forEach(archive -> line(out, "  archive", archive));
    }
  }

  private static String joined(Map<String, Long> splits) {
    return splits.entrySet().stream()
        .map(split -> split.getKey() + " " + split.getValue())
        .collect(Collectors.joining(", "));
  }

  private static void line(PrintWriter out, String key, String value) {
    out.println(key + " ".repeat(Math.max(1, 10 - key.length())) + value);
  }
}
