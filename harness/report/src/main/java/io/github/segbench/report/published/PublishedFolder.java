package io.github.segbench.report.published;

import io.github.segbench.report.ReportException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The folder {@code results/published}: published numbers, a CSV file for each data set. */
public final class PublishedFolder {
  private PublishedFolder() {}

  /**
   * All numbers, by file name and then in the order of the files.
   *
   * @param folder whose files {@code *.csv} are read; without it there are no numbers
   * @throws ReportException naming file, line and column if a file is not as results/README.md says
   */
  public static List<PublishedNumber> read(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<PublishedNumber> numbers = new ArrayList<>();
    for (Path file : files(folder)) {
      numbers.addAll(new PublishedFile(file).read());
    }
    return numbers;
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".csv")).sorted().toList();
    } catch (IOException e) {
      throw new ReportException(folder + " cannot be read: " + e, e);
    }
  }
}
