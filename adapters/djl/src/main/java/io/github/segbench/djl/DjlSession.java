package io.github.segbench.djl;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import io.github.segbench.api.inference.Device;
import io.github.segbench.api.inference.InferenceOutputs;
import io.github.segbench.api.inference.InferenceSession;
import io.github.segbench.api.inference.Tensor;
import io.github.segbench.api.inference.TensorInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * A loaded TorchScript file. On the CPU, inputs are read where they lie, and outputs are views of
 * PyTorch's own memory, which is freed when they are closed.
 */
final class DjlSession implements InferenceSession {
  private final PyTorch pyTorch;
  private final Device device;
  private final PtSymbolBlock network;
  private final PtNDManager owner;
  private final Signature signature;
  private final ExecutionSettings settings;
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private boolean closed;

  /**
   * @param owner of the network; closed with the session
   */
  DjlSession(
      PyTorch pyTorch,
      Device device,
      PtSymbolBlock network,
      PtNDManager owner,
      Signature signature,
      ExecutionSettings settings) {
    this.pyTorch = pyTorch;
    this.device = device;
    this.network = network;
    this.owner = owner;
    this.signature = signature;
    this.settings = settings;
  }

  @Override
  public List<TensorInfo> inputs() {
    return List.of();
  }

  @Override
  public List<TensorInfo> outputs() {
    return List.of();
  }

  @Override
  public InferenceOutputs run(Map<String, Tensor> inputs) {
    lock.readLock().lock();
    try {
      if (closed) {
        throw new IllegalStateException("session of " + signature.file() + " is closed");
      }
      List<Tensor> ordered = signature.inOrder(inputs);
      settings.applyToThread();
      return run(ordered);
    } catch (EngineException e) {
      throw Failure.whenRunning(signature.file(), signature.describe(inputs), e);
    } finally {
      lock.readLock().unlock();
    }
  }

  private InferenceOutputs run(List<Tensor> inputs) {
    PtNDManager outputOwner = pyTorch.newOwner(device);
    boolean complete = false;
    try {
      Map<String, Tensor> tensors = run(inputs, outputOwner);
      complete = true;
      return new InferenceOutputs(tensors, outputOwner::close);
    } finally {
      if (!complete) {
        outputOwner.close();
      }
    }
  }

  private Map<String, Tensor> run(List<Tensor> inputs, PtNDManager outputOwner) {
    List<IValue> arguments = new ArrayList<>();
    try (PtNDManager lent = pyTorch.newOwner(device)) {
      try {
        for (Tensor input : inputs) {
          arguments.add(IValue.from(view(lent, input)));
        }
        try (IValue returned = network.forward(arguments.toArray(new IValue[0]))) {
          return new OutputTensors(signature, outputOwner).read(returned, inputs);
        }
      } finally {
        arguments.forEach(IValue::close);
      }
    }
  }

  /** On the CPU the same memory, on a GPU a copy. */
  private static PtNDArray view(PtNDManager lent, Tensor tensor) {
    return lent.create(tensor.bytes(), new Shape(tensor.shape()), ElementTypes.of(tensor.type()));
  }

  @Override
  public void close() {
    lock.writeLock().lock();
    try {
      if (!closed) {
        closed = true;
        network.close();
        owner.close();
      }
    } finally {
      lock.writeLock().unlock();
    }
  }
}
