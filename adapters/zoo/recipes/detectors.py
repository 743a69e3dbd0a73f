"""The two detectors: Mask R-CNN and UPSNet on a small feature pyramid. Needs torchvision 0.14 or newer."""

from collections import OrderedDict
from contextlib import nullcontext

import torch
import torch.nn.functional as F
from torch import nn
from torchvision.models.detection.anchor_utils import AnchorGenerator
from torchvision.models.detection.faster_rcnn import FastRCNNPredictor, TwoMLPHead
from torchvision.models.detection.image_list import ImageList
from torchvision.models.detection.mask_rcnn import MaskRCNN, MaskRCNNHeads, MaskRCNNPredictor
from torchvision.ops import FeaturePyramidNetwork, MultiScaleRoIAlign, deform_conv2d
from torchvision.ops.feature_pyramid_network import LastLevelMaxPool

from panoptic import panoptic_logits
from shapes_data import CLASS_COUNT, IMAGE_SIZE, STUFF_COUNT, THING_COUNT, VOID

PYRAMID_LEVELS = ("0", "1", "2")
FINEST_STRIDE = 4


def reduced_precision(module):
    """The context of a forward pass whose convolutions run in bfloat16, where ``train_in_bfloat16`` asked for it."""
    return torch.autocast("cpu", dtype=torch.bfloat16) if module.training and module.reduced else nullcontext()


def train_in_bfloat16(network):
    """Lets the parts of a detector that spend its time on convolutions train in bfloat16; all else stays float32."""
    for module in network.modules():
        if hasattr(module, "reduced"):
            module.reduced = True


class ResidualBlock(nn.Module):
    """The basic block of ResNet-18 (He et al., CVPR 2016)."""

    def __init__(self, inputs, outputs, stride=1):
        super().__init__()
        self.convolution1 = nn.Conv2d(inputs, outputs, 3, stride, 1, bias=False)
        self.norm1 = nn.BatchNorm2d(outputs)
        self.convolution2 = nn.Conv2d(outputs, outputs, 3, 1, 1, bias=False)
        self.norm2 = nn.BatchNorm2d(outputs)
        self.shortcut = nn.Identity()
        if stride > 1 or inputs != outputs:
            self.shortcut = nn.Sequential(nn.Conv2d(inputs, outputs, 1, stride, bias=False), nn.BatchNorm2d(outputs))

    def forward(self, features):
        hidden = F.relu(self.norm1(self.convolution1(features)))
        return F.relu(self.norm2(self.convolution2(hidden)) + self.shortcut(features))


class SmallPyramid(nn.Module):
    """Residual stages at strides 2 to 16; a feature pyramid (Lin et al., CVPR 2017) over 4, 8, 16 and a pooled 32."""

    def __init__(self, widths=(24, 32, 64, 96, 160), out_channels=64):
        super().__init__()
        stem, first, second, third, fourth = widths
        self.stem = nn.Sequential(nn.Conv2d(3, stem, 3, 2, 1, bias=False), nn.BatchNorm2d(stem), nn.ReLU())
        self.stage1 = ResidualBlock(stem, first)
        self.stage2 = nn.Sequential(ResidualBlock(first, second, 2), ResidualBlock(second, second))
        self.stage3 = nn.Sequential(ResidualBlock(second, third, 2), ResidualBlock(third, third))
        self.stage4 = nn.Sequential(ResidualBlock(third, fourth, 2), ResidualBlock(fourth, fourth))
        self.pyramid = FeaturePyramidNetwork([second, third, fourth], out_channels, extra_blocks=LastLevelMaxPool())
        self.out_channels = out_channels
        self.reduced = False

    def forward(self, image):
        with reduced_precision(self):
            features = self.stage1(self.stem(image))
            stages = []
            for stage in (self.stage2, self.stage3, self.stage4):
                features = stage(features)
                stages.append(features)
            levels = self.pyramid(OrderedDict(zip(PYRAMID_LEVELS, stages)))
        return OrderedDict((name, level.float()) for name, level in levels.items())


class MaskHead(MaskRCNNHeads):
    """torchvision's mask head."""

    def __init__(self, channels):
        super().__init__(channels, (channels,) * 4, 1)
        self.reduced = False

    def forward(self, pooled):
        with reduced_precision(self):
            features = super().forward(pooled)
        return features.float()


