"""Writes a bundled semantic network in reduced precision: int8 with fixed ranges, int8 with ranges found as it runs, fp16.

python3 quantise.py --model unet-shapes.onnx --data shapes/train --static unet-shapes-int8.onnx
python3 quantise.py --model unet-shapes.onnx --dynamic unet-shapes-int8-dynamic.onnx --half unet-shapes-fp16.onnx

Input and output stay float32. All three start from the exported file, where batch normalisation is folded already. Only
numpy, onnx and PyTorch are needed; the ONNX operators' definitions (onnx/docs/Operators.md) are the specification.

static: QuantizeLinear and DequantizeLinear around the nodes (opset 13). Weights: int8, symmetric, one scale per output
channel. Activations: uint8, one scale per tensor, from the smallest and largest values on --scenes training scenes; a
ReLU's zero point is 0, so that a runtime can drop it. Biases: int32. ConvTranspose and the last convolution stay float.
dynamic: DynamicQuantizeLinear and ConvInteger for each convolution but the last; the same weights.
half: weights and arithmetic in float16, between two Casts.
"""

import argparse

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

from onnx_run import attributes, initializers, values
from shapes_data import SceneFolder, network_input

OPSET = 13
IR_VERSION = 7
WEIGHT_LEVELS = 127
ACTIVATION_LEVELS = 255
SMALLEST_RANGE = 1e-6


def ranges(graph, images):
    """The smallest and the largest value of every float tensor of the graph over some images; 0 always lies within."""
    found = {}
    for image in images:
        for name, value in values(graph, image).items():
            if value.dtype == torch.float32 and value.numel() > 0:
                low, high = found.get(name, (0.0, 0.0))
                found[name] = min(low, float(value.min())), max(high, float(value.max()))
    return found


def quantised_weights(weights):
    """int8 weights and their float32 scale per output channel (axis 0): weights = int8 * scale."""
    largest = np.abs(weights.reshape(len(weights), -1)).max(1)
    scales = (np.maximum(largest, SMALLEST_RANGE) / WEIGHT_LEVELS).astype(np.float32)
    return np.round(weights / scales[:, None, None, None]).astype(np.int8), scales


def activation_scale(low, high):
    """Scale and uint8 zero point that map low..high, which includes 0, onto 0..255."""
    scale = max(high - low, SMALLEST_RANGE) / ACTIVATION_LEVELS
    return np.float32(scale), np.uint8(round(-low / scale))


class Rewriter:
    """A graph under construction: the nodes that will replace those of an exported graph, and all constants."""

    def __init__(self, graph):
        self.graph = graph
        self.constants = initializers(graph)
        self.nodes = []

    def add(self, kind, inputs, output, **options):
        """Appends a node with one output and gives the output's name."""
        self.nodes.append(helper.make_node(kind, inputs, [output], name=f"{output}/{kind}", **options))
        return output

    def keep(self, node, inputs):
        """Appends an old node with other inputs."""
        copied = onnx.NodeProto()
        copied.CopyFrom(node)
        del copied.input[:]
        copied.input.extend(inputs)
        self.nodes.append(copied)

    def constant(self, name, array):
        """Remembers a constant and gives its name."""
        self.constants[name] = np.asarray(array)
        return name

    def is_inner_convolution(self, node):
        """Whether the node is a convolution whose result is not the network's."""
        return node.op_type == "Conv" and node.output[0] not in {output.name for output in self.graph.output}

    def weights_and_bias(self, node):
        """A convolution's constants; a missing bias is zeros."""
        weights, *bias = (self.constants[name] for name in node.input[1:])
        return weights, bias[0] if bias else np.zeros(len(weights), np.float32)

    def save(self, path):
        """Checks the new graph and writes it with the constants that its nodes read."""
        used = {name for node in self.nodes for name in node.input}
        tensors = [numpy_helper.from_array(array, name) for name, array in self.constants.items() if name in used]
        graph = helper.make_graph(self.nodes, self.graph.name, self.graph.input, self.graph.output, tensors)
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], producer_name="segbench")
        model.ir_version = IR_VERSION
        onnx.checker.check_model(model, full_check=True)
        onnx.save(model, path)


