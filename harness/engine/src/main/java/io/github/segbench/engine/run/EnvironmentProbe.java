package io.github.segbench.engine.run;

import io.github.segbench.engine.machine.MachineProbe;
import io.github.segbench.engine.result.Environment;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/** Looks at the machine and software that segbench runs on. What it cannot find out stays empty. */
public final class EnvironmentProbe {
  private static final int GIT_TIMEOUT_SECONDS = 10;

  private final Path workingTree;

  /**
   * @param workingTree the folder whose git commit is noted
   */
  public EnvironmentProbe(Path workingTree) {
    this.workingTree = workingTree;
  }

  public Environment probe() {
    return new Environment(
        version(),
        commit(),
        new MachineProbe().cpu().model(),
        Runtime.getRuntime().availableProcessors(),
        MachineProbe.memoryBytes(),
        property("os.name") + " " + property("os.version") + " " + property("os.arch"),
        property("java.vm.name")
            + " "
            + property("java.runtime.version")
            + " ("
            + property("java.vendor")
            + ")",
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  /** The version of segbench. */
  public static String version() {
    Properties build = new Properties();
    try (InputStream in = EnvironmentProbe.class.getResourceAsStream("build.properties")) {
      build.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return build.getProperty("version", "");
  }

  /** The full hash, with {@code -dirty} behind it when tracked files have changed. */
  private String commit() {
    ProcessBuilder git =
        new ProcessBuilder("git", "describe", "--always", "--abbrev=40", "--dirty", "--exclude=*");
    git.directory(workingTree.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD);
    try {
      Process process = git.start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      boolean ended = process.waitFor(GIT_TIMEOUT_SECONDS, TimeUnit.SECONDS);
      return ended && process.exitValue() == 0 ? output.strip() : "";
    } catch (IOException e) {
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }

  private static String property(String name) {
    return System.getProperty(name, "");
  }
}
