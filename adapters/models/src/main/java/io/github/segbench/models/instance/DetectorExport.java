package io.github.segbench.models.instance;

import io.github.segbench.api.inference.ElementType;
import io.github.segbench.api.inference.TensorInfo;
import io.github.segbench.api.model.FamilyFit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The ways in which people export Mask R-CNNs, told apart by the outputs' names and number.
 *
 * <p>Sources: onnx/models, {@code mask-rcnn/README.md}; torchvision, {@code
 * models/detection/mask_rcnn.py}; detectron2, {@code export/flatten.py}, which orders the fields by
 * name and puts the image's size last; mmdeploy, {@code configs/mmdet/_base_/base_instance-seg_
 * static.py}.
 */
enum DetectorExport {
  MODEL_ZOO(
      0.99,
      1,
      PasteRule.TORCHVISION,
      MaskFormat.ROI_PROBABILITY,
      "outputs are named as in MaskRCNN of onnx/models"),
  TORCHVISION(
      0.9,
      1,
      PasteRule.PIXEL_CENTRE,
      MaskFormat.PASTED_PROBABILITY,
      "boxes, labels, scores and masks, named as in torchvision"),
  DETECTRON2(
      0.9,
      0,
      PasteRule.DETECTRON2,
      MaskFormat.ROI_PROBABILITY,
      "boxes, classes, masks and scores in the manner of Detectron2"),
  MMDETECTION(
      0.95,
      0,
      PasteRule.DETECTRON2,
      MaskFormat.PASTED_PROBABILITY,
      "boxes with their scores beside them, as MMDeploy exports"),
  UNKNOWN(
      0.5,
      1,
      PasteRule.PIXEL_CENTRE,
      MaskFormat.PASTED_PROBABILITY,
      "boxes, labels, scores and masks by their shapes; check labelBase, which no shape tells");

  private static final List<String> ZOO_NAMES = List.of("6568", "6570", "6572", "6887");
  private static final List<String> TORCHVISION_NAMES =
      List.of("boxes", "labels", "scores", "masks");

  /** Sides of a RoI mask are no longer than this in any network that we know of. */
  private static final long LARGEST_ROI = 112;

  private final double certainty;
  private final int labelBase;
  private final PasteRule rule;

  /** Of masks whose sides are not fixed. */
  private final MaskFormat usualFormat;

  private final String reason;

  DetectorExport(
      double certainty, int labelBase, PasteRule rule, MaskFormat usualFormat, String reason) {
    this.certainty = certainty;
    this.labelBase = labelBase;
    this.rule = rule;
    this.usualFormat = usualFormat;
    this.reason = reason;
  }

  static DetectorExport of(DetectorSignature signature) {
    List<String> names = signature.names();
    if (names.equals(ZOO_NAMES)) {
      return MODEL_ZOO;
    }
    if (names.equals(TORCHVISION_NAMES)) {
      return TORCHVISION;
    }
    if (signature.scores() == null) {
      return MMDETECTION;
    }
    boolean named = signature.boxes().name().equals("pred_boxes");
    boolean sizeBeside = signature.others().size() == 1 && isImageSize(signature.others().get(0));
    return named || sizeBeside ? DETECTRON2 : UNKNOWN;
  }

  private static boolean isImageSize(TensorInfo info) {
    return info.type() == ElementType.INT64 && info.shape().equals(List.of(2L));
  }

  FamilyFit fit(DetectorSignature signature) {
    Map<String, String> options = new LinkedHashMap<>();
    put(options, "boxesOutput", "boxes", signature.boxes().name());
    put(options, "labelsOutput", "labels", signature.labels().name());
    TensorInfo scores = signature.scores();
    if (scores == null) {
      options.put("boxFormat", "xyxy-score");
    } else {
      put(options, "scoresOutput", "scores", scores.name());
    }
    put(options, "masksOutput", "masks", signature.masks().name());
    put(options, "labelBase", "1", String.valueOf(labelBase));
    MaskFormat format = formatOf(signature.masks());
    put(options, "maskFormat", MaskFormat.ROI_PROBABILITY.id(), format.id());
    put(
        options,
        "pasteRule",
        PasteRule.PIXEL_CENTRE.id(),
        (format == MaskFormat.PASTED_BITMAP ? PasteRule.PIXEL_CENTRE : rule).id());
    return new FamilyFit(certainty, reason, options);
  }

  private static void put(
      Map<String, String> options, String option, String defaultValue, String value) {
    if (!value.equals(defaultValue)) {
      options.put(option, value);
    }
  }

  private MaskFormat formatOf(TensorInfo masks) {
    if (masks.type() != ElementType.FLOAT32) {
      return MaskFormat.PASTED_BITMAP;
    }
    int rank = masks.shape().size();
    long height = masks.shape().get(rank - 2);
    long width = masks.shape().get(rank - 1);
    boolean roi = height > 0 ? height == width && height <= LARGEST_ROI : !usualFormat.pasted();
    if (!roi) {
      return MaskFormat.PASTED_PROBABILITY;
    }
    return masks.name().toLowerCase(Locale.ROOT).contains("logit")
        ? MaskFormat.ROI_LOGIT
        : MaskFormat.ROI_PROBABILITY;
  }
}
