package io.github.segbench.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HtmlReportTest {
  @TempDir Path folder;

  @Test
  void staysSmallEnoughToBeMailed() throws IOException {
    Path page =
        new HtmlReport(null).write(List.of(SampleRun.full(folder)), folder.resolve("report"));

    assertThat(Files.size(page)).isLessThan(10_000_000L);
  }
}
