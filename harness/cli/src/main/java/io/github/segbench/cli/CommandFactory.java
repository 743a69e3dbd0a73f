package io.github.segbench.cli;

import java.lang.reflect.Constructor;
import java.util.List;
import picocli.CommandLine;

/** Makes commands and hands those that ask for it the {@link Invocation}. */
final class CommandFactory implements CommandLine.IFactory {
  private final Invocation invocation;

  CommandFactory(Installation installation, String... arguments) {
    this.invocation = new Invocation(installation, List.of(arguments));
  }

  @Override
  public <K> K create(Class<K> type) throws Exception {
    for (Constructor<?> constructor : type.getDeclaredConstructors()) {
      if (constructor.getParameterCount() == 1
          && constructor.getParameterTypes()[0] == Invocation.class) {
        return type.cast(constructor.newInstance(invocation));
      }
    }
    return CommandLine.defaultFactory().create(type);
  }
}
