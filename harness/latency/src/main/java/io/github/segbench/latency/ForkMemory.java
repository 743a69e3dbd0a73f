package io.github.segbench.latency;

import io.github.segbench.engine.machine.MachineProbe;
import io.github.segbench.engine.result.ResourceUse;
import io.github.segbench.engine.result.ResourceUse.Quantity;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * The memory of a JVM in bytes.
 *
 * @param peakResident the most physical memory that it has had; 0 if not known
 * @param liveHeap what was in use of its heap behind a garbage collection
 * @param touchedHeap the most that its heap has held, garbage included: the sum over the heap's
 *     pools, each at its own peak
 * @param buffers direct and mapped ones
 * @param gpu memory of GPUs; 0 if it has none
 */
record ForkMemory(long peakResident, long liveHeap, long touchedHeap, long buffers, long gpu) {

  /** Of this JVM; collects garbage and, on machines with a GPU, starts a program. */
  static ForkMemory ofThisJvm(MachineProbe machine) {
    // First of all: collecting garbage takes memory of its own.
    long peakResident = machine.peakResidentBytes();
    long touched = heap(MemoryPoolMXBean::getPeakUsage);
    long buffers =
        ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
            .mapToLong(pool -> Math.max(0, pool.getMemoryUsed()))
            .sum();
    long behindLastCollection = heap(MemoryPoolMXBean::getCollectionUsage);
    ManagementFactory.getMemoryMXBean().gc();
    long live = Math.max(behindLastCollection, heap(MemoryPoolMXBean::getUsage));
    return new ForkMemory(
        peakResident,
        live,
        touched,
        buffers,
        machine.gpuMemoryBytes(ProcessHandle.current().pid()));
  }

  /** Sum over the pools of the heap; some collectors have no usage behind collections. */
  private static long heap(Function<MemoryPoolMXBean, MemoryUsage> usage) {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .map(usage)
        .filter(Objects::nonNull)
        .mapToLong(MemoryUsage::getUsed)
        .sum();
  }

  /** What is known of it, in bytes. */
  List<ResourceUse> uses() {
    List<ResourceUse> uses = new ArrayList<>();
    uses.add(new ResourceUse(Quantity.JAVA_HEAP, liveHeap));
    uses.add(new ResourceUse(Quantity.DIRECT, buffers));
    if (peakResident > 0) {
      uses.add(new ResourceUse(Quantity.PEAK_RSS, peakResident));
      uses.add(new ResourceUse(Quantity.NATIVE, Math.max(0, peakResident - touchedHeap - buffers)));
    }
    if (gpu > 0) {
      uses.add(new ResourceUse(Quantity.GPU_MEMORY, gpu));
    }
    return uses;
  }
}
