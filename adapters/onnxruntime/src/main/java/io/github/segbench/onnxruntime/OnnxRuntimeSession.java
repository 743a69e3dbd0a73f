package io.github.segbench.onnxruntime;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import io.github.segbench.api.inference.InferenceException;
import io.github.segbench.api.inference.InferenceOutputs;
import io.github.segbench.api.inference.InferenceSession;
import io.github.segbench.api.inference.Tensor;
import io.github.segbench.api.inference.TensorInfo;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * A loaded ONNX file. Inputs are read where they lie, unless the file wants float16 or uint8 and is
 * given float32; float16 outputs become float32. Outputs whose shape is known before the run, from
 * fixed dimensions or from dimensions that carry the name of an input's, are written to where they
 * stay; the others are copied. All outputs live in Java's own buffers, so nothing of a closed
 * session can be touched.
 */
final class OnnxRuntimeSession implements InferenceSession {
  private final OrtEnvironment environment;
  private final OrtSession session;
  private final SessionOptions options;
  private final Signature signature;
  private final DirectBufferPool pool = new DirectBufferPool();
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private boolean closed;

  /** False once the file has broken its word on the shape of an output. */
  private volatile boolean shapesKept = true;

  /**
   * @param session closed with this one, and so are {@code options}
   */
  OnnxRuntimeSession(
      OrtEnvironment environment, OrtSession session, SessionOptions options, Signature signature) {
    this.environment = environment;
    this.session = session;
    this.options = options;
    this.signature = signature;
  }

  @Override
  public List<TensorInfo> inputs() {
    return signature.inputs().stream().map(Port::info).toList();
  }

  @Override
  public List<TensorInfo> outputs() {
    return signature.outputs().stream().map(Port::info).toList();
  }

  @Override
  public InferenceOutputs run(Map<String, Tensor> inputs) {
    lock.readLock().lock();
    try {
      if (closed) {
        throw new IllegalStateException("session of " + signature.file() + " is closed");
      }
      Map<String, Long> sizes = signature.check(inputs);
      return run(inputs, shapesKept ? signature.knownShapes(sizes) : Map.of());
    } catch (OrtException e) {
      throw new InferenceException(signature.file() + ": run failed: " + OneLine.causeOf(e), e);
    } finally {
      lock.readLock().unlock();
    }
  }

  private InferenceOutputs run(Map<String, Tensor> inputs, Map<String, long[]> known)
      throws OrtException {
    try {
      return runOnce(inputs, known);
    } catch (OrtException e) {
      if (known.isEmpty()) {
        throw e;
      }
      // Perhaps the file declares a wrong shape: then the run succeeds without it, else fails
      // again.
      InferenceOutputs outputs = runOnce(inputs, Map.of());
      shapesKept = false;
      return outputs;
    }
  }

  private InferenceOutputs runOnce(Map<String, Tensor> inputs, Map<String, long[]> known)
      throws OrtException {
    OutputTensors outputs = new OutputTensors(pool);
    try (OrtViews feeds = new OrtViews(environment, pool);
        OrtViews targets = new OrtViews(environment, pool)) {
      for (Port input : signature.inputs()) {
        feeds
            .addInput(input, Objects.requireNonNull(inputs.get(input.name())))
            .ifPresent(this::refuse);
      }
      Set<String> others = new LinkedHashSet<>();
      for (Port output : signature.outputs()) {
        long[] shape = known.get(output.name());
        if (shape == null) {
          others.add(output.name());
        } else {
          targets.add(output.name(), outputs.add(output.name(), output.stored(), shape));
        }
      }
      try (OrtSession.Result result = session.run(feeds.byName(), others, targets.byName())) {
        for (String name : others) {
          outputs.copy(name, result.get(name).orElseThrow());
        }
      }
      return outputs.asOutputs();
    } catch (OrtException | InferenceException e) {
      outputs.discard();
      throw e;
    }
  }

  private void refuse(String problem) {
    throw new InferenceException(signature.file() + ": " + problem, null);
  }

  @Override
  public void close() {
    lock.writeLock().lock();
    try {
      if (!closed) {
        closed = true;
        session.close();
        options.close();
      }
    } catch (OrtException e) {
      throw new InferenceException(signature.file() + ": " + OneLine.causeOf(e), e);
    } finally {
      lock.writeLock().unlock();
    }
  }
}
