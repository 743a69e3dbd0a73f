package io.github.segbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.segbench.cli.DoctorReport.BackendReport;
import io.github.segbench.cli.DoctorReport.Finding;
import io.github.segbench.cli.DoctorReport.Jvm;
import io.github.segbench.engine.machine.CgroupLimits;
import io.github.segbench.engine.machine.Cpu;
import io.github.segbench.engine.machine.Gpu;
import io.github.segbench.engine.machine.Machine;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DoctorTextTest {
  private static final long GIBIBYTE = 1L << 30;

  @Test
  void showsEverythingThatIsKnown() {
    Machine machine =
        new Machine(
            new Cpu("AMD EPYC", 1, 2, 4, List.of("avx2", "avx512_vnni"), true),
            4,
            new CgroupLimits(1.5, 2 * GIBIBYTE),
            16 * GIBIBYTE,
            4 * GIBIBYTE,
            List.of("powersave"),
            List.of(new Gpu(0, "Tesla T4", "550.90.07", 15 * GIBIBYTE)),
            "");
    List<BackendReport> backends =
        List.of(
            new BackendReport(
                "onnxruntime",
                "1.29.0",
                List.of("onnx"),
                List.of("fp32", "int8"),
                List.of(new Finding("cpu", "", true, "ONNX Runtime 1.29.0")),
                List.of(
                    new Finding(
                        "cuda",
                        "cuda",
                        false,
                        "libcublasLt.so.12: cannot open shared object file"))));
    assertThat(text(new DoctorReport("0.1.0", "Linux 6.1 amd64", 0.5, jvm(), machine, backends)))
        .isEqualTo(
            """
            segbench   0.1.0
            CPU        AMD EPYC, 1 socket, 2 cores, 4 threads, virtual machine
            features   avx2 avx512_vnni
            governor   powersave (the frequency may change while times are taken)
            memory     16.0 GiB, 4.0 GiB available
            limits     1.5 CPUs by control group, 2.0 GiB by control group, the JVM sees 4 processors
            system     Linux 6.1 amd64
            JVM        OpenJDK 17
                       heap up to 3.0 GiB, G1 Young Generation
            load       0.50 (average of the last minute)
            GPU 0      Tesla T4, driver 550.90.07, 15.0 GiB

            BACKEND      VERSION  FORMATS  PRECISIONS
            onnxruntime  1.29.0   onnx     fp32, int8

            BACKEND      DEVICE  PROVIDER  WORKS  DETAIL
            onnxruntime  cpu               yes    ONNX Runtime 1.29.0
            onnxruntime  cuda    cuda      no     libcublasLt.so.12: cannot open shared object file
            """);
  }

  @Test
  void admitsWhatIsNotKnown() {
    Machine machine =
        new Machine(
            Cpu.UNKNOWN, 1, CgroupLimits.NONE, 0, 0, List.of(), List.of(), "nvidia-smi: not found");
    assertThat(text(new DoctorReport("0.1.0", "", -1, jvm(), machine, List.of())))
        .contains("CPU        model not known\n")
        .contains("features   not known\n")
        .contains("governor   not known: the system does not show it\n")
        .contains("memory     not known\n")
        .contains("limits     none by control group, the JVM sees 1 processor\n")
        .contains("GPU        none (nvidia-smi: not found)\n")
        .doesNotContain("load");
  }

  private static Jvm jvm() {
    return new Jvm("OpenJDK 17", 3 * GIBIBYTE, List.of("G1 Young Generation"));
  }

  private static String text(DoctorReport report) {
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    new DoctorText(report, out).print();
    out.flush();
    return text.toString().replace(System.lineSeparator(), "\n");
  }
}
