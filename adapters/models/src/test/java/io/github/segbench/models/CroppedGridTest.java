package io.github.segbench.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.segbench.api.model.ImageGeometry;
import org.junit.jupiter.api.Test;

final class CroppedGridTest {
  @Test
  void keepsPaddingOutOfTheImage() {
    // An image of 6x4 in an input of 8x8; the map has the input's size, so 6x4 of it count.
    CroppedGrid grid = new CroppedGrid(8, 8, new ImageGeometry(6, 4, 6, 4, 8, 8));
    assertThat(grid.usableWidth()).isEqualTo(6);
    assertThat(grid.usableHeight()).isEqualTo(4);
    assertThat(grid.bilinearX().isIdentity()).isTrue();
    assertThat(grid.nearestY()).containsExactly(0, 1, 2, 3);
  }

  @Test
  void countsMapCellsThatTheImageTouches() {
    // Map cells of 4 input pixels; an image of 6 columns touches cells 0 and 1 of 2.
    CroppedGrid grid = new CroppedGrid(2, 2, new ImageGeometry(6, 4, 6, 4, 8, 8));
    assertThat(grid.usableWidth()).isEqualTo(2);
    assertThat(grid.usableHeight()).isEqualTo(1);
    // Columns 0..5: centres 0.5..5.5 divided by 4 lie in cells 0, 0, 0, 0, 1, 1.
    assertThat(grid.nearestX()).containsExactly(0, 0, 0, 0, 1, 1);
  }

  @Test
  void undoesTheResize() {
    // An image of 4 columns was halved to 2; original centres 0.5, 1.5, 2.5, 3.5 halve to
    // 0.25, 0.75, 1.25, 1.75, in map columns 0, 0, 1, 1.
    CroppedGrid grid = new CroppedGrid(4, 4, new ImageGeometry(4, 4, 2, 2, 4, 4));
    assertThat(grid.nearestX()).containsExactly(0, 0, 1, 1);
    // Bilinear positions are those minus 0.5: -0.25, 0.25, 0.75, 1.25.
    assertThat(grid.bilinearX().upperWeight(1)).isEqualTo(0.25f);
    assertThat(grid.bilinearX().lower(3)).isEqualTo(1);
    assertThat(grid.bilinearX().upperWeight(3)).isZero();
  }
}
