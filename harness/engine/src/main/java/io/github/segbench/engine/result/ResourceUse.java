package io.github.segbench.engine.result;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/** How much of something a trial's model needs while it runs. */
public record ResourceUse(Quantity quantity, double value) {
  public ResourceUse {
    Objects.requireNonNull(quantity, "quantity");
  }

  /** What can be measured, each in one unit. */
  public enum Quantity {
    /** The most physical memory that a process which runs the model has had. */
    PEAK_RSS("peakRss", "bytes"),
    /** The most of the Java heap that was in use behind a garbage collection or at the end. */
    JAVA_HEAP("javaHeap", "bytes"),
    /** Memory outside the heap that the JVM counts as direct or mapped buffers. */
    DIRECT("direct", "bytes"),
    /** Physical memory that is neither heap nor direct: the JVM itself and native libraries. */
    NATIVE("native", "bytes"),
    /** Memory of the GPU that the process has. */
    GPU_MEMORY("gpuMemory", "bytes"),
    /** Energy of the processor packages for one image, end to end, idle power included. */
    ENERGY_PER_IMAGE("energyPerImage", "joules"),
    /** Two operations for each multiply-accumulate, divided by the median time of inference. */
    ACHIEVED_FLOPS("achievedFlops", "flop/s");

    private final String id;
    private final String unit;

    Quantity(String id, String unit) {
      this.id = id;
      this.unit = unit;
    }

    public String id() {
      return id;
    }

    public String unit() {
      return unit;
    }

    public static Optional<Quantity> named(String id) {
      return Arrays.stream(values()).filter(q -> q.id.equals(id)).findFirst();
    }
  }
}
