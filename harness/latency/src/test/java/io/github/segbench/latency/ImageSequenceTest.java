package io.github.segbench.latency;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.segbench.api.image.ImageCodec;
import io.github.segbench.api.image.RgbImage;
import io.github.segbench.api.inference.InferenceOutputs;
import io.github.segbench.api.inference.Tensor;
import io.github.segbench.api.model.ImageGeometry;
import io.github.segbench.api.model.ModelAdapter;
import io.github.segbench.api.model.ModelInput;
import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.api.segmentation.SemanticSegmentation;
import io.github.segbench.engine.chain.PostProcessingChain;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ImageSequenceTest {
  private final Recorder recorder = new Recorder();

  @Test
  void takesImagesInTurnAndGivesBackWhatItUsed() throws IOException {
    List<EncodedImage> images = new ArrayList<>();
    for (byte grey = 0; grey < 3; grey++) {
      RgbImage image = new RgbImage(1, 1, new byte[] {grey, grey, grey});
      images.add(new EncodedImage("grey" + grey, ImageCodec.encodePng(image)));
    }
    ImageSequence sequence =
        new ImageSequence(
            images,
            recorder,
            (inputs, geometries) -> {
              recorder.lent++;
              return new InferenceOutputs(inputs, () -> recorder.lent--);
            },
            PostProcessingChain.none(recorder));

    sequence.segment(1, 1);
    sequence.segment(2, 4);
    // 9,000,000,000 is a multiple of 3, and more than an int holds.
    sequence.segment(9_000_000_000L, 1);

    assertThat(recorder.batches).containsExactly(List.of(1), List.of(2, 0, 1, 2), List.of(0));
    assertThat(recorder.segmented).isEqualTo(6);
    assertThat(recorder.lent).as("inputs and outputs that were not given back").isZero();
  }

  private static final class Recorder implements ModelAdapter {
    private final List<List<Integer>> batches = new ArrayList<>();
    private int segmented;
    private int lent;

    @Override
    public Set<SegmentationTask> tasks() {
      return Set.of(SegmentationTask.SEMANTIC);
    }

    @Override
    public ModelInput preprocess(List<RgbImage> images) {
      batches.add(images.stream().map(image -> image.channel(0, 0, 0)).toList());
      lent++;
      ImageGeometry geometry = new ImageGeometry(1, 1, 1, 1, 1, 1);
      return new ModelInput(
          Map.of("greys", Tensor.ofFloats(new float[images.size()], images.size())),
          Collections.nCopies(images.size(), geometry),
          () -> lent--);
    }

    @Override
    public List<Segmentations> postprocess(
        Map<String, Tensor> outputs, List<ImageGeometry> geometries) {
      segmented += geometries.size();
      LabelMap map = new LabelMap(1, 1, new short[1]);
      return Collections.nCopies(
          geometries.size(), Segmentations.of(new SemanticSegmentation(map)));
    }
  }
}
