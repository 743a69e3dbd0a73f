"""Loading weights: a state dict saved by a training recipe, or a TorchScript file of the same network."""

import torch


class WrongWeights(ValueError):
    """The file's tensors do not fit the network."""


def load_weights(network, path):
    """Fills a network with the weights of a file and gives the network back.

    TorchScript files of the bundled networks use other module names than these recipes do. Their tensors come in the
    same order, so tensors are assigned by position, and every shape is compared.
    """
    values = list(_read_state(path).values())
    state = network.state_dict()
    if len(values) != len(state):
        raise WrongWeights(f"{path}: {len(values)} tensors, but the network has {len(state)}")
    for (name, expected), value in zip(state.items(), values):
        if expected.shape != value.shape:
            raise WrongWeights(f"{path}: {name} should be {tuple(expected.shape)}, found {tuple(value.shape)}")
    network.load_state_dict(dict(zip(state, values)))
    return network


def _read_state(path):
    try:
        return torch.jit.load(path, map_location="cpu").state_dict()
    except RuntimeError:  # not TorchScript
        return torch.load(path, map_location="cpu")


def parameter_count(network):
    """The number of learned values; running statistics of batch normalisation are not counted."""
    return sum(parameter.numel() for parameter in network.parameters())
