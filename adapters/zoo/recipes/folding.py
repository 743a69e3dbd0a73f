"""Makes a trained network ready for export: batch normalisation folded into convolutions, weights rounded."""

import copy

import torch
from torch import nn
from torch.nn.utils.fusion import fuse_conv_bn_eval


def folded(network):
    """A copy in inference mode in which every convolution takes the place of the batch normalisation behind it.

    The ONNX exporter does the same; done before, ONNX and TorchScript hold the same numbers.
    """
    network = copy.deepcopy(network).eval()
    for block in network.modules():
        if isinstance(block, nn.Sequential):
            _fold(block)
    return network


def _fold(block):
    for first in range(len(block) - 1):
        if isinstance(block[first], nn.Conv2d) and isinstance(block[first + 1], nn.BatchNorm2d):
            block[first] = fuse_conv_bn_eval(block[first], block[first + 1])
            block[first + 1] = nn.Identity()


@torch.no_grad()
def round_to_half(network):
    """Rounds every weight to a value that half precision can hold; the type stays float32.

    The last 13 bits of each number become zero, so that the files compress to about half.
    """
    for parameter in network.parameters():
        rounded = parameter.half().float()
        if not torch.isfinite(rounded).all():
            raise ValueError("a weight is beyond the range of half precision")
        parameter.copy_(rounded)
    return network
