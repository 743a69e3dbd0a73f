"""Writes torchvision's segmentation networks and Mask R-CNN as ONNX and TorchScript, from their published weights.

    python3 export_torchvision.py --network fcn_resnet50 --weights fcn_resnet50_coco-1167a1af.pth --out ~/.cache/segbench/models
    python3 export_torchvision.py --network maskrcnn_resnet50_fpn --random --size 128 --out .

Weights are the files that torchvision.models names (``FCN_ResNet50_Weights.COCO_WITH_VOC_LABELS_V1.url`` and so on);
download them yourself, nothing is fetched here. ``--random`` takes random weights instead: its outputs mean nothing.
Writes OUT/NETWORK/NETWORK.onnx and, for the semantic networks, OUT/NETWORK/NETWORK.pt, and prints what configs/models
wants to know of them. The TorchScript file is compared with PyTorch at two sizes, and the ONNX file is checked.

libtorch has no torchvision operators, so detectors are written as ONNX alone.
"""

import argparse
import hashlib
from pathlib import Path

import onnx
import torch
from torch import nn
from torchvision.models import detection, segmentation

from detectors import MaskRCNNOutputs
from export_detectors import MASK_RCNN_OUTPUTS, export_mask_rcnn
from export_semantic import DYNAMIC_AXES, OPSET, OUTPUTS
from onnx_export import export, save_reference
from weights import parameter_count

VOC_CLASSES = 21
COCO_CLASSES = 91
SEMANTIC = {
    "fcn_resnet50": segmentation.fcn_resnet50,
    "fcn_resnet101": segmentation.fcn_resnet101,
    "deeplabv3_resnet50": segmentation.deeplabv3_resnet50,
    "deeplabv3_resnet101": segmentation.deeplabv3_resnet101,
    "deeplabv3_mobilenet_v3_large": segmentation.deeplabv3_mobilenet_v3_large,
    "lraspp_mobilenet_v3_large": segmentation.lraspp_mobilenet_v3_large,
}
DETECTORS = {
    "maskrcnn_resnet50_fpn": detection.maskrcnn_resnet50_fpn,
    "maskrcnn_resnet50_fpn_v2": detection.maskrcnn_resnet50_fpn_v2,
}
AUXILIARY = "aux_classifier."
# Its published weights belong to batch normalisation that is frozen and adds no epsilon (overwrite_eps in torchvision).
FROZEN = "maskrcnn_resnet50_fpn"
TOLERANCE = 1e-3


class Logits(nn.Module):
    """A segmentation network without the dictionary around its output and without its auxiliary head."""

    def __init__(self, network):
        super().__init__()
        self.network = network

    def forward(self, image):
        return self.network(image)["out"]


class Operations:
    """Counts the multiply-accumulate operations of the layers that run."""

    def __init__(self, network):
        self.count = 0
        for module in network.modules():
            if isinstance(module, (nn.Conv2d, nn.ConvTranspose2d, nn.Linear)):
                module.register_forward_hook(self._add)

    def _add(self, module, inputs, output):
        if isinstance(module, nn.ConvTranspose2d):
            self.count += inputs[0].numel() * module.weight[0].numel()
        else:
            self.count += output.numel() * module.weight[0].numel()


def build(name, weights):
    """The network with published weights, or with random ones."""
    if name in SEMANTIC:
        options = {} if name.startswith("lraspp") else {"aux_loss": False}
        network = SEMANTIC[name](weights=None, weights_backbone=None, num_classes=VOC_CLASSES, **options)
    else:
        network = DETECTORS[name](weights=None, weights_backbone=None, num_classes=COCO_CLASSES)
    if weights:
        state = torch.load(weights, map_location="cpu")
        network.load_state_dict({key: value for key, value in state.items() if not key.startswith(AUXILIARY)})
        if name == FROZEN:
            for module in network.modules():
                if isinstance(module, nn.BatchNorm2d):
                    module.eps = 0.0
    elif name in DETECTORS:
        network.roi_heads.score_thresh = 0.0  # random scores lie below the usual threshold
    return network.eval()


def require_equal(script, network, image):
    """TorchScript must give what PyTorch gives."""
    with torch.no_grad():
        difference = (torch.jit.load(str(script))(image) - network(image)).abs().max().item()
    if not difference <= TOLERANCE:
        raise SystemExit(f"{script}: differs from PyTorch by {difference} at {tuple(image.shape)}")
    print(f"{script}: differs from PyTorch by at most {difference:.1e} at {image.shape[3]}x{image.shape[2]}")


def write(name, network, image, folder):
    """Writes both files and gives the names and values of the outputs for ``image``."""
    path = folder / f"{name}.onnx"
    if name in DETECTORS:
        wrapped, outputs = MaskRCNNOutputs(network).eval(), MASK_RCNN_OUTPUTS
        results = export_mask_rcnn(wrapped, image, str(path))
    else:
        wrapped, outputs = Logits(network).eval(), OUTPUTS
        results = export(wrapped, image, str(path), OPSET, OUTPUTS, DYNAMIC_AXES)
        script = folder / f"{name}.pt"
        with torch.no_grad():
            torch.jit.script(wrapped).save(str(script))
        require_equal(script, wrapped, image)
        require_equal(script, wrapped, torch.rand(2, 3, image.shape[2] + 32, image.shape[3]))
    onnx.checker.check_model(str(path))
    return outputs, results


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--network", required=True, choices=[*SEMANTIC, *DETECTORS])
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument("--weights", help="the state dict that torchvision publishes")
    source.add_argument("--random", action="store_true", help="random weights, to try the rest")
    parser.add_argument("--out", required=True, type=Path, help="folder of all models")
    parser.add_argument("--size", type=int, default=520, help="height and width of the example image")
    parser.add_argument("--reference", type=Path, help="folder for a reference input and its outputs")
    arguments = parser.parse_args()
    torch.manual_seed(0)
    network = build(arguments.network, arguments.weights)
    image = torch.rand(1, 3, arguments.size, arguments.size)
    folder = arguments.out.expanduser() / arguments.network
    folder.mkdir(parents=True, exist_ok=True)
    outputs, results = write(arguments.network, network, image, folder)
    if arguments.reference:
        save_reference(arguments.reference, image, outputs, results)
    operations = Operations(network)
    with torch.no_grad():
        (MaskRCNNOutputs(network) if arguments.network in DETECTORS else network)(image)
    print(f"parameters: {parameter_count(network)}")
    print(f"macs: {operations.count} at {arguments.size}x{arguments.size}")
    for file in sorted(folder.glob(f"{arguments.network}.*")):
        print(f"{file}: sha256 {hashlib.sha256(file.read_bytes()).hexdigest()}")


if __name__ == "__main__":
    main()
