package io.github.segbench.latency;

import io.github.segbench.engine.machine.EnergyReading;
import io.github.segbench.engine.machine.MachineProbe;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;
import org.openjdk.jmh.runner.IterationType;

/**
 * Hands the energy of each iteration to JMH, and when the last one is over the memory of the fork.
 * Memory is labelled with the quantity's id.
 *
 * <p>The energy of a fork's first iteration is left out, because the trial is opened and warmed up
 * within it. JMH throws that iteration away unless no warm-up is asked for.
 */
public final class ResourceProfiler implements InternalProfiler {
  static final String ENERGY = "energy";
  static final String ENERGY_IMAGES = "energyImages";

  private final Supplier<EnergyReading> energy;
  private final Supplier<ForkMemory> memory;
  private EnergyReading energyBefore = EnergyReading.NONE;
  private boolean trialIsOpen;
  private int measured;

  /** Of the JVM and the machine that it runs in; called by JMH. */
  public ResourceProfiler() {
    this(new MachineProbe());
  }

  private ResourceProfiler(MachineProbe machine) {
    this(machine::packageEnergy, () -> ForkMemory.ofThisJvm(machine));
  }

  ResourceProfiler(Supplier<EnergyReading> energy, Supplier<ForkMemory> memory) {
    this.energy = energy;
    this.memory = memory;
  }

  @Override
  public String getDescription() {
    return "energy and memory of end-to-end calls";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    start();
  }

  void start() {
    energyBefore = energy.get();
  }

  @Override
  @SuppressWarnings("rawtypes") // as JMH declares it
  public Collection<? extends Result> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    return results(iteration, result.getMetadata().getAllOps());
  }

  /**
   * @param images calls of the iteration, those included that JMH does not count
   */
  List<ScalarResult> results(IterationParams iteration, long images) {
    List<ScalarResult> results = new ArrayList<>();
    OptionalDouble used = energy.get().joulesSince(energyBefore);
    if (trialIsOpen && used.isPresent()) {
      results.add(new ScalarResult(ENERGY, used.getAsDouble(), "J", AggregationPolicy.SUM));
      results.add(new ScalarResult(ENERGY_IMAGES, images, "images", AggregationPolicy.SUM));
    }
    trialIsOpen = true;
    boolean isMeasured = iteration.getType() == IterationType.MEASUREMENT;
    measured += isMeasured ? 1 : 0;
    if (isMeasured && measured == iteration.getCount()) {
      memory
          .get()
          .uses()
          .forEach(
              use ->
                  results.add(
                      new ScalarResult(
                          use.quantity().id(),
                          use.value(),
                          use.quantity().unit(),
                          AggregationPolicy.MAX)));
    }
    return results;
  }
}
