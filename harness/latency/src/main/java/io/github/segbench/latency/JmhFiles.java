package io.github.segbench.latency;

import io.github.segbench.engine.run.LatencyException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;

/**
 * The files that are kept of a trial's timing: JMH's JSON, and beside it what JMH and its forks
 * print.
 */
record JmhFiles(Path json) {

  /** The JSON's name, ending in {@code .log}. */
  Path log() {
    return sibling(".log");
  }

  /** Where the forks of a timing report to; there for as long as they are timed. */
  Path forkReports() {
    return sibling(".forks");
  }

  /** Where a fork of ours leaves its outcome until it is read. */
  Path forkOutcome() {
    return sibling(".fork.part");
  }

  private Path sibling(String ending) {
    String name = json.getFileName().toString();
    String stem = name.endsWith(".json") ? name.substring(0, name.length() - 5) : name;
    return json.resolveSibling(stem + ending);
  }

  /**
   * A new log in place of an old one.
   *
   * @throws LatencyException if the folder cannot be written
   */
  PrintStream openLog() {
    try {
      Files.createDirectories(json.toAbsolutePath().getParent());
      return new PrintStream(Files.newOutputStream(log()), true, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new LatencyException("JMH's log " + log() + " cannot be written: " + e, e);
    }
  }

  /**
   * Adds lines to the log.
   *
   * @throws LatencyException if it cannot be written
   */
  void appendToLog(List<String> lines) {
    try {
      Files.write(log(), lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new LatencyException("log " + log() + " cannot be written: " + e, e);
    }
  }

  /**
   * Deletes one of the files, if it is there.
   *
   * @throws LatencyException if it stays
   */
  void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new LatencyException(file + " cannot be deleted: " + e, e);
    }
  }

  /**
   * Writes the JSON, under another name first, so that it is whole or not there.
   *
   * @throws LatencyException if the folder cannot be written
   */
  void write(Collection<RunResult> results) {
    Path unfinished = json.resolveSibling(json.getFileName() + ".part");
    try {
      try (PrintStream out =
          new PrintStream(Files.newOutputStream(unfinished), false, StandardCharsets.UTF_8)) {
        ResultFormatFactory.getInstance(ResultFormatType.JSON, out).writeOut(results);
        if (out.checkError()) {
          throw new LatencyException("JMH's result " + unfinished + " cannot be written", null);
        }
      }
      Files.move(
          unfinished, json, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new LatencyException("JMH's result " + json + " cannot be written: " + e, e);
    }
  }
}