class StaticInt8:
    """Puts QuantizeLinear and DequantizeLinear around the nodes of a graph.

    Every node reads its tensors through DequantizeLinear nodes of its own, as runtimes that fuse them expect.
    """

    def __init__(self, graph, found_ranges):
        self.new = Rewriter(graph)
        self.ranges = found_ranges
        self.scales = {}
        readers = {}
        for node in graph.node:
            for name in node.input:
                readers.setdefault(name, []).append(node.op_type)
        self._quantise(graph.input[0].name)
        final = {output.name for output in graph.output}
        for node in graph.node:
            self.new.keep(node, self._inputs(node))
            result = node.output[0]
            if result not in final and readers[result] != ["Relu"]:
                self._quantise(result, node.input[0] if node.op_type == "MaxPool" else None)

    def _quantise(self, name, like=None):
        """Adds a tensor's QuantizeLinear, with the scale of the tensor ``like`` where one is named."""
        if like is None:
            scale, zero = activation_scale(*self.ranges[name])
            self.scales[name] = self.new.constant(f"{name}/scale", scale), self.new.constant(f"{name}/zero", zero)
        else:
            self.scales[name] = self.scales[like]
        self.new.add("QuantizeLinear", [name, *self.scales[name]], f"{name}/quantised")

    def _inputs(self, node):
        """The node's inputs, the quantised ones through DequantizeLinear."""
        inputs = [self._dequantised(name, node) if name in self.scales else name for name in node.input]
        if self.new.is_inner_convolution(node):
            weights, bias = self.new.weights_and_bias(node)
            quantised, scales = quantised_weights(weights)
            bias_scales = scales * self.new.constants[self.scales[node.input[0]][0]]
            quantised_bias = np.round(bias / bias_scales).astype(np.int32)
            inputs[1:] = [
                self._dequantised_constant(f"{node.output[0]}/weights", quantised, scales),
                self._dequantised_constant(f"{node.output[0]}/bias", quantised_bias, bias_scales),
            ]
        return inputs

    def _dequantised(self, name, node):
        return self.new.add(
            "DequantizeLinear", [f"{name}/quantised", *self.scales[name]], f"{name}/for/{node.output[0]}"
        )

    def _dequantised_constant(self, name, quantised, scales):
        """A constant with one scale for each entry of axis 0."""
        inputs = [self.new.constant(f"{name}/quantised", quantised), self.new.constant(f"{name}/scale", scales)]
        inputs.append(self.new.constant(f"{name}/zero", np.zeros(len(scales), quantised.dtype)))
        return self.new.add("DequantizeLinear", inputs, name, axis=0)


def dynamic_int8(graph):
    """Each convolution but the last one on integers: quantise the input by its own range, convolve, scale back."""
    new = Rewriter(graph)
    for node in graph.node:
        if not new.is_inner_convolution(node):
            new.keep(node, node.input)
            continue
        result = node.output[0]
        weights, bias = new.weights_and_bias(node)
        quantised, scales = quantised_weights(weights)
        image = [f"{result}/input", f"{result}/input/scale", f"{result}/input/zero"]
        new.nodes.append(helper.make_node("DynamicQuantizeLinear", [node.input[0]], image, name=f"{result}/quantise"))
        inputs = [image[0], new.constant(f"{result}/weights", quantised), image[2]]
        counts = new.add("ConvInteger", inputs, f"{result}/integers", **attributes(node))
        sums = new.add("Cast", [counts], f"{result}/sums", to=TensorProto.FLOAT)
        by_channel = new.constant(f"{result}/weights/scale", scales[:, None, None])
        scale = new.add("Mul", [image[1], by_channel], f"{result}/scale")
        scaled = new.add("Mul", [sums, scale], f"{result}/scaled")
        new.add("Add", [scaled, new.constant(f"{result}/bias", bias[:, None, None])], result)
    return new


def half(graph):
    """float16 constants and arithmetic between a Cast of the input and a Cast of the output."""
    new = Rewriter(graph)
    new.constants = {name: array.astype(np.float16) for name, array in new.constants.items()}
    image, logits = graph.input[0].name, graph.output[0].name
    renamed = {image: f"{image}/half", logits: f"{logits}/half"}
    new.add("Cast", [image], renamed[image], to=TensorProto.FLOAT16)
    for node in graph.node:
        new.keep(node, [renamed.get(name, name) for name in node.input])
        new.nodes[-1].output[0] = renamed.get(node.output[0], node.output[0])
    new.add("Cast", [renamed[logits]], logits, to=TensorProto.FLOAT)
    return new


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", required=True, help="exported float32 network")
    parser.add_argument("--data", help="exported training split, for --static")
    parser.add_argument("--scenes", type=int, default=64, help="how many of its scenes, from the first on")
    parser.add_argument("--static", help="file for int8 with fixed ranges")
    parser.add_argument("--dynamic", help="file for int8 with ranges found as it runs")
    parser.add_argument("--half", help="file for float16")
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    graph = onnx.load(arguments.model).graph
    if arguments.static:
        if not arguments.data:
            parser.error("--static needs --data")
        scenes = SceneFolder(arguments.data)
        images = (torch.from_numpy(network_input(scenes[index].image))[None] for index in range(arguments.scenes))
        StaticInt8(graph, ranges(graph, images)).new.save(arguments.static)
    if arguments.dynamic:
        dynamic_int8(graph).save(arguments.dynamic)
    if arguments.half:
        half(graph).save(arguments.half)


if __name__ == "__main__":
    main()
