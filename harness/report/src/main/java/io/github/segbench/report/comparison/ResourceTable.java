package io.github.segbench.report.comparison;

import io.github.segbench.engine.result.ResourceUse;
import io.github.segbench.engine.result.TrialIdentity;
import io.github.segbench.report.table.Cell;
import io.github.segbench.report.table.Column;
import io.github.segbench.report.table.Quantity;
import io.github.segbench.report.table.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * The table of what models take. It has no rows where nothing was measured; columns in which no row
 * has a value are left out.
 */
public final class ResourceTable {
  private static final String MEMORY = "Memory";
  private static final String MEGABYTE = "MB";

  private ResourceTable() {}

  /** A row for each model: memory, energy, and how much it computes how fast. */
  public static Table of(List<Entry> entries) {
    EntryColumns names = new EntryColumns(entries);
    List<Column> columns = new ArrayList<>(names.columns());
    columns.add(memory(ResourceUse.Quantity.PEAK_RSS, "Peak RSS"));
    columns.add(memory(ResourceUse.Quantity.JAVA_HEAP, "Java heap"));
    columns.add(memory(ResourceUse.Quantity.DIRECT, "Direct"));
    columns.add(memory(ResourceUse.Quantity.NATIVE, "Native"));
    columns.add(memory(ResourceUse.Quantity.GPU_MEMORY, "GPU"));
    columns.add(Column.plain("energy_joules_per_image", "", "Energy", "J/image", Quantity.NUMBER));
    columns.add(Column.plain("parameters", "", "Params", "M", Quantity.MILLIONS));
    columns.add(Column.plain("macs", "", "MACs", "G", Quantity.GIGA));
    columns.add(Column.plain("file_bytes", "", "File", MEGABYTE, Quantity.MEGABYTES));
    columns.add(Column.plain("achieved_flops", "", "Achieved", "GFLOP/s", Quantity.GIGA));
    List<List<Cell>> rows = new ArrayList<>();
    for (Entry entry : entries) {
      if (entry.trial().latency().resources().isEmpty()) {
        continue;
      }
      List<Cell> row = new ArrayList<>(names.cells(entry));
      row.add(use(entry, ResourceUse.Quantity.PEAK_RSS));
      row.add(use(entry, ResourceUse.Quantity.JAVA_HEAP));
      row.add(use(entry, ResourceUse.Quantity.DIRECT));
      row.add(use(entry, ResourceUse.Quantity.NATIVE));
      row.add(use(entry, ResourceUse.Quantity.GPU_MEMORY));
      row.add(use(entry, ResourceUse.Quantity.ENERGY_PER_IMAGE));
      TrialIdentity identity = entry.identity();
      row.add(Cell.of(identity.parameters()));
      row.add(Cell.of(identity.macs()));
      row.add(Cell.of(identity.modelBytes()));
      row.add(use(entry, ResourceUse.Quantity.ACHIEVED_FLOPS));
      rows.add(row);
    }
    String caption =
        "What a model takes. Peak RSS is all physical memory of the process that runs it, the Java"
            + " virtual machine and native libraries included. Achieved: two operations for each"
            + " multiply-accumulate, divided by the median time of inference.";
    return new Table("resources", caption, columns, rows).withoutEmptyColumns();
  }

  private static Column memory(ResourceUse.Quantity quantity, String title) {
    return Column.plain(quantity.id() + "_bytes", MEMORY, title, MEGABYTE, Quantity.MEGABYTES);
  }

  /** How much of something a trial's model takes, in that quantity's unit. */
  static Cell use(Entry entry, ResourceUse.Quantity quantity) {
    return Cell.of(
        entry.trial().latency().resources().stream()
            .filter(use -> use.quantity() == quantity)
            .findFirst()
            .map(ResourceUse::value)
            .orElse(null));
  }
}
