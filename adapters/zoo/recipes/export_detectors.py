"""Writes a trained Mask R-CNN (any height and width) or UPSNet (128 x 128 only) as ONNX (opset 16, 19) or TorchScript.

python3 export_detectors.py --network maskrcnn --weights maskrcnn.pth --out maskrcnn-shapes.onnx maskrcnn-shapes.pt
python3 export_detectors.py --network upsnet --weights upsnet.pth --out upsnet-shapes.onnx upsnet-shapes.pt
"""

import torch

from detectors import MaskRCNNOutputs, UPSNet, mask_rcnn
from export_semantic import parser, prepared, reference_image, write
from onnx_export import export
from weights import load_weights

MASK_RCNN_OUTPUTS = ["boxes", "labels", "scores", "masks"]
UPSNET_OUTPUTS = ["semantic_logits", "boxes", "labels", "scores", "mask_logits"]


def export_mask_rcnn(network, image, path):
    """Writes MaskRCNNOutputs and gives its results."""
    dynamic_axes = {"image": {2: "h", 3: "w"}, **{name: {0: "n"} for name in MASK_RCNN_OUTPUTS}}
    return export(network, image, path, 16, MASK_RCNN_OUTPUTS, dynamic_axes)


def export_upsnet(network, image, path):
    """Writes UPSNet up to its panoptic head and gives its results."""
    dynamic_axes = {name: {0: "n"} for name in UPSNET_OUTPUTS[1:]}
    return export(network, image, path, 19, UPSNET_OUTPUTS, dynamic_axes, deformable=True)


def main():
    arguments_parser = parser(__doc__)
    arguments_parser.add_argument("--network", required=True, choices=["maskrcnn", "upsnet"])
    arguments = arguments_parser.parse_args()
    torch.set_num_threads(1)
    image = reference_image(arguments.data, arguments.index)
    if arguments.network == "maskrcnn":
        network = MaskRCNNOutputs(prepared(load_weights(mask_rcnn(), arguments.weights), arguments))
        export_onnx, outputs = export_mask_rcnn, MASK_RCNN_OUTPUTS
    else:
        network = prepared(load_weights(UPSNet(), arguments.weights), arguments)
        export_onnx, outputs = export_upsnet, UPSNET_OUTPUTS
    write(arguments, network, image, outputs, lambda image, path: export_onnx(network, image, path))


if __name__ == "__main__":
    main()
