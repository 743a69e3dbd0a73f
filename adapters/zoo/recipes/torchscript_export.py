"""TorchScript export for libtorch alone: a traced network that needs no operator of torchvision.

A file holds ``torch.jit.trace``'s graph and the weights under the network's own names. It takes the image and gives what
the network gives, a tensor or a tuple in the order of the ONNX file's outputs; TorchScript has no names for them.

libtorch has no torchvision operators, so while a detector is traced torchvision's NMS and RoIAlign are replaced by the
scripted ones below, and deformable convolutions sample with ``grid_sample``. Scripted, because a trace would keep the
number of boxes, and the number of NMS rounds, of the example image. All three also take zero boxes.
"""

from contextlib import ExitStack, contextmanager
from typing import Tuple
from unittest import mock

import torch
import torch.nn.functional as F
import torchvision

import detectors


@torch.jit.script
def nms(boxes: torch.Tensor, scores: torch.Tensor, iou_threshold: float) -> torch.Tensor:
    """The indices of the boxes that no better kept box overlaps by more than the threshold, best first.

    boxes: [n, 4], x1 y1 x2 y2. Starts by keeping all and drops what a kept box covers until nothing changes. Only better
    boxes can drop a box, so after round k at least the best k boxes are settled: the result is the greedy one.
    """
    order = torch.sort(scores, stable=True, dim=0, descending=True)[1]
    ordered = boxes[order]
    areas = (ordered[:, 2] - ordered[:, 0]) * (ordered[:, 3] - ordered[:, 1])
    low = torch.maximum(ordered[:, None, :2], ordered[None, :, :2])
    high = torch.minimum(ordered[:, None, 2:], ordered[None, :, 2:])
    extent = (high - low).clamp(min=0.0)
    both = extent[:, :, 0] * extent[:, :, 1]
    ranks = torch.arange(boxes.size(0), device=boxes.device)
    better = ranks[:, None] < ranks[None]
    covers = (both / (areas[:, None] + areas[None] - both) > iou_threshold) & better
    keep = torch.ones_like(ranks, dtype=torch.bool)
    changed = True
    while changed:
        remaining = ~(covers & keep[:, None]).any(0)
        changed = not torch.equal(remaining, keep)
        keep = remaining
    return order[keep]


@torch.jit.script
def batched_nms(
    boxes: torch.Tensor, scores: torch.Tensor, idxs: torch.Tensor, iou_threshold: float
) -> torch.Tensor:
    """NMS within each group of ``idxs``: the groups are moved apart, as torchvision does."""
    if boxes.numel() == 0:
        return torch.zeros(0, dtype=torch.int64, device=boxes.device)
    offsets = idxs.to(boxes.dtype) * (boxes.max() + 1)
    return nms(boxes + offsets[:, None], scores, iou_threshold)


@torch.jit.script
def roi_align(
    input: torch.Tensor,
    boxes: torch.Tensor,
    output_size: Tuple[int, int],
    spatial_scale: float,
    sampling_ratio: int,
) -> torch.Tensor:
    """torchvision's ``roi_align(..., aligned=False)`` on one image's features, as one ``grid_sample``.

    input: [1, C, H, W]. boxes: [n, 5], an ignored image number and x1 y1 x2 y2 inside the image. sampling_ratio: samples
    per bin and axis, at least 1. Gives [n, C, *output_size]. A box of less than a cell grows to one, perhaps beyond the
    features, where samples count as 0.
    """
    count, channels, height, width = boxes.size(0), input.size(1), input.size(2), input.size(3)
    rows, columns = output_size[0] * sampling_ratio, output_size[1] * sampling_ratio
    low = boxes[:, 1:3] * spatial_scale
    extent = (boxes[:, 3:5] * spatial_scale - low).clamp(min=1.0)
    across = (torch.arange(columns, dtype=boxes.dtype, device=boxes.device) + 0.5) / columns
    down = (torch.arange(rows, dtype=boxes.dtype, device=boxes.device) + 0.5) / rows
    x = low[:, :1] + across * extent[:, :1]
    y = low[:, 1:] + down * extent[:, 1:]
    inside_x = (x >= -1.0) & (x <= width)
    inside_y = (y >= -1.0) & (y <= height)
    inside = inside_y[:, :, None] & inside_x[:, None]
    # A sample at pixel index i lies at (2 i + 1) / pixels - 1 of grid_sample's range -1..1.
    x = (2 * x + 1) / width - 1
    y = (2 * y + 1) / height - 1
    grid = torch.stack([x[:, None].expand(-1, rows, -1), y[:, :, None].expand(-1, -1, columns)], -1)
    grid = grid.reshape(1, count * rows, columns, 2)
    samples = F.grid_sample(input, grid, mode="bilinear", padding_mode="border", align_corners=False)
    samples = samples * inside.reshape(1, 1, count * rows, columns)
    bins = samples.view(channels, count, output_size[0], sampling_ratio, output_size[1], sampling_ratio)
    return bins.mean([3, 5]).transpose(0, 1)


@contextmanager
def without_torchvision_operators():
    """Within this context torchvision's detectors and this project's deformable layers use libtorch's operators only."""
    sampled = torch.jit.script(detectors.deform_by_sampling)

    def deform_conv2d(features, offsets, weight, padding):
        if padding != 1:
            raise ValueError(f"deform_by_sampling pads by 1, not by {padding}")
        return sampled(features, offsets, weight)

    replacements = [
        (torchvision.ops.boxes, "nms", nms),
        (torchvision.ops.boxes, "batched_nms", batched_nms),
        (torchvision.ops.poolers, "roi_align", roi_align),
        (detectors, "deform_conv2d", deform_conv2d),
    ]
    with ExitStack() as stack:
        for module, name, replacement in replacements:
            stack.enter_context(mock.patch.object(module, name, replacement))
        yield


def export_torchscript(network, image, path):
    """Writes a network as TorchScript and gives its outputs for ``image`` as a tuple, computed by the written file."""
    network.eval()
    with torch.no_grad(), without_torchvision_operators():
        traced = torch.jit.trace(network, image, check_trace=False)
    foreign = sorted({word for word in str(traced.inlined_graph).split() if word.startswith("torchvision::")})
    if foreign:
        raise ValueError(f"{path}: libtorch alone has no {', '.join(foreign)}")
    traced.save(str(path))
    with torch.no_grad():
        results = torch.jit.load(str(path))(image)
    return (results,) if torch.is_tensor(results) else tuple(results)