def mask_rcnn(channels=64, representation=128):
    """Mask R-CNN (He et al., ICCV 2017) from torchvision's parts, sized for 128 x 128 images.

    The image arrives normalised, hence mean 0 and standard deviation 1 here. ``canonical_scale=48`` spreads small
    boxes over the pyramid's levels: with the usual 224 all of them would read the finest one.
    """

    def region_pooling(size):
        return MultiScaleRoIAlign(list(PYRAMID_LEVELS), size, 2, canonical_scale=48, canonical_level=4)

    return MaskRCNN(
        SmallPyramid(out_channels=channels),
        num_classes=None,
        min_size=IMAGE_SIZE,
        max_size=IMAGE_SIZE,
        image_mean=[0.0, 0.0, 0.0],
        image_std=[1.0, 1.0, 1.0],
        rpn_anchor_generator=AnchorGenerator(((12,), (24,), (48,), (80,)), ((0.5, 1.0, 2.0),) * 4),
        rpn_pre_nms_top_n_train=400,
        rpn_pre_nms_top_n_test=200,
        rpn_post_nms_top_n_train=200,
        rpn_post_nms_top_n_test=80,
        rpn_batch_size_per_image=96,
        box_roi_pool=region_pooling(7),
        box_head=TwoMLPHead(channels * 7 * 7, representation),
        box_predictor=FastRCNNPredictor(representation, THING_COUNT + 1),
        box_batch_size_per_image=48,
        box_detections_per_img=30,
        mask_roi_pool=region_pooling(14),
        mask_head=MaskHead(channels),
        mask_predictor=MaskRCNNPredictor(channels, channels, THING_COUNT + 1),
    )


class MaskRCNNOutputs(nn.Module):
    """A torchvision Mask R-CNN without its resizing and its pasting: what the ONNX file computes.

    Input [1, 3, H, W], normalised. Gives boxes [n, 4] (x1 y1 x2 y2 in input pixels), labels [n] (1 = first thing
    class), scores [n] and the RoI masks [n, 28, 28] of each detection's own class, as probabilities.
    """

    def __init__(self, detector):
        super().__init__()
        self.detector = detector

    def forward(self, image):
        size = tuple(image.shape[-2:])
        features = self.detector.backbone(image)
        proposals, _ = self.detector.rpn(ImageList(image, [size]), features, None)
        found = self.detector.roi_heads(features, proposals, [size], None)[0][0]
        return found["boxes"], found["labels"], found["scores"], found["masks"][:, 0]


