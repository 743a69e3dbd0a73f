package io.github.segbench.engine.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

final class RunRoundTripTest {
  @TempDir private Path results;
  private RunFolder folder;

  @BeforeEach
  void write() throws IOException {
    folder = RunFolder.create(results, "sample", Instant.parse("2026-01-31T23:59:59Z"));
    Files.writeString(folder.jmhFile("t1"), SampleRun.JMH_JSON);
    new RunWriter(folder).write(SampleRun.result());
  }

  @Test
  void whatIsReadIsWhatWasWritten() {
    assertThat(RunReader.read(folder.path())).isEqualTo(SampleRun.result());
  }

  @Test
  void olderRunsHaveNoPostProcessors() throws IOException {
    Path file = folder.path().resolve("run.json");
    String written = Files.readString(file);
    String older = written.replaceAll(",\\s*\"postprocessing\" : (\"[^\"]*\"|null)", "");
    assertThat(written).contains("\"postprocessing\" : \"flip (horizontal true)\"");
    assertThat(older).doesNotContain("postprocessing\"");
    Files.writeString(file, older);

    assertThat(RunReader.read(folder.path()).trials())
        .allSatisfy(trial -> assertThat(trial.identity().postprocessing()).isNull());
  }

  @Test
  void olderTimingsSayNothingOfTheirWarmUp() throws IOException {
    Path file = folder.path().resolve("latency.csv");
    List<String> older =
        Files.readAllLines(file).stream()
            .map(line -> line.replaceAll(",[^,]*,[^,]*$", ""))
            .toList();
    assertThat(older.get(0)).endsWith(",max,samples");
    Files.write(file, older);

    List<LatencyDistribution> timings =
        RunReader.read(folder.path()).trials().get(0).latency().timings();
    assertThat(timings)
        .extracting(LatencyDistribution::score)
        .containsExactly(0.1 + 0.2, 77.0, 7.0);
    assertThat(timings).extracting(LatencyDistribution::warmup).containsOnlyNulls();
  }

  @Test
  void olderScenariosSayNothingOfTheirBatch() throws IOException {
    Path file = folder.path().resolve("scenarios.csv");
    List<String> older =
        Files.readAllLines(file).stream().map(line -> line.replaceAll(",[^,]*$", "")).toList();
    assertThat(older.get(0)).endsWith(",max,bound");
    Files.write(file, older);

    assertThat(RunReader.read(folder.path()).trials().get(0).latency().scenarios())
        .hasSize(3)
        .extracting(ScenarioResult::batch)
        .containsOnlyNulls();
  }

  @Test
  void sameResultGivesTheSameBytes() {
    RunFolder again = RunFolder.create(results, "again", Instant.EPOCH);
    new RunWriter(again).write(RunReader.read(folder.path()));

    for (String file :
        List.of(
            "run.json",
            "metrics.csv",
            "images.csv",
            "latency.csv",
            "scenarios.csv",
            "resources.csv",
            "curves.csv",
            "parity.csv")) {
      assertThat(again.path().resolve(file)).hasSameTextualContentAs(folder.path().resolve(file));
    }
  }

  @Test
  void metricsHaveTheColumnsThatUsersRelyOn() throws IOException {
    assertThat(lines("metrics.csv"))
        .startsWith(
            "trial,model,dataset,split,backend,device,precision,task,convention,metric,category,"
                + "value,ci_low,ci_high,images",
            "t1,unet,shapes,test,onnxruntime,cpu,fp32,semantic,ade20k-challenge,mIoU,all,"
                + "0.3333333333333333,0.30000000000000004,0.7,3",
            "t1,unet,shapes,test,onnxruntime,cpu,fp32,semantic,ade20k-challenge,IoU,"
                + "\"sky, \"\"blue\"\"\",,,,3");
  }

  @Test
  void curvesHaveTheColumnsThatUsersRelyOn() throws IOException {
    assertThat(lines("curves.csv"))
        .startsWith(
            "trial,task,convention,category,iou,recall,precision",
            "t1,instance,coco,all,0.50,0.0,1.0",
            "t1,instance,coco,all,0.50,0.01,0.3333333333333333",
            "t1,instance,coco,all,0.50:0.95,0.0,0.30000000000000004");
  }

  @Test
  void olderRunsHaveNoCurves() throws IOException {
    Files.delete(folder.path().resolve("curves.csv"));

    assertThat(RunReader.read(folder.path()).trials().get(0).accuracy().orElseThrow().evaluations())
        .hasSize(3)
        .allSatisfy(evaluation -> assertThat(evaluation.curves()).isEmpty());
  }

  @Test
  void parityHasTheColumnsThatUsersRelyOn() throws IOException {
    assertThat(lines("parity.csv"))
        .startsWith(
            "model,dataset,reference,backend,image,measure,subject,value,limit,problem",
            "unet,shapes-test,onnxruntime-cpu-fp32,djl-cpu-fp32,\"1, \"\"a\"\"\",difference,logits,"
                + "0.30000000000000004,0.001,");
  }

  @Test
  void imagesHaveTheColumnsThatUsersRelyOn() throws IOException {
    assertThat(lines("images.csv"))
        .startsWith(
            "trial,image,metric,value",
            "t1,a,mIoU,0.6666666666666666",
            "t1,a,pixelAccuracy,1.0",
            "t1,c,mIoU,",
            "t1,\"a,b\",PQ,0.1");
  }

