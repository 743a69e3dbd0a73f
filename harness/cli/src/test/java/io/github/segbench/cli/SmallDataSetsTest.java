package io.github.segbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.segbench.api.dataset.Sample;
import io.github.segbench.api.segmentation.Instance;
import io.github.segbench.api.segmentation.Segmentations;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.FileImageOutputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The shipped data sets of images and label files of one kind, each in its official layout. */
final class SmallDataSetsTest {
  private static final int BLACK = 0;

  @Nested
  final class CamVid extends ShippedDataSet {
    CamVid() {
      super("camvid");
    }

    @Override
    void write() throws IOException {
      for (String split : List.of("train", "val", "test")) {
        rgb(split + "/0016E5_07959.png", 1, 2, 3);
        grey(split + "annot/0016E5_07959.png", 0, 11, 10);
      }
      text("val.txt", "/SegNet/CamVid/val/0016E5_07959.png ...\n");
    }

    @Test
    void takesElevenForVoid() {
      assertThat(names()).containsExactly("sky", "void", "bicyclist");
      assertThat(reader().splits(spec())).containsExactly("test", "train", "val");
    }
  }

  @Nested
  final class CamVid32 extends ShippedDataSet {
    CamVid32() {
      super("camvid32");
    }

    @Override
    void write() throws IOException {
      rgb("701_StillsRaw_full/0001TP_006690.png", 1, 2, 3, 4);
      rgb("LabeledApproved_full/0001TP_006690_L.png", 0x408040, 0x40C000, BLACK, 0x0000C0);
      rgb("701_StillsRaw_full/Seq05VD_f05100.png", 1);
      rgb("LabeledApproved_full/Seq05VD_f05100_L.png", 0x804080);
      text("splits/mine.txt", "Seq05VD_f05100.png\n");
      text("label_colors.txt", "64 128 64\tAnimal\n");
    }

    @Test
    void takesOfficialColours() {
      assertThat(names()).containsExactly("Animal", "Wall", "void", "Sidewalk");
      assertThat(open("mine").samples()).extracting(Sample::id).containsExactly("Seq05VD_f05100");
    }
  }

  @Nested
  final class Msrc extends ShippedDataSet {
    Msrc() {
      super("msrc");
    }

    @Override
    void write() throws IOException {
      rgb("Images/1_1_s.bmp", 1, 2, 3, 4, 5);
      rgb("GroundTruth/1_1_s_GT.bmp", BLACK, 0x008000, 0x000080, 0x800080, 0x400000);
      rgb("Images/20_30_s.bmp", 1);
      rgb("GroundTruth/20_30_s_GT.bmp", 0xC04000);
      text("TextonBoostSplits/Test.txt", "20_30_s.bmp\r\n");
      text("TextonBoostSplits/Train.txt", "1_1_s.bmp\r\n");
    }

    @Test
    void takesHorseAndMountainForVoid() {
      assertThat(names()).containsExactly("void", "grass", "cow", "void", "void");
      assertThat(open("Test").samples()).extracting(Sample::id).containsExactly("20_30_s");
      assertThat(reader().splits(spec())).containsExactly("Test", "Train", "all");
    }
  }

  @Nested
  final class Isbi2012 extends ShippedDataSet {
    Isbi2012() {
      super("isbi2012");
    }

    @Override
    void write() throws IOException {
      for (int slice = 0; slice < 3; slice++) {
        grey("images/" + slice + ".png", 100, 150);
        grey("labels/" + slice + ".png", 0, 255);
      }
    }

    @Test
    void takesBlackForMembrane() {
      assertThat(names()).containsExactly("membrane", "cell");
    }
  }

  @Nested
  final class Isbi2012Volumes extends ShippedDataSet {
    Isbi2012Volumes() {
      super("isbi2012-volumes");
    }

    @Override
    void write() throws IOException {
      volume("train-volume.tif", greyImage(100, 150), greyImage(10, 20));
      volume("train-labels.tif", greyImage(255, 0), greyImage(0, 0));
      volume("test-volume.tif", greyImage(100, 150));
    }

    private void volume(String name, BufferedImage... pages) throws IOException {
      File file = root().resolve(name).toFile();
      ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
      try (FileImageOutputStream out = new FileImageOutputStream(file)) {
        writer.setOutput(out);
        writer.prepareWriteSequence(null);
        for (BufferedImage page : pages) {
          writer.writeToSequence(new IIOImage(page, null, null), null);
        }
        writer.endWriteSequence();
      }
      writer.dispose();
    }

    @Test
    void takesBlackForMembrane() {
      assertThat(names()).containsExactly("cell", "membrane");
      assertThat(open().samples()).extracting(Sample::id).containsExactly("0", "1");
    }
  }

  @Nested
  final class PennFudan extends ShippedDataSet {
    PennFudan() {
      super("penn-fudan");
    }

    @Override
    void write() throws IOException {
      rgb("PNGImages/FudanPed00001.png", 1, 2, 3, 4);
      grey("PedMasks/FudanPed00001_mask.png", 0, 2, 1, 2);
      text("Annotation/FudanPed00001.txt", "# Compatible with PASCAL Annotation Version 1.00\n");
    }

    @Test
    void tellsPedestriansApart() {
      assertThat(names()).containsExactly("background", "pedestrian", "pedestrian", "pedestrian");
      Segmentations truth = open().samples().get(0).groundTruth();
      assertThat(truth.instance().orElseThrow().instances())
          .extracting(Instance::category, instance -> instance.mask().area())
          .containsExactly(tuple(1, 1L), tuple(1, 2L));
    }
  }

  @Nested
  final class OxfordPet extends ShippedDataSet {
    OxfordPet() {
      super("oxford-pet");
    }

    @Override
    void write() throws IOException {
      for (String id : List.of("Abyssinian_1", "shiba_inu_9")) {
        rgb("images/" + id + ".jpg", 1, 2, 3);
        grey("annotations/trimaps/" + id + ".png", 2, 3, 1);
      }
      text("images/Abyssinian_1.mat", "not an image");
      text("annotations/trimaps/._Abyssinian_1.png", "not a PNG file");
      text("annotations/list.txt", "#Image CLASS-ID SPECIES BREED ID\nAbyssinian_1 1 1 1\n");
      text("annotations/trainval.txt", "Abyssinian_1 1 1 1\n");
      text("annotations/test.txt", "shiba_inu_9 34 2 23\n");
    }

    @Test
    void takesTheFirstWordOfALine() {
      assertThat(names()).containsExactly("background", "border", "pet");
      assertThat(open("trainval").samples()).extracting(Sample::id).containsExactly("Abyssinian_1");
      assertThat(reader().splits(spec())).containsExactly("test", "trainval");
    }
  }

  @Nested
  final class StanfordBackground extends ShippedDataSet {
    StanfordBackground() {
      super("stanford-background");
    }

    @Override
    void write() throws IOException {
      rgb("images/0000047.jpg", 1, 2, 3);
      text("labels/0000047.regions.txt", "0 -1 7\n");
      text("labels/0000047.surfaces.txt", "0 1 2\n");
      text("labels/0000047.layers.txt", "1 2 3\n");
    }

    @Test
    void takesNegativeNumbersForVoid() {
      assertThat(names()).containsExactly("sky", "void", "foreground object");
    }
  }
}
