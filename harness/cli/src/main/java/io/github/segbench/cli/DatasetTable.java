package io.github.segbench.cli;

import io.github.segbench.api.dataset.DatasetSource;
import io.github.segbench.api.dataset.RemoteFile;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.datasets.download.ByteSize;
import io.github.segbench.engine.config.DatasetCard;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One line for each data set, no longer than a terminal of 120 columns. */
final class DatasetTable {
  private static final int WIDTH = 120;
  private static final int GAP = 2;
  private static final int HERE = 27;
  private static final int FROM = 20;
  private static final int LEAST_LICENCE = 10;

  private static final List<String> HEADER =
      List.of("DATASET", "TASKS", "IMAGES", "DOWNLOAD", "HERE", "FROM", "LICENCE");
  private static final int LICENCE = HEADER.size() - 1;

  private static final String UNKNOWN = "?";
  private static final String NONE = "-";

  private static final Map<SegmentationTask, String> SHORT =
      Map.of(
          SegmentationTask.SEMANTIC, "sem",
          SegmentationTask.INSTANCE, "inst",
          SegmentationTask.PANOPTIC, "pan");

  private final DatasetProbe probe;
  private final boolean thorough;

  /**
   * @param thorough to open data sets even if that takes long
   */
  DatasetTable(DatasetProbe probe, boolean thorough) {
    this.probe = probe;
    this.thorough = thorough;
  }

  TextTable of(List<DatasetCard> cards) {
    List<List<String>> rows = cards.stream().map(this::row).toList();
    int width = Math.max(LEAST_LICENCE, WIDTH - widthWithoutLicence(rows));
    TextTable table = new TextTable(HEADER.toArray(String[]::new));
    for (List<String> row : rows) {
      List<String> cells = new ArrayList<>(row);
      cells.set(LICENCE, shortened(row.get(LICENCE), width));
      table.add(cells.toArray(String[]::new));
    }
    return table;
  }

  private static int widthWithoutLicence(List<List<String>> rows) {
    int sum = 0;
    for (int column = 0; column < LICENCE; column++) {
      int widest = HEADER.get(column).length();
      for (List<String> row : rows) {
        widest = Math.max(widest, row.get(column).length());
      }
      sum += widest + GAP;
    }
    return sum;
  }

  private List<String> row(DatasetCard card) {
    DatasetPresence presence = probe.look(card, thorough);
    List<SegmentationTask> tasks = card.tasks().isEmpty() ? presence.tasks() : card.tasks();
    return List.of(
        card.config().id(),
        tasks.isEmpty() ? UNKNOWN : tasks.stream().map(SHORT::get).collect(Collectors.joining(" ")),
        images(card, presence),
        card.origin().map(DatasetTable::download).orElse(NONE),
        shortened(presence.text(), HERE),
        shortened(card.origin().map(DatasetTable::host).orElse(NONE), FROM),
        card.origin().map(DatasetSource::licence).orElse(NONE));
  }

  /** Those of the split that is used by default: splits may overlap, so a sum would mislead. */
  private static String images(DatasetCard card, DatasetPresence presence) {
    Map<String, Long> splits = card.splits().isEmpty() ? presence.counts() : card.splits();
    long images = splits.getOrDefault(card.config().spec().split(), 0L);
    return images == 0 ? UNKNOWN : Long.toString(images);
  }

  /** A plus stands for files of unknown size. */
  private static String download(DatasetSource source) {
    if (source.files().isEmpty()) {
      return NONE;
    }
    long known = 0;
    boolean all = true;
    for (RemoteFile file : source.files()) {
      known += file.size().orElse(0L);
      all &= file.size().isPresent();
    }
    String size = known == 0 ? UNKNOWN : ByteSize.text(known) + (all ? "" : "+");
    boolean account = source.files().stream().anyMatch(file -> file.location().isEmpty());
    return account ? size + " login" : size;
  }

  private static String host(DatasetSource source) {
    String host = source.homepage().getHost();
    return host == null ? NONE : host.replaceFirst("^www\\.", "");
  }

  private static String shortened(String text, int width) {
    String line = text.strip().replaceAll("\\s+", " ");
    return line.length() <= width ? line : line.substring(0, width - 3).strip() + "...";
  }
}
