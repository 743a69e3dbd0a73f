package io.github.segbench.formats.cityscapes;

import io.github.segbench.api.segmentation.Category;
import java.util.Locale;

/**
 * The labels that Cityscapes annotates, in the official order.
 *
 * <p>Source: mcordts/cityscapesScripts, cityscapesscripts/helpers/labels.py.
 */
public enum CityscapesLabel {
  UNLABELED(0, 255, "void", false, 0x000000),
  EGO_VEHICLE(1, 255, "void", false, 0x000000),
  RECTIFICATION_BORDER(2, 255, "void", false, 0x000000),
  OUT_OF_ROI(3, 255, "void", false, 0x000000),
  STATIC(4, 255, "void", false, 0x000000),
  DYNAMIC(5, 255, "void", false, 0x6F4A00),
  GROUND(6, 255, "void", false, 0x510051),
  ROAD(7, 0, "flat", false, 0x804080),
  SIDEWALK(8, 1, "flat", false, 0xF423E8),
  PARKING(9, 255, "flat", false, 0xFAAAA0),
  RAIL_TRACK(10, 255, "flat", false, 0xE6968C),
  BUILDING(11, 2, "construction", false, 0x464646),
  WALL(12, 3, "construction", false, 0x66669C),
  FENCE(13, 4, "construction", false, 0xBE9999),
  GUARD_RAIL(14, 255, "construction", false, 0xB4A5B4),
  BRIDGE(15, 255, "construction", false, 0x966464),
  TUNNEL(16, 255, "construction", false, 0x96785A),
  POLE(17, 5, "object", false, 0x999999),
  POLEGROUP(18, 255, "object", false, 0x999999),
  TRAFFIC_LIGHT(19, 6, "object", false, 0xFAAA1E),
  TRAFFIC_SIGN(20, 7, "object", false, 0xDCDC00),
  VEGETATION(21, 8, "nature", false, 0x6B8E23),
  TERRAIN(22, 9, "nature", false, 0x98FB98),
  SKY(23, 10, "sky", false, 0x4682B4),
  PERSON(24, 11, "human", true, 0xDC143C),
  RIDER(25, 12, "human", true, 0xFF0000),
  CAR(26, 13, "vehicle", true, 0x00008E),
  TRUCK(27, 14, "vehicle", true, 0x000046),
  BUS(28, 15, "vehicle", true, 0x003C64),
  CARAVAN(29, 255, "vehicle", true, 0x00005A),
  TRAILER(30, 255, "vehicle", true, 0x00006E),
  TRAIN(31, 16, "vehicle", true, 0x005064),
  MOTORCYCLE(32, 17, "vehicle", true, 0x0000E6),
  BICYCLE(33, 18, "vehicle", true, 0x770B20),
  LICENSE_PLATE(-1, -1, "vehicle", false, 0x00008E);

  /** The train id of labels that are not evaluated. */
  public static final int IGNORED_TRAIN_ID = 255;

  private final int id;
  private final int trainId;
  private final String category;
  private final boolean hasInstances;
  private final int colour;

  CityscapesLabel(int id, int trainId, String category, boolean hasInstances, int colour) {
    this.id = id;
    this.trainId = trainId;
    this.category = category;
    this.hasInstances = hasInstances;
    this.colour = colour;
  }

  /** The official name, such as {@code traffic light}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** The value in {@code labelIds.png} files, 0..33; -1 for the license plate, which is in none. */
  public int id() {
    return id;
  }

  /**
   * The value in {@code labelTrainIds.png} files, 0..18 for the evaluated labels; {@link
   * #IGNORED_TRAIN_ID} for others, -1 for the license plate.
   */
  public int trainId() {
    return trainId;
  }

  /** The official category, such as {@code vehicle}. */
  public String category() {
    return category;
  }

  /** Whether its objects are told apart: the label is of things. */
  public boolean hasInstances() {
    return hasInstances;
  }

  /** Whether its pixels count in the evaluation; the opposite of {@code ignoreInEval}. */
  public boolean isEvaluated() {
    return trainId >= 0 && trainId != IGNORED_TRAIN_ID;
  }

  /** 0xRRGGBB. */
  public int colour() {
    return colour;
  }

  /** The label as a category of a label set that has it under another or the same id. */
  public Category toCategory(int categoryId) {
    return new Category(categoryId, label(), hasInstances, colour, category, null);
  }
}