def deform_by_sampling(features, offsets, weight):
    """What ``deform_conv2d(features, offsets, weight, padding=1)`` computes, as nine ``grid_sample`` calls.

    For a 3 x 3 kernel at stride 1. Trains faster on a CPU and exports at opset 16, where ONNX has no DeformConv.
    """
    count, channels, height, width = features.shape
    rows = torch.arange(height, dtype=features.dtype).view(1, height, 1)
    columns = torch.arange(width, dtype=features.dtype).view(1, 1, width)
    taps = []
    for tap in range(9):
        y = rows + (tap // 3 - 1) + offsets[:, 2 * tap]
        x = columns + (tap % 3 - 1) + offsets[:, 2 * tap + 1]
        grid = torch.stack([(x + 0.5) * 2 / width - 1, (y + 0.5) * 2 / height - 1], -1)
        taps.append(F.grid_sample(features, grid, padding_mode="zeros", align_corners=False))
    stacked = torch.stack(taps, 2).reshape(count, channels * 9, height, width)
    return F.conv2d(stacked, weight.reshape(weight.shape[0], -1, 1, 1))


class DeformableLayer(nn.Module):
    """3 x 3 deformable convolution (Dai et al., ICCV 2017), group normalisation, ReLU.

    The offsets come from a convolution that starts at zero, so the layer starts as an ordinary convolution.
    """

    def __init__(self, inputs, outputs, normalised=True):
        super().__init__()
        self.offsets = nn.Conv2d(inputs, 2 * 9, 3, padding=1)
        nn.init.zeros_(self.offsets.weight)
        nn.init.zeros_(self.offsets.bias)
        self.weight = nn.Parameter(torch.empty(outputs, inputs, 3, 3))
        nn.init.kaiming_normal_(self.weight)
        self.norm = nn.GroupNorm(8, outputs) if normalised else nn.Identity()
        self.by_sampling = False
        self.reduced = False

    def forward(self, features):
        offsets = self.offsets(features)
        if self.by_sampling:
            with reduced_precision(self):
                sums = deform_by_sampling(features, offsets, self.weight).float()
        else:
            sums = deform_conv2d(features, offsets, self.weight, padding=1)
        return F.relu(self.norm(sums))


class SemanticHead(nn.Module):
    """UPSNet's semantic head: one deformable sub-network on every level, upsampled to the finest, joined, scored."""

    def __init__(self, inputs=64, widths=(48, 48), classes=CLASS_COUNT, levels=PYRAMID_LEVELS, normalised=True):
        super().__init__()
        layers = zip((inputs,) + tuple(widths[:-1]), widths)
        self.layers = nn.Sequential(*(DeformableLayer(before, after, normalised) for before, after in layers))
        self.score = nn.Conv2d(widths[-1] * len(levels), classes, 1)
        self.levels = levels

    def forward(self, features):
        finest, *coarser = (self.layers(features[level]) for level in self.levels)
        size = finest.shape[-2:]
        resized = [F.interpolate(level, size=size, mode="bilinear", align_corners=False) for level in coarser]
        return self.score(torch.cat([finest, *resized], 1))


class UPSNet(nn.Module):
    """UPSNet (Xiong et al., CVPR 2019) up to its panoptic head, which has no parameters and runs after the network.

    Input [1, 3, H, W], normalised. Gives semantic logits [1, C, H, W], boxes [n, 4], labels [n], scores [n] as
    MaskRCNNOutputs does, and mask logits [n, 28, 28].
    """

    def __init__(self, detector=None, semantic_head=None):
        super().__init__()
        self.detector = mask_rcnn() if detector is None else detector
        self.semantic_head = SemanticHead() if semantic_head is None else semantic_head

    def forward(self, image):
        size = tuple(image.shape[-2:])
        features = self.detector.backbone(image)
        proposals, _ = self.detector.rpn(ImageList(image, [size]), features, None)
        heads = self.detector.roi_heads
        pooled = heads.box_head(heads.box_roi_pool(features, proposals, [size]))
        class_logits, box_changes = heads.box_predictor(pooled)
        boxes, scores, labels = heads.postprocess_detections(class_logits, box_changes, proposals, [size])
        masks = self.mask_logits(features, boxes, labels, [size])
        return self.semantic_logits(features), boxes[0], labels[0], scores[0], masks

    def semantic_logits(self, features):
        """Semantic logits at the input's size."""
        logits = self.semantic_head(features)
        return F.interpolate(logits, scale_factor=float(FINEST_STRIDE), mode="bilinear", align_corners=False)

    def mask_logits(self, features, boxes, labels, sizes):
        """The RoI mask logits of each box's own class, [n, 28, 28], the images' boxes one after another."""
        heads = self.detector.roi_heads
        logits = heads.mask_predictor(heads.mask_head(heads.mask_roi_pool(features, boxes, sizes)))
        return logits[torch.arange(logits.shape[0]), torch.cat(labels)]

    def losses(self, images, targets, labels, random):
        """The detector's five losses, the semantic one and the panoptic one (weight 0.5).

        images: [N, 3, H, W]. targets: per image a dictionary of boxes, labels, masks. labels: int64 [N, H, W].
        """
        sizes = [tuple(images.shape[-2:])] * len(images)
        features = self.detector.backbone(images)
        proposals, proposal_losses = self.detector.rpn(ImageList(images, sizes), features, targets)
        _, head_losses = self.detector.roi_heads(features, proposals, sizes, targets)
        semantic = self.semantic_logits(features)
        losses = {**proposal_losses, **head_losses}
        losses["semantic"] = F.cross_entropy(semantic, labels, ignore_index=VOID)
        if any(len(target["labels"]) > 0 for target in targets):
            losses["panoptic"] = 0.5 * self._panoptic_loss(features, semantic, targets, labels, random)
        return losses

    def _panoptic_loss(self, features, semantic, targets, labels, random):
        """Mean cross-entropy over the images with things, on ground-truth boxes.

        30% of the things are withheld from the panoptic head; their pixels are to become "unknown" (section 3.3).
        """
        with_things = [index for index, target in enumerate(targets) if len(target["labels"]) > 0]
        chosen_features = {level: feature[with_things] for level, feature in features.items()}
        boxes = [targets[index]["boxes"] for index in with_things]
        things = [targets[index]["labels"] for index in with_things]
        sizes = [tuple(semantic.shape[-2:])] * len(with_things)
        masks = self.mask_logits(chosen_features, boxes, things, sizes).split([len(image) for image in things])
        total = 0.0
        for index, image_boxes, image_things, image_masks in zip(with_things, boxes, things, masks):
            shown = torch.from_numpy(random.random(len(image_things)) < 0.7)
            logits = panoptic_logits(semantic[index], image_masks[shown], image_boxes[shown], image_things[shown])
            truth = panoptic_truth(labels[index], targets[index]["masks"], shown)
            total = total + F.cross_entropy(logits[None], truth[None], ignore_index=VOID)
        return total / len(with_things)


def panoptic_truth(labels, masks, shown):
    """The channel of panoptic_logits that each pixel should win: int64 [H, W], VOID where not scored."""
    truth = torch.where(labels < STUFF_COUNT, labels, torch.full_like(labels, VOID))
    unknown = STUFF_COUNT + int(shown.sum())
    for channel, mask in enumerate(masks[shown], start=STUFF_COUNT):
        truth[mask > 0] = channel
    for mask in masks[~shown]:
        truth[mask > 0] = unknown
    return truth
