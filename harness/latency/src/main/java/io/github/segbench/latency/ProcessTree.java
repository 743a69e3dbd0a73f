package io.github.segbench.latency;

import java.util.List;
import java.util.stream.Stream;

/** A process with all that it started. */
record ProcessTree(ProcessHandle root) {

  /** Ends all of them by force, and waits for the end of the first. */
  void kill() {
    // Looked for first: without their parent they would not be found.
    List<ProcessHandle> all = Stream.concat(Stream.of(root), root.descendants()).toList();
    all.forEach(ProcessHandle::destroyForcibly);
    root.onExit().join();
  }
}
