"""Writes the full-size networks with random weights, to measure latency at realistic cost. Their output means nothing.

    python3 full_size_networks.py --network fcn8s-vgg16 --out fcn8s-vgg16.onnx

fcn8s-vgg16, fcn-resnet50, unet, segnet: 21 classes. maskrcnn-resnet50: 90 thing classes. upsnet-resnet50: 53 stuff and
80 thing classes.
"""

import argparse
from pathlib import Path

import torch
from torch import nn
from torchvision.models.detection import maskrcnn_resnet50_fpn
from torchvision.models.segmentation import fcn_resnet50

from detectors import DeformableLayer, MaskRCNNOutputs, SemanticHead, UPSNet
from export_detectors import MASK_RCNN_OUTPUTS, UPSNET_OUTPUTS, export_mask_rcnn, export_upsnet
from export_semantic import DYNAMIC_AXES, OPSET, OUTPUTS
from networks import FCN8s, SegNet, UNet
from onnx_export import export, save_reference
from weights import parameter_count

VOC_CLASSES = 21
COCO_STUFF = 53
COCO_THINGS = 80
VGG16_WIDTHS = (64, 128, 256, 512, 512)
VGG16_DEPTHS = (2, 2, 3, 3, 3)


def fcn8s_vgg16():
    """The paper's FCN-8s without batch normalisation; same-padding in place of padding by 100 and cropping."""
    network = FCN8s(VGG16_WIDTHS, VGG16_DEPTHS, hidden=4096, hidden_kernel=7, classes=VOC_CLASSES)
    for module in list(network.modules()):
        for name, child in list(module.named_children()):
            if isinstance(child, nn.BatchNorm2d):
                setattr(module, name, nn.Identity())
    return network


class OnlyOutput(nn.Module):
    """torchvision's FCN without the dictionary around its output."""

    def __init__(self):
        super().__init__()
        self.network = fcn_resnet50(weights=None, weights_backbone=None, num_classes=VOC_CLASSES, aux_loss=None)

    def forward(self, image):
        return self.network(image)["out"]


def unet():
    """The paper's widths, 64 to 1024."""
    return UNet((64, 128, 256, 512, 1024), VOC_CLASSES)


def segnet():
    """The paper's network: VGG16 without its fully connected layers, and its mirror image."""
    return SegNet(VGG16_WIDTHS, VGG16_DEPTHS, VOC_CLASSES)


def resnet50_detector(classes):
    """Mask R-CNN on ResNet-50 with a feature pyramid, keeping every score.

    Random weights score about 1 / classes everywhere: with the usual threshold nothing would be detected, and half of
    the network would not run.
    """
    detector = maskrcnn_resnet50_fpn(weights=None, weights_backbone=None, num_classes=classes)
    detector.roi_heads.score_thresh = 0.0
    detector.roi_heads.detections_per_img = 100
    return detector


def upsnet_resnet50():
    """UPSNet on ResNet-50, three deformable layers without normalisation on four levels, with random offsets."""
    head = SemanticHead(256, (256, 128, 128), COCO_STUFF + COCO_THINGS, ("0", "1", "2", "3"), normalised=False)
    for module in head.modules():
        if isinstance(module, DeformableLayer):
            nn.init.normal_(module.offsets.weight, 0, 0.002)
            nn.init.normal_(module.offsets.bias, 0, 0.5)
    return UPSNet(resnet50_detector(COCO_THINGS + 1), head)


SEMANTIC = {"fcn8s-vgg16": fcn8s_vgg16, "fcn-resnet50": OnlyOutput, "unet": unet, "segnet": segnet}
NETWORKS = [*SEMANTIC, "maskrcnn-resnet50", "upsnet-resnet50"]


def write(name, image, path):
    """Exports a network and gives the names and the values of its outputs for ``image``."""
    if name == "maskrcnn-resnet50":
        network = MaskRCNNOutputs(resnet50_detector(91))
        results, outputs = export_mask_rcnn(network, image, path), MASK_RCNN_OUTPUTS
    elif name == "upsnet-resnet50":
        network = upsnet_resnet50()
        results, outputs = export_upsnet(network, image, path), UPSNET_OUTPUTS
    else:
        network = SEMANTIC[name]()
        results = export(network, image, path, OPSET, OUTPUTS, DYNAMIC_AXES, unpooling=name == "segnet")
        outputs = OUTPUTS
    print(f"{name}: {parameter_count(network) / 1e6:.1f} M parameters")
    return outputs, results


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.ArgumentDefaultsHelpFormatter)
    parser.add_argument("--network", required=True, choices=NETWORKS)
    parser.add_argument("--out", required=True, help="ONNX file to write")
    parser.add_argument("--size", type=int, default=512, help="height and width of the example image")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--reference", type=Path, help="folder for a reference input and its outputs")
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(arguments.seed)
    image = torch.rand(1, 3, arguments.size, arguments.size)
    outputs, results = write(arguments.network, image, arguments.out)
    if arguments.reference:
        save_reference(arguments.reference, image, outputs, results)


if __name__ == "__main__":
    main()
