package io.github.segbench.inspect.torchscript;

import io.github.segbench.inspect.torchscript.Pickled.Global;
import io.github.segbench.inspect.torchscript.Pickled.Instance;
import io.github.segbench.inspect.torchscript.Pickled.Mapping;
import io.github.segbench.inspect.torchscript.Pickled.Mark;
import io.github.segbench.inspect.torchscript.Pickled.Other;
import io.github.segbench.inspect.torchscript.Pickled.Sequence;
import io.github.segbench.inspect.torchscript.Pickled.Storage;
import io.github.segbench.inspect.torchscript.Pickled.Tensor;
import io.github.segbench.inspect.torchscript.Pickled.Text;
import io.github.segbench.inspect.torchscript.Pickled.Whole;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the opcodes that libtorch's pickler writes. Sources: CPython, Lib/pickletools.py; PyTorch,
 * torch/csrc/jit/serialization/pickler.h and torch/_utils.py.
 */
final class PickleReader {
  private static final Other OTHER = new Other();
  private static final Mark MARK = new Mark();

  private final ByteBuffer bytes;
  private final Deque<Pickled> stack = new ArrayDeque<>();
  private final Map<Integer, Pickled> memo = new HashMap<>();

  private PickleReader(byte[] bytes) {
    this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * @throws IOException if it is none, is cut off, or has opcodes that libtorch does not write
   */
  static Pickled read(byte[] bytes) throws IOException {
    PickleReader reader = new PickleReader(bytes);
    try {
      for (int code = reader.unsigned(); code != '.'; code = reader.unsigned()) {
        reader.step(code);
      }
      return reader.pop();
    } catch (BufferUnderflowException e) {
      throw new IOException("the pickle ends too early", e);
    }
  }

  private int unsigned() {
    return bytes.get() & 0xFF;
  }

  private Pickled pop() throws IOException {
    if (stack.isEmpty()) {
      throw new IOException("the pickle takes more values than it has");
    }
    return stack.pop();
  }

  private Pickled peek() throws IOException {
    if (stack.isEmpty()) {
      throw new IOException("the pickle takes more values than it has");
    }
    return stack.peek();
  }

  private void step(int code) throws IOException {
    switch (code) {
      case 0x80 -> unsigned(); // PROTO
      case '(' -> stack.push(MARK);
      case 'c' -> stack.push(new Global(line() + "." + line()));
      case 'X' -> stack.push(new Text(text(bytes.getInt())));
      case 0x8C -> stack.push(new Text(text(unsigned())));
      case 'K' -> stack.push(new Whole(unsigned()));
      case 'M' -> stack.push(new Whole(bytes.getShort() & 0xFFFF));
      case 'J' -> stack.push(new Whole(bytes.getInt()));
      case 0x8A -> stack.push(new Whole(longNumber()));
      case 'G' -> {
        bytes.getDouble();
        stack.push(OTHER);
      }
      case 'B' -> {
        text(bytes.getInt());
        stack.push(OTHER);
      }
      case 'N', 0x88, 0x89 -> stack.push(OTHER); // None, True, False
      case 'q' -> memo.put(unsigned(), peek());
      case 'r' -> memo.put(bytes.getInt(), peek());
      case 'h' -> stack.push(memo.getOrDefault(unsigned(), OTHER));
      case 'j' -> stack.push(memo.getOrDefault(bytes.getInt(), OTHER));
      case ')', ']' -> stack.push(new Sequence(new ArrayList<>()));
      case '}' -> stack.push(new Mapping(new LinkedHashMap<>()));
      case 't' -> stack.push(new Sequence(toMark()));
      case 0x85 -> stack.push(new Sequence(last(1)));
      case 0x86 -> stack.push(new Sequence(last(2)));
      case 0x87 -> stack.push(new Sequence(last(3)));
      case 'a' -> append(last(1));
      case 'e' -> append(toMark());
      case 's' -> put(last(2));
      case 'u' -> put(toMark());
      case 'Q' -> stack.push(storage(pop()));
      case 'R', 0x81 -> make();
      case 'b' -> build();
      case '0' -> pop();
      default -> throw new IOException("opcode " + code + " at byte " + (bytes.position() - 1));
    }
  }

  private String line() {
    StringBuilder line = new StringBuilder();
    for (int c = unsigned(); c != '\n'; c = unsigned()) {
      line.append((char) c);
    }
    return line.toString();
  }

  private String text(int length) {
    if (length < 0 || length > bytes.remaining()) {
      throw new BufferUnderflowException();
    }
    byte[] text = new byte[length];
    bytes.get(text);
    return new String(text, StandardCharsets.UTF_8);
  }

  private long longNumber() {
    int length = unsigned();
    long value = 0;
    for (int i = 0; i < length; i++) {
      long digit = unsigned();
      value |= i < Long.BYTES ? digit << (Byte.SIZE * i) : 0;
    }
    return value;
  }

  private List<Pickled> toMark() throws IOException {
    List<Pickled> items = new ArrayList<>();
    for (Pickled item = pop(); !(item instanceof Mark); item = pop()) {
      items.add(0, item);
    }
    return items;
  }

  private List<Pickled> last(int count) throws IOException {
    List<Pickled> items = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      items.add(0, pop());
    }
    return items;
  }

  private void append(List<Pickled> items) throws IOException {
    if (peek() instanceof Sequence list) {
      list.items().addAll(items);
    }
  }

  private void put(List<Pickled> keysAndValues) throws IOException {
    if (peek() instanceof Mapping map) {
      for (int i = 0; i + 1 < keysAndValues.size(); i += 2) {
        String key = keysAndValues.get(i) instanceof Text text ? text.value() : "#" + i;
        map.entries().put(key, keysAndValues.get(i + 1));
      }
    }
  }

  /** {@code ('storage', torch.FloatStorage, '0', 'cpu', 432)}. */
  private static Pickled storage(Pickled id) {
    return id instanceof Sequence tuple
            && tuple.items().size() > 1
            && tuple.items().get(1) instanceof Global type
        ? new Storage(type.name())
        : OTHER;
  }

  private void make() throws IOException {
    Pickled arguments = pop();
    Pickled maker = pop();
    if (!(maker instanceof Global global)) {
      stack.push(OTHER);
    } else if (global.name().startsWith("torch._utils._rebuild_")) {
      stack.push(tensor(arguments));
    } else {
      stack.push(new Instance(global.name(), new LinkedHashMap<>()));
    }
  }

  /** {@code (storage, offset, shape, stride, ...)}. */
  private static Pickled tensor(Pickled arguments) {
    if (arguments instanceof Sequence tuple && !tuple.items().isEmpty()) {
      List<Pickled> items = tuple.items();
      if (items.get(0) instanceof Tensor wrapped) {
        return wrapped; // _rebuild_parameter(tensor, ...)
      }
      if (items.get(0) instanceof Storage storage
          && items.size() > 2
          && items.get(2) instanceof Sequence shape) {
        List<Long> sizes = new ArrayList<>();
        shape.items().forEach(size -> sizes.add(size instanceof Whole w ? w.value() : 0L));
        return new Tensor(storage.type(), sizes);
      }
    }
    return OTHER;
  }

  private void build() throws IOException {
    Pickled state = pop();
    if (peek() instanceof Instance instance && state instanceof Mapping map) {
      instance.state().putAll(map.entries());
    }
  }
}
