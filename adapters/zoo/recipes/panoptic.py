"""UPSNet's parameter-free panoptic head, and the steps around it, written from the paper.

Xiong et al., "UPSNet: A Unified Panoptic Segmentation Network", CVPR 2019, sections 3.3 and 3.4. None of the authors'
code was used. The mask-pasting rule is this project's own and is shared with the Mask R-CNN decoder.
"""

import numpy as np
import torch
from torchvision.ops import nms

from shapes_data import CLASS_COUNT, STUFF_COUNT

MASK_SIZE = 28
OUTSIDE_BOX_LOGIT = -20.0
NOWHERE = -1e4


def paste_weights(low, high, pixels):
    """Bilinear weights that take a MASK_SIZE-sample profile onto the pixel centres of the span low..high.

    Gives weights float32 [n, pixels, MASK_SIZE] and the indicator float32 [n, pixels] of the centres in [low, high).
    Rows of weights outside the span are zero. Centres within half a sample of the border take the border's sample.
    """
    centres = torch.arange(pixels, dtype=low.dtype) + 0.5
    extent = (high - low).clamp(min=1.0)
    positions = (centres[None] - low[:, None]) / extent[:, None] * MASK_SIZE - 0.5
    inside = ((centres[None] >= low[:, None]) & (centres[None] < high[:, None])).to(low.dtype)
    samples = torch.arange(MASK_SIZE, dtype=low.dtype)
    distances = (positions.clamp(0, MASK_SIZE - 1)[:, :, None] - samples).abs()
    return (1 - distances).clamp(min=0) * inside[:, :, None], inside


def paste(masks, boxes, height, width):
    """Puts RoI masks (logits or probabilities, [n, 28, 28]) into the image; also gives the boxes' indicators.

    Two small matrix products: the rule is separable. Both results are float32 [n, height, width].
    """
    row_weights, row_inside = paste_weights(boxes[:, 1], boxes[:, 3], height)
    column_weights, column_inside = paste_weights(boxes[:, 0], boxes[:, 2], width)
    pasted = torch.matmul(torch.matmul(row_weights, masks), column_weights.transpose(1, 2))
    return pasted, row_inside[:, :, None] * column_inside[:, None, :]


def panoptic_logits(semantic_logits, mask_logits, boxes, labels):
    """Joins stuff and instance logits: [STUFF_COUNT + n + 1, H, W].

    semantic_logits: [C, H, W], stuff classes first. mask_logits: [n, 28, 28]. labels: [n], 1 = first thing class.
    Channels: the stuff logits; per instance its class's semantic logit plus its mask logit (inside its box); last
    "unknown", the largest thing logit minus the largest one that an instance accounts for.
    """
    height, width = semantic_logits.shape[-2:]
    mask, box = paste(mask_logits, boxes, height, width)
    thing_logits = semantic_logits[STUFF_COUNT:]
    own_logits = thing_logits.index_select(0, labels - 1)
    instances = (own_logits + mask) * box + (1 - box) * OUTSIDE_BOX_LOGIT
    nowhere = torch.full_like(semantic_logits[:1], NOWHERE)  # keeps the maxima defined when n = 0
    covered = torch.cat([box, nowhere], 0).max(0)[0] > 0
    accounted = torch.cat([own_logits * box + (1 - box) * NOWHERE, nowhere], 0).max(0)[0]
    accounted = torch.where(covered, accounted, torch.zeros_like(accounted))
    unknown = thing_logits.max(0)[0] - accounted
    return torch.cat([semantic_logits[:STUFF_COUNT], instances, unknown[None]], 0)


def remove_covered(masks, labels, overlap):
    """Which masks to keep, going from the best: one falls when more than ``overlap`` of it is taken by its class.

    masks: bool [n, H, W], by descending score. Empty masks fall too. Gives bool [n].
    """
    keep = torch.zeros(len(masks), dtype=torch.bool)
    taken = torch.zeros((CLASS_COUNT + 1, *masks.shape[1:]), dtype=torch.bool)
    for index, (mask, label) in enumerate(zip(masks, labels)):
        area = mask.sum()
        if area > 0 and (mask & taken[label]).sum() <= overlap * area:
            keep[index] = True
            taken[label] |= mask
    return keep


def fuse(
    semantic_logits,
    boxes,
    labels,
    scores,
    mask_logits,
    score_threshold=0.5,
    nms_threshold=0.5,
    overlap=0.3,
    smallest_stuff=64,
    smallest_thing=6,
):
    """The panoptic segmentation of one image from UPSNet's outputs.

    Detections with score > score_threshold pass class-agnostic NMS on boxes (IoU > nms_threshold falls), then
    remove_covered. Each pixel takes the channel of panoptic_logits with the highest value, the first one on ties;
    "unknown", stuff of fewer than smallest_stuff pixels and things of fewer than smallest_thing become void.

    Gives the ids, int32 [H, W] (0 = void, then 1.. in order: stuff classes, instances by descending score), and the
    categories, int32 [k, 2]: segment id, class index.
    """
    chosen = torch.where(scores > score_threshold)[0]
    chosen = chosen[nms(boxes[chosen], scores[chosen], nms_threshold)]
    height, width = semantic_logits.shape[-2:]
    mask, box = paste(mask_logits[chosen], boxes[chosen], height, width)
    chosen = chosen[remove_covered((mask > 0) & (box > 0), labels[chosen], overlap)]
    channels = panoptic_logits(semantic_logits, mask_logits[chosen], boxes[chosen], labels[chosen])
    winners = channels.numpy().argmax(0)
    thing_classes = [int(label) - 1 + STUFF_COUNT for label in labels[chosen]]
    ids = np.zeros((height, width), np.int32)
    categories = []
    for channel, class_index in enumerate([*range(STUFF_COUNT), *thing_classes]):
        segment = winners == channel
        smallest = smallest_stuff if channel < STUFF_COUNT else smallest_thing
        if segment.sum() >= smallest:
            categories.append((len(categories) + 1, class_index))
            ids[segment] = len(categories)
    return ids, np.array(categories, np.int32).reshape(-1, 2)
