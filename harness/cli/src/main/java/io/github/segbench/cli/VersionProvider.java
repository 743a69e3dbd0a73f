package io.github.segbench.cli;

import io.github.segbench.engine.run.EnvironmentProbe;
import picocli.CommandLine;

/** The version that the build gave. */
final class VersionProvider implements CommandLine.IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"segbench " + EnvironmentProbe.version()};
  }
}
