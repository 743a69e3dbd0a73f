"""ONNX export with the corrections that PyTorch 1.13's exporter needs for segmentation networks.

Each is a trap that otherwise gives a wrong or an unloadable file:

- MaxUnpool: the exporter has no symbol for it, and it flattens MaxPool's indices per plane. Here MaxPool keeps ONNX's
  own indices (positions in the whole tensor) and MaxUnpool takes them unchanged.
- RoiAlign: torchvision's exporter leaves ``coordinate_transformation_mode`` out. Its default changed in opset 16: the
  file loads and runs, and gives wrong detections (one export had boxes off by 465 pixels). torch's operator with
  ``aligned=False`` is "output_half_pixel".
- DeformConv: a standard operator since opset 19, which the exporter does not know. The graph is exported at opset 16
  with a private operator, renamed, and lifted to 19 (Reduce operators: axes become an input).
- Training mode: the exporter restores a module's flag recursively, so ``eval()`` must be called on the outermost
  module.
"""

import numpy as np
import onnx
import torch
from onnx import helper, numpy_helper
from torch.onnx import register_custom_op_symbolic, symbolic_helper

PRIVATE_DOMAIN = "segbench"
DEFORMABLE_OPSET = 19
EXPORT_OPSET_OF_DEFORMABLE = 16
REDUCTIONS = {
    "ReduceL1",
    "ReduceL2",
    "ReduceLogSum",
    "ReduceLogSumExp",
    "ReduceMax",
    "ReduceMean",
    "ReduceMin",
    "ReduceProd",
    "ReduceSumSquare",
}


def export(network, image, path, opset, outputs, dynamic_axes, unpooling=False, deformable=False):
    """Writes a network to an ONNX file with one input, "image", and gives the network's outputs for ``image``.

    unpooling: replace MaxPool and MaxUnpool by ONNX's pair (2 x 2, stride 2). deformable: the network has deformable
    convolutions; ``opset`` must be 19.
    """
    network.eval()
    if unpooling:
        _register_unpooling(opset)
    if deformable:
        if opset != DEFORMABLE_OPSET:
            raise ValueError(f"deformable convolutions are exported at opset {DEFORMABLE_OPSET}, not {opset}")
        _register_deformable_convolution()
    with torch.no_grad():
        results = network(image)
        torch.onnx.export(
            network,
            image,
            path,
            opset_version=EXPORT_OPSET_OF_DEFORMABLE if deformable else opset,
            input_names=["image"],
            output_names=outputs,
            dynamic_axes=dynamic_axes,
            custom_opsets={PRIVATE_DOMAIN: 1} if deformable else None,
        )
    model = onnx.load(path)
    _correct(model.graph, "", opset)
    del model.opset_import[:]
    model.opset_import.append(helper.make_opsetid("", opset))
    onnx.save(model, path)
    return (results,) if torch.is_tensor(results) else tuple(results)


def _register_unpooling(opset):
    def max_pool(graph, features, *_):
        return graph.op("MaxPool", features, kernel_shape_i=[2, 2], strides_i=[2, 2], outputs=2)

    def max_unpool(graph, features, indices, _):
        return graph.op("MaxUnpool", features, indices, kernel_shape_i=[2, 2], strides_i=[2, 2])

    register_custom_op_symbolic("aten::max_pool2d_with_indices", max_pool, opset)
    register_custom_op_symbolic("aten::max_unpool2d", max_unpool, opset)


def _register_deformable_convolution():
    def constant(value):
        return symbolic_helper._get_const(value, "i", "value")

    def deform(
        graph,
        features,
        weight,
        offsets,
        mask,
        bias,
        stride_y,
        stride_x,
        padding_y,
        padding_x,
        dilation_y,
        dilation_x,
        groups,
        offset_groups,
        use_mask,
    ):
        return graph.op(
            f"{PRIVATE_DOMAIN}::DeformConv",
            features,
            weight,
            offsets,
            bias,
            kernel_shape_i=[3, 3],
            strides_i=[constant(stride_y), constant(stride_x)],
            pads_i=[constant(padding_y), constant(padding_x)] * 2,
            dilations_i=[constant(dilation_y), constant(dilation_x)],
            group_i=constant(groups),
            offset_group_i=constant(offset_groups),
        )

    register_custom_op_symbolic("torchvision::deform_conv2d", deform, EXPORT_OPSET_OF_DEFORMABLE)


def _correct(graph, prefix, opset):
    """Applies the corrections of the module documentation to a graph and to the graphs inside its nodes."""
    for number, node in enumerate(graph.node):
        for attribute in node.attribute:
            if attribute.HasField("g"):
                _correct(attribute.g, f"{prefix}{number}_", opset)
        names = {attribute.name for attribute in node.attribute}
        if node.op_type == "RoiAlign" and opset >= 16 and "coordinate_transformation_mode" not in names:
            mode = helper.make_attribute("coordinate_transformation_mode", "output_half_pixel")
            node.attribute.append(mode)
        if node.op_type == "DeformConv":
            node.domain = ""
        if node.op_type in REDUCTIONS and opset >= 18 and "axes" in names:
            _axes_as_input(graph, node, f"axes_{prefix}{number}")


def _axes_as_input(graph, node, name):
    axes = next(attribute for attribute in node.attribute if attribute.name == "axes")
    graph.initializer.append(numpy_helper.from_array(np.array(axes.ints, np.int64), name))
    node.input.append(name)
    node.attribute.remove(axes)


def save_reference(folder, image, outputs, results):
    """Writes input.npy and NAME.npy per output: what the ONNX file must give back."""
    folder.mkdir(parents=True, exist_ok=True)
    np.save(folder / "input.npy", image.numpy())
    for name, result in zip(outputs, results):
        np.save(folder / f"{name}.npy", result.numpy())
