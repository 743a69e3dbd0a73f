"""What all training recipes share: scene order, learning rate, averaged weights, and the loop itself."""

import argparse
import copy
import math
import time

import numpy as np
import torch

from shapes_data import SceneFolder, augment


class AveragedWeights:
    """An exponential moving average of a network's weights, in ``network``; this is what a recipe saves.

    The decay grows from 0.1 to ``decay`` over the first steps, so that the random start is forgotten.
    """

    def __init__(self, network, decay=0.99):
        self.network = copy.deepcopy(network).eval().requires_grad_(False)
        self.decay = decay
        self.updates = 0

    @torch.no_grad()
    def update(self, network):
        self.updates += 1
        decay = min(self.decay, (1 + self.updates) / (10 + self.updates))
        averages = self.network.state_dict().values()
        for average, value in zip(averages, network.state_dict().values()):
            if average.dtype.is_floating_point:
                average.mul_(decay).add_(value, alpha=1 - decay)
            else:
                average.copy_(value)


def learning_rate(peak, step, steps, warm_up):
    """Linear warm-up times a cosine from 1 to 0, plus 1e-6."""
    warm = min(1.0, (step + 1) / warm_up)
    cosine = 0.5 + 0.5 * math.cos(math.pi * step / steps)
    return peak * warm * cosine + 1e-6


def batches(scenes, batch_size, random):
    """Endless batches of augmented scenes; a new random order for every pass, the incomplete last batch left out."""
    if len(scenes) < batch_size:
        raise ValueError(f"a batch of {batch_size} needs as many scenes; {scenes.directory} has {len(scenes)}")
    while True:
        order = random.permutation(len(scenes))
        for start in range(0, len(order) - batch_size + 1, batch_size):
            yield [augment(scenes[index], random) for index in order[start : start + batch_size]]


def train(network, losses_of, scenes, arguments, warm_up, gradient_limit=None):
    """Trains a network with AdamW and gives back the averaged weights' copy of it.

    losses_of: function of a list of augmented Scenes and a numpy random generator; a dictionary of scalar tensors.
    gradient_limit: the norm to which gradients are clipped, or None.
    """
    random = np.random.default_rng(arguments.seed)
    averaged = AveragedWeights(network)
    optimiser = torch.optim.AdamW(network.parameters(), lr=arguments.learning_rate, weight_decay=1e-3)
    network.train()
    totals = {}
    start_seconds = time.process_time()
    for step, batch in zip(range(arguments.steps), batches(scenes, arguments.batch_size, random)):
        rate = learning_rate(arguments.learning_rate, step, arguments.steps, warm_up)
        for group in optimiser.param_groups:
            group["lr"] = rate
        losses = losses_of(batch, random)
        optimiser.zero_grad(set_to_none=True)
        sum(losses.values()).backward()
        if gradient_limit is not None:
            torch.nn.utils.clip_grad_norm_(network.parameters(), gradient_limit)
        optimiser.step()
        averaged.update(network)
        for name, loss in losses.items():
            totals[name] = totals.get(name, 0.0) + loss.item()
        if (step + 1) % arguments.report_every == 0:
            means = " ".join(f"{name} {total / arguments.report_every:.4f}" for name, total in totals.items())
            minutes = (time.process_time() - start_seconds) / 60
            print(f"step {step + 1}/{arguments.steps} {means} CPU minutes {minutes:.1f}", flush=True)
            totals = {}
    return averaged.network


def parser(description, steps, learning_rate):
    """The arguments that every training recipe takes, with this recipe's defaults."""
    arguments = argparse.ArgumentParser(description=description, formatter_class=argparse.ArgumentDefaultsHelpFormatter)
    arguments.add_argument("--data", required=True, help="exported training split")
    arguments.add_argument("--out", required=True, help="file for the trained weights (a state dict)")
    arguments.add_argument("--steps", type=int, default=steps)
    arguments.add_argument("--learning-rate", type=float, default=learning_rate)
    arguments.add_argument("--batch-size", type=int, default=8)
    arguments.add_argument("--seed", type=int, default=7)
    arguments.add_argument("--threads", type=int, default=1)
    arguments.add_argument("--report-every", type=int, default=100, help="steps between two progress lines")
    arguments.add_argument("--initial-weights", help="go on from these weights")
    return arguments


def prepare(arguments):
    """Fixes the seed and the thread count, and opens the training split."""
    torch.manual_seed(arguments.seed)
    torch.set_num_threads(arguments.threads)
    return SceneFolder(arguments.data)
