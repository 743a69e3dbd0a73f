"""Writes a trained FCN-8s, U-Net or SegNet as ONNX (opset 13) or TorchScript, with any batch, height and width.

python3 export_semantic.py --network fcn8s --weights fcn8s.pth --out fcn8s-shapes.onnx fcn8s-shapes.pt
"""

import argparse
from pathlib import Path

import torch

from folding import folded, round_to_half
from networks import SEMANTIC_NETWORKS
from onnx_export import export, save_reference
from shapes_data import IMAGE_SIZE, SceneFolder, network_input
from torchscript_export import export_torchscript
from weights import load_weights

OPSET = 13
OUTPUTS = ["logits"]
DYNAMIC_AXES = {"image": {0: "n", 2: "h", 3: "w"}, "logits": {0: "n", 2: "h", 3: "w"}}


def reference_image(data, index):
    """Scene ``index`` of an exported split as network input, or noise where no split is given."""
    if data is None:
        return torch.rand(1, 3, IMAGE_SIZE, IMAGE_SIZE, generator=torch.Generator().manual_seed(0))
    return torch.from_numpy(network_input(SceneFolder(data)[index].image))[None]


def output_file(text):
    """A path whose ending names a format: .onnx or .pt."""
    path = Path(text)
    if path.suffix not in (".onnx", ".pt"):
        raise argparse.ArgumentTypeError(f"{text}: should end in .onnx or .pt")
    return path


def prepared(network, arguments):
    """The network as it is exported: as it is, or with normalisation folded and weights rounded."""
    return round_to_half(folded(network)) if arguments.rounded else network.eval()


def write(arguments, network, image, outputs, export_onnx):
    """Writes the files that ``--out`` names, and the reference that ``--reference`` wants: what PyTorch itself gives.

    export_onnx: function of an image and a path that writes the ONNX file.
    """
    for path in arguments.out:
        if path.suffix == ".pt":
            export_torchscript(network, image, path)
        else:
            export_onnx(image, str(path))
    if arguments.reference:
        with torch.no_grad():
            results = network.eval()(image)
        save_reference(arguments.reference, image, outputs, (results,) if torch.is_tensor(results) else results)


def parser(description):
    """The arguments that both export recipes take."""
    arguments = argparse.ArgumentParser(description=description, formatter_class=argparse.ArgumentDefaultsHelpFormatter)
    arguments.add_argument("--weights", required=True, help="a recipe's state dict, or a bundled TorchScript file")
    arguments.add_argument(
        "--out", required=True, nargs="+", type=output_file, help="files to write: ONNX (.onnx), TorchScript (.pt)"
    )
    arguments.add_argument(
        "--rounded", action="store_true", help="fold batch normalisation and round weights to half precision's values"
    )
    arguments.add_argument("--reference", type=Path, help="folder for a reference input and its outputs")
    arguments.add_argument("--data", help="exported validation split to take the reference image from")
    arguments.add_argument("--index", type=int, default=3, help="which scene of --data")
    return arguments


def main():
    arguments_parser = parser(__doc__)
    arguments_parser.add_argument("--network", required=True, choices=sorted(SEMANTIC_NETWORKS))
    arguments = arguments_parser.parse_args()
    torch.set_num_threads(1)
    network = prepared(load_weights(SEMANTIC_NETWORKS[arguments.network](), arguments.weights), arguments)
    image = reference_image(arguments.data, arguments.index)
    unpooling = arguments.network == "segnet"

    def export_onnx(image, path):
        export(network, image, path, OPSET, OUTPUTS, DYNAMIC_AXES, unpooling=unpooling)

    write(arguments, network, image, OUTPUTS, export_onnx)


if __name__ == "__main__":
    main()
