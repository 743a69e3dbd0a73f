package io.github.segbench.engine.run;

import io.github.segbench.api.dataset.Dataset;
import io.github.segbench.api.dataset.Sample;
import io.github.segbench.api.inference.InferenceSession;
import io.github.segbench.api.model.ModelAdapter;
import io.github.segbench.api.model.NetworkPass;
import io.github.segbench.api.segmentation.LabelMapping;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.engine.chain.PostProcessingChain;
import io.github.segbench.engine.plan.Trial;
import io.github.segbench.engine.result.TrialIdentity;
import java.util.List;
import java.util.Set;

/**
 * A trial that is ready to run: its data set is listed and its network loaded. Closing it unloads
 * the network.
 *
 * @param samples those to evaluate, in the order of the split
 * @param chain the adapter with the model's post-processors around and behind the network
 * @param session the network alone
 * @param mapping from the model's categories to the data set's; trials are scored on those that
 *     both have
 * @param tasks those that both model and data set have; never empty
 */
public record OpenTrial(
    Trial trial,
    Dataset dataset,
    List<Sample> samples,
    ModelAdapter adapter,
    PostProcessingChain chain,
    InferenceSession session,
    LabelMapping mapping,
    Set<SegmentationTask> tasks,
    TrialIdentity identity)
    implements AutoCloseable {
  public OpenTrial {
    samples = List.copyOf(samples);
    tasks = Set.copyOf(tasks);
  }

  /** The labels of what is scored: the data set's, without those that the model lacks. */
  public LabelSet labels() {
    return mapping.shared();
  }

  /** The session with the steps around the network. */
  public NetworkPass network() {
    return chain.around((inputs, geometries) -> session.run(inputs));
  }

  @Override
  public void close() {
    session.close();
  }
}
