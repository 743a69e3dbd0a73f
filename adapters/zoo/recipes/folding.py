"""Makes a trained network ready for export: batch normalisation folded, class scores shifted, weights rounded."""

import copy

import torch
from torch import nn
from torch.nn.utils.fusion import fuse_conv_bn_eval


def folded(network):
    """A copy in inference mode in which every convolution takes the place of the batch normalisation behind it.

    Behind it: the next module of the same block, as in the blocks of all networks here. The ONNX exporter does the same;
    done before, ONNX and TorchScript hold the same numbers.
    """
    network = copy.deepcopy(network).eval()
    for block in list(network.modules()):
        children = list(block.named_children())
        for (name, child), (next_name, next_child) in zip(children, children[1:]):
            if isinstance(child, nn.Conv2d) and isinstance(next_child, nn.BatchNorm2d):
                setattr(block, name, fuse_conv_bn_eval(child, next_child))
                setattr(block, next_name, nn.Identity())
    return network


def add_to_scores(network, shift):
    """Adds a constant to each class's score, in the bias of a semantic network's last layer."""
    last = [module for module in network.modules() if isinstance(module, (nn.Conv2d, nn.ConvTranspose2d))][-1]
    bias = torch.zeros(last.out_channels) if last.bias is None else last.bias.detach()
    last.bias = nn.Parameter(bias + torch.as_tensor(shift, dtype=bias.dtype))
    return network


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
