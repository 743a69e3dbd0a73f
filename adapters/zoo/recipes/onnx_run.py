"""Runs an exported semantic network, an ONNX graph of few kinds of nodes, with PyTorch: to look at what is inside it."""

import onnx
import torch
import torch.nn.functional as F
from onnx import numpy_helper


class UnknownNode(ValueError):
    """The graph holds a node that these recipes do not know."""


def attributes(node):
    """A node's attributes by name."""
    return {attribute.name: onnx.helper.get_attribute_value(attribute) for attribute in node.attribute}


def initializers(graph):
    """The graph's constants by name, as numpy arrays."""
    return {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}


@torch.no_grad()
def values(graph, image):
    """Every value of the graph by name, for one input tensor. Padding must be the same on both sides of an axis.

    MaxPool's indices are PyTorch's (per plane), as MaxUnpool here takes them: ONNX counts through the whole tensor.
    """
    found = {name: torch.from_numpy(array.copy()) for name, array in initializers(graph).items()}
    found[graph.input[0].name] = image
    for node in graph.node:
        inputs = [found[name] for name in node.input]
        for name, value in zip(node.output, _run(node, inputs)):
            found[name] = value
    return found


def _run(node, inputs):
    """The outputs of a node."""
    options = attributes(node)
    if node.op_type == "Relu":
        return [F.relu(*inputs)]
    if node.op_type == "Add":
        return [inputs[0] + inputs[1]]
    if node.op_type == "Concat":
        return [torch.cat(inputs, options["axis"])]
    if node.op_type == "Conv":
        return [F.conv2d(*inputs, stride=options["strides"], padding=options["pads"][:2])]
    if node.op_type == "ConvTranspose":
        return [F.conv_transpose2d(*inputs, stride=options["strides"], padding=options["pads"][:2])]
    if node.op_type == "MaxPool":
        return F.max_pool2d(inputs[0], options["kernel_shape"], options["strides"], return_indices=True)
    if node.op_type == "MaxUnpool":
        return [F.max_unpool2d(*inputs, options["kernel_shape"], options["strides"])]
    raise UnknownNode(f"{node.name}: {node.op_type} is none of the nodes of FCN-8s, U-Net and SegNet")
