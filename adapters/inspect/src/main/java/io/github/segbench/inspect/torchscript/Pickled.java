package io.github.segbench.inspect.torchscript;

import java.util.List;
import java.util.Map;

/** A value of a pickle, as far as TorchScript archives have them. Nothing of it is ever run. */
sealed interface Pickled {
  /** What matters to nobody here. */
  record Other() implements Pickled {}

  record Text(String value) implements Pickled {}

  record Whole(long value) implements Pickled {}

  /** A class or function, such as {@code torch.FloatStorage}. */
  record Global(String name) implements Pickled {}

  /** A tuple or a list. */
  record Sequence(List<Pickled> items) implements Pickled {}

  record Mapping(Map<String, Pickled> entries) implements Pickled {}

  /** Where tensors have their data. */
  record Storage(String type) implements Pickled {}

  record Tensor(String type, List<Long> shape) implements Pickled {}

  /** An object of a class; its state is filled in as the pickle tells it. */
  record Instance(String type, Map<String, Pickled> state) implements Pickled {}

  /** Where a group of values begins on the stack. */
  record Mark() implements Pickled {}
}
