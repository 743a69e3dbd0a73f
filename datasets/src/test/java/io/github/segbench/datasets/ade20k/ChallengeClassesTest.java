package io.github.segbench.datasets.ade20k;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ChallengeClassesTest {
  private static final short[] CLASSES = ChallengeClasses.byFullClass(6656);

  @Test
  void reachesEveryClassOfTheChallenge() {
    int[] reached = IntStream.range(0, CLASSES.length).map(i -> CLASSES[i]).toArray();
    assertThat(IntStream.of(reached).filter(id -> id > 0).distinct().sorted())
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 150).boxed().toList());
    // Three classes of the challenge are two of the full data set each.
    assertThat(IntStream.of(reached).filter(id -> id > 0)).hasSize(153);
  }

  @Test
  void mergesDoorsWardrobesAndBooths() {
    assertThat(new short[] {CLASSES[774], CLASSES[783]}).containsOnly((short) 15);
    assertThat(new short[] {CLASSES[2985], CLASSES[533]}).containsOnly((short) 36);
    assertThat(new short[] {CLASSES[246], CLASSES[247]}).containsOnly((short) 89);
  }

  @Test
  void hasClassZeroForUnlabelledPixelsAlone() {
    assertThat(CLASSES[0]).isEqualTo((short) ChallengeClasses.NONE);
  }

  @Test
  void numbersThingsInTheOrderOfTheirClasses() {
    int[] things = IntStream.rangeClosed(1, 100).map(ChallengeClasses::ofThing).toArray();
    assertThat(things).isSorted().doesNotHaveDuplicates().hasSize(100);
    assertThat(things[0]).isEqualTo(8);
    assertThat(things[99]).isEqualTo(150);
  }
}
