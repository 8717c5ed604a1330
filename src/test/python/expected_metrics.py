"""Writes src/test/resources/io/verbatim/evaluation/expected-metrics.json: what scikit-learn says of random and
degenerate answers. Needs scikit-learn 1.2 or newer: apt-get install python3-sklearn; python3 src/test/python/expected_metrics.py
"""

import json
import pathlib
import warnings

import numpy as np
from sklearn import metrics

warnings.filterwarnings("ignore")
LABELS = ["direct", "paraphrase", "narrative"]
BINS = 15


def expected(gold, predicted, p):
    every = [0, 1, 2]
    out = {}
    for i, label in enumerate(LABELS):
        for kind, score in (
            ("precision", metrics.precision_score),
            ("recall", metrics.recall_score),
            ("f1", metrics.f1_score),
        ):
            out[f"{label}-{kind}"] = score(gold, predicted, labels=[i], average=None, zero_division=0)[0]
        out[f"{label}-auprc"] = metrics.average_precision_score(gold == i, p[:, i])
    for average in ("macro", "micro", "weighted"):
        out[f"{average}-f1"] = metrics.f1_score(gold, predicted, labels=every, average=average, zero_division=0)
    out["accuracy"] = metrics.accuracy_score(gold, predicted)
    kappa = metrics.cohen_kappa_score(gold, predicted)
    out["kappa"] = 0 if np.isnan(kappa) else kappa
    out["mcc"] = metrics.matthews_corrcoef(gold, predicted)
    answered = predicted < 3
    out["coverage"] = answered.mean()
    out["answered-accuracy"] = metrics.accuracy_score(gold[answered], predicted[answered]) if answered.any() else 0
    out["log-loss"] = metrics.log_loss(gold, p, labels=every)
    out["brier"] = ((p - np.eye(3)[gold]) ** 2).sum(axis=1).mean()
    top = p.max(axis=1)
    right = p.argmax(axis=1) == gold
    bins = np.clip(np.ceil(top * BINS).astype(int) - 1, 0, BINS - 1)
    out["calibration-error"] = sum(
        (bins == b).mean() * abs(right[bins == b].mean() - top[bins == b].mean()) for b in np.unique(bins)
    )
    return {name: float(value) for name, value in out.items()}


def case(name, gold, predicted, p):
    gold, predicted, p = np.array(gold), np.array(predicted), np.array(p, dtype=float)
    return {
        "name": name,
        "gold": gold.tolist(),
        "predicted": predicted.tolist(),
        "probabilities": p.tolist(),
        "expected": expected(gold, predicted, p),
    }


def rounded(random, n, places):
    """Probabilities with ties, none of which sum to anything but 1."""
    parts = random.multinomial(10**places, random.dirichlet([0.6, 0.6, 0.6]), size=n)
    return parts / 10**places


def main():
    random = np.random.default_rng(20261125)
    cases = []
    for i in range(6):
        n = int(random.integers(5, 150))
        p = random.dirichlet([0.7, 0.7, 0.7], size=n)
        gold = np.array([random.choice(3, p=0.6 * q + 0.4 / 3) for q in p])
        cases.append(case(f"random {i}", gold, p.argmax(axis=1), p))
    for i in range(4):
        n = int(random.integers(20, 120))
        p = np.array([rounded(random, 1, 1)[0] for _ in range(n)])
        gold = np.array([random.choice(3, p=0.7 * q + 0.3 / 3) for q in p])
        cases.append(case(f"ties {i}", gold, p.argmax(axis=1), p))
    p = random.dirichlet([0.7, 0.7, 0.7], size=80)
    gold = np.array([random.choice(3, p=q) for q in p])
    cases.append(case("abstained", gold, np.where(p.max(axis=1) < 0.6, 3, p.argmax(axis=1)), p))
    cases.append(case("all abstained", gold, np.full(80, 3), p))
    cases.append(case("never predicted", gold, np.where(p[:, 0] > p[:, 2], 0, 2), p))
    cases.append(case("absent from gold", np.where(gold == 1, 2, gold), p.argmax(axis=1), p))
    cases.append(case("one label answered", gold, np.full(80, 1), p))
    cases.append(case("one label in gold", np.full(80, 2), p.argmax(axis=1), p))
    cases.append(case("one label, all right", np.full(5, 2), np.full(5, 2), np.tile([0.1, 0.2, 0.7], (5, 1))))
    cases.append(case("one sentence, right", [0], [0], [[0.5, 0.3, 0.2]]))
    cases.append(case("one sentence, wrong", [1], [0], [[0.5, 0.3, 0.2]]))
    cases.append(case("certain", gold, p.argmax(axis=1), np.eye(3)[p.argmax(axis=1)]))
    cases.append(case("all tied", gold, np.zeros(80, dtype=int), np.full((80, 3), 1 / 3)))
    target = pathlib.Path(__file__).parent.parent / "resources/io/verbatim/evaluation/expected-metrics.json"
    lines = ",\n".join(json.dumps(c) for c in cases)
    target.write_text(f"[\n{lines}\n]\n", encoding="utf-8")


main()
