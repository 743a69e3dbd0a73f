package io.github.segbench.inspect.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FileFormatTest {
  @ParameterizedTest
  @CsvSource({
    "'\u0089HDF\r\n\u001a\n', HDF5",
    "'PK\u0003\u0004rest', ZIP",
    "'\u001c\0\0\0TFL3', TFLITE",
    "'\u0010\u0001\0\0\0\0\0\0{\"a\"', SAFETENSORS",
    "'\u0080\u0002}q', PICKLE",
    "'\u001f\u008b\u0008', GZIP",
    "'version https://git-lfs.github.com/spec/v1', LFS_POINTER",
    "'import torch', TEXT",
    "'', EMPTY",
    "'\u0008\u0007\u0012\u0007pytorch', ONNX"
  })
  void knowsFilesByTheirFirstBytes(String head, FileFormat expected) {
    assertThat(FileFormat.of(head.getBytes(StandardCharsets.ISO_8859_1))).isEqualTo(expected);
  }

  @Test
  void missingFilesAreNamed() {
    assertThatThrownBy(() -> FileFormat.of(Path.of("no-such.onnx")))
        .isInstanceOf(InspectException.class)
        .hasMessageContaining("no file no-such.onnx");
  }
}
