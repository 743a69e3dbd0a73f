package io.github.segbench.djl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class OneLineTest {
  @Test
  void leavesOutTheTracebacksOfTheInterpreter() {
    String message =
        """
        The following operation failed in the TorchScript interpreter.
        Traceback of TorchScript, serialized code (most recent call last):
          File "code/__torch__.py", line 37, in forward
            _5 = (_2).forward(x, )
                  ~~~~~~~~~~~ <--- HERE

        Traceback of TorchScript, original code (most recent call last):
        /usr/lib/python3/torch/nn/modules/conv.py(459): _conv_forward
        RuntimeError: expected scalar type Long but found Float
        """;
    assertThat(OneLine.of(message)).isEqualTo("expected scalar type Long but found Float");
  }

  @Test
  void leavesOutTheDevicesThatAnOperatorRunsOn() {
    String message =
        """
        Could not run 'aten::empty_strided' with arguments from the 'CUDA' backend. This could be \
        because the operator doesn't exist for this backend, or was omitted.

        CPU: registered at /pytorch/build/RegisterCPU_2.cpp:2484 [kernel]
        """;
    assertThat(OneLine.of(message))
        .isEqualTo("Could not run 'aten::empty_strided' with arguments from the 'CUDA' backend.");
  }

  @Test
  void leavesOutTheStackOfThePlusPlusCode() {
    String message =
        "out of memory\nException raised from malloc at a.cpp:1 (most recent first):\n";
    assertThat(OneLine.of(message)).isEqualTo("out of memory");
  }

  @Test
  void namesAFailureThatSaysNothing() {
    assertThat(OneLine.causeOf(new IllegalStateException(new LinkageError())))
        .isEqualTo("LinkageError");
  }
}
