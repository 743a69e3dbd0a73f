package io.github.segbench.models.postprocessing;

/**
 * What becomes of the small regions of a map of ids.
 *
 * @param minArea regions of fewer pixels are small
 * @param diagonal whether pixels that touch at a corner are connected
 * @param toNeighbours whether small regions go to their neighbours; else they become void
 */
record SmallRegions(int minArea, boolean diagonal, boolean toNeighbours) {

  /**
   * The map without small regions, in a new array. Regions of void stay as they are.
   *
   * @param map {@code [height, width]}
   */
  int[] removed(int width, int height, int[] map, int voidId) {
    Regions regions = Regions.of(width, height, map, diagonal);
    int[] idOf = toNeighbours ? merged(regions, voidId) : voided(regions, voidId);
    int[] result = new int[map.length];
    for (int pixel = 0; pixel < map.length; pixel++) {
      result[pixel] = idOf[regions.regionOf()[pixel]];
    }
    return result;
  }

  private int[] merged(Regions regions, int voidId) {
    RegionMerger merger = new RegionMerger(regions);
    merger.merge(minArea, voidId);
    int[] ids = new int[regions.ids().length];
    for (int region = 0; region < ids.length; region++) {
      ids[region] = merger.id(region);
    }
    return ids;
  }

  private int[] voided(Regions regions, int voidId) {
    int[] ids = regions.ids().clone();
    for (int region = 0; region < ids.length; region++) {
      if (regions.areas()[region] < minArea) {
        ids[region] = voidId;
      }
    }
    return ids;
  }
}