  @Test
  void latencyHasTheColumnsThatUsersRelyOn() throws IOException {
    assertThat(lines("latency.csv"))
        .containsExactly(
            "trial,model,backend,device,precision,stage,mode,threads,batch,unit,score,error,p50,"
                + "p90,p95,p99,p99_9,min,max,samples,warmup_s,settled",
            "t1,unet,onnxruntime,cpu,fp32,inference,sample,1,1,ms/op,0.30000000000000004,0.01,0.1,"
                + "0.2,0.2,0.3,0.3,0.1,0.30000000000000004,10,0.30000000000000004,true",
            "t1,unet,onnxruntime,cpu,fp32,inference,throughput,2,1,images/s,77.0,,,,,,,,,1,2.0,false",
            "t1,unet,onnxruntime,cpu,fp32,endToEnd,throughput,2,1,images/s,7.0,,,,,,,,,1,,");
  }

  @Test
  void scenariosHaveTheColumnsThatUsersRelyOn() throws IOException {
    assertThat(lines("scenarios.csv"))
        .containsExactly(
            "trial,model,backend,device,precision,scenario,images,images_per_query,threads,queries,"
                + "seconds,unit,score,p50,p90,p95,p99,p99_9,min,max,bound,batch",
            "t1,unet,onnxruntime,cpu,fp32,server,8,1,2,500,12.5,queries/s,0.3333333333333333,1.0,"
                + "2.0,3.0,4.0,5.0,0.5,6.25,4.5,1",
            "t1,unet,onnxruntime,cpu,fp32,offline,8,1,2,24,0.1,images/s,240.0,,,,,,,,,4",
            "t1,unet,onnxruntime,cpu,fp32,server,8,1,1,10,1.0,queries/s,,,,,,,,,0.001,");
  }

  @Test
  void confusionHasAColumnForVoid() throws IOException {
    assertThat(lines("confusion/t1.csv"))
        .containsExactly(
            "truth,\"sky, \"\"blue\"\"\",\"größe",
            "zwei\",(void)",
            "\"sky, \"\"blue\"\"\",9223372036854775807,0,1",
            "\"größe",
            "zwei\",2,3,4");
    assertThat(folder.path().resolve("confusion/t2.csv")).doesNotExist();
  }

  @Test
  void configIsKeptAsItWas() throws IOException {
    assertThat(Files.readString(folder.configFile())).isEqualTo("name: sample\n# a comment\n");
  }

  @Test
  void nothingUnfinishedIsLeft() throws IOException {
    try (var files = Files.walk(folder.path())) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .noneMatch(name -> name.endsWith(".tmp"));
    }
  }

  @Test
  void folderOfNoRunIsSaidToBeNone() {
    assertThatExceptionOfType(RunFolderException.class)
        .isThrownBy(() -> RunReader.read(results))
        .withMessage(results + " is not the folder of a run: it has no run.json");
  }

  @Test
  void newerSchemaIsRefused() throws IOException {
    Path json = folder.path().resolve("run.json");
    Files.writeString(
        json, Files.readString(json).replace("\"schemaVersion\" : 1", "\"schemaVersion\" : 2"));

    assertThatExceptionOfType(RunFolderException.class)
        .isThrownBy(() -> RunReader.read(folder.path()))
        .withMessage(
            json + " has schema version 2, expected 1..1; it was written by a newer segbench");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"schemaVersion\": 1}",
        "not json",
        "[]",
        "{\"schemaVersion\": 1, \"trials\": [{}], \"labelSets\": [], \"imageLists\": []}"
      })
  void damagedFileIsReportedAndNamed(String json) throws IOException {
    Files.writeString(folder.path().resolve("run.json"), json);

    assertThatExceptionOfType(RunFolderException.class)
        .isThrownBy(() -> RunReader.read(folder.path()))
        .withMessageContaining(folder.path().toString());
  }

  /** Leaves out each key of run.json in turn. */
  @Test
  void missingKeyIsRefusedOrReadAsAbsent() throws IOException {
    Path file = folder.path().resolve("run.json");
    JsonNode whole = RunJson.mapper().readTree(Files.readString(file));
    int refused = 0;
    for (int i = 0; i < objects(whole).size(); i++) {
      for (String key : List.copyOf(objects(whole).get(i).propertyNames())) {
        JsonNode damaged = whole.deepCopy();
        objects(damaged).get(i).remove(key);
        Files.writeString(file, RunJson.mapper().writeValueAsString(damaged));
        try {
          RunReader.read(folder.path());
        } catch (RunFolderException e) {
          assertThat(e).as(key).hasMessageContaining(folder.path().toString());
          refused++;
        }
      }
    }
    assertThat(refused).isGreaterThan(50);
  }

  private static List<ObjectNode> objects(JsonNode node) {
    List<ObjectNode> objects = new ArrayList<>();
    if (node instanceof ObjectNode object) {
      objects.add(object);
    }
    node.forEach(child -> objects.addAll(objects(child)));
    return objects;
  }

  @Test
  void damagedHistogramIsReported() throws IOException {
    Files.writeString(folder.jmhFile("t1"), SampleRun.JMH_JSON.replace("[0.2, 4]", "[0.2]"));

    assertThatExceptionOfType(RunFolderException.class)
        .isThrownBy(() -> RunReader.read(folder.path()))
        .withMessageStartingWith(folder.path() + " is damaged");
  }

  @Test
  void missingTableIsNamed() throws IOException {
    Files.delete(folder.path().resolve("images.csv"));

    assertThatExceptionOfType(RunFolderException.class)
        .isThrownBy(() -> RunReader.read(folder.path()))
        .withMessageContaining("images.csv");
  }

  private List<String> lines(String file) throws IOException {
    return Files.readAllLines(folder.path().resolve(file));
  }
}
