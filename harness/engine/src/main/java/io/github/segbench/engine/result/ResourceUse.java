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
    /** The most physical memory that a process which runs the model has had at once. */
    PEAK_RSS("peakRss", "bytes"),
    /**
     * The Java heap that is still in use behind a garbage collection: the last one between calls or
     * within them, or one at the end, whichever leaves more. Garbage is not in it, though it is in
     * the peak of the physical memory.
     */
    JAVA_HEAP("javaHeap", "bytes"),
    /** What the JVM counts as direct or mapped buffers at the end: memory outside the heap. */
    DIRECT("direct", "bytes"),
    /**
     * The peak of the physical memory without direct and mapped buffers and without the most that
     * the heap has held, garbage included: the JVM itself, its code and native libraries with their
     * networks. An estimate: nobody says how much of the heap is in physical memory.
     */
    NATIVE("native", "bytes"),
    /** Memory of all GPUs that the process has at the end, as the driver counts it. */
    GPU_MEMORY("gpuMemory", "bytes"),
    /**
     * Energy of the processor packages for one image, end to end: that of everything that ran on
     * them meanwhile, idle power included.
     */
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
