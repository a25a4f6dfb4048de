"""Measure speed and memory beside natasha's own pipeline: ``make bench``, or ``python -m tests.benchmarks.speed``.

Every measure runs in a process of its own, with cold caches and one BLAS thread, and takes turns with natasha on the
same two dozen texts at a time. Times are processor times, so that other programs on the machine disturb less; wall time
stands beside. ``--documents 100,1000`` chooses the sizes at which growth is measured, ``--only`` single measures.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from statistics import median
from typing import Any

for _threads in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[_threads] = "1"  # read when numpy is imported

CHUNK = 24
BATCH = 16  # documents that a worker gets at once
_FIRST = "Делегация Минской области прибыла в Уфу 15 марта 2024 г."  # both have read it when the clock starts
_REPETITIVE = 240
Measures = dict[str, Any]


def natasha_nlp() -> Callable[[str], int]:
    """Return natasha's segmentation, morphology, syntax, names and, where pymorphy2 runs, lemmas."""
    import natasha

    from tests.language.test_parity import Natasha

    pipeline = Natasha(natasha)
    return lambda text: len(pipeline(text).tokens)


def compared(texts: Sequence[str], ours: Callable[[Sequence[str]], object]) -> Measures:
    """Take turns with natasha, a chunk each; both have their models loaded and one sentence read."""
    natasha = natasha_nlp()
    natasha(_FIRST)
    ours([_FIRST])
    gc.freeze()  # the collector need not walk through the models of either again and again
    rows = []
    tokens = 0
    for first in range(0, len(texts), CHUNK):
        chunk = texts[first : first + CHUNK]
        started, wall = time.process_time(), time.perf_counter()
        tokens += sum(map(natasha, chunk))
        between, wall_between = time.process_time(), time.perf_counter()
        ours(chunk)
        rows.append(
            (between - started, time.process_time() - between, wall_between - wall, time.perf_counter() - wall_between)
        )
    theirs, own, wall_theirs, wall_own = (sum(column) for column in zip(*rows, strict=True))
    ratios = [their / our for their, our, *_ in rows]
    return {
        "texts": len(texts),
        "tokens": tokens,
        "ratio": [median(ratios), min(ratios), max(ratios)],
        "total ratio": theirs / own,
        "wall ratio": wall_theirs / wall_own,
        "natasha us/token": theirs / tokens * 1e6,
        "svodka us/token": own / tokens * 1e6,
        "svodka chars/s": sum(map(len, texts)) / own,
    }


def nlp(texts: Sequence[str]) -> Measures:
    """Compare the stages that natasha has too."""
    import svodka

    pipeline = svodka.load(
        exclude=("svodka_entities", "svodka_linking", "svodka_dates", "svodka_figures", "svodka_events")
    )
    return compared(texts, lambda chunk: list(pipeline.pipe(chunk)))


def extract(texts: Sequence[str]) -> Measures:
    """Compare everything, from files to lines of JSON, with natasha's stages alone."""
    run = extractor()
    return compared(texts, lambda chunk: list(run(chunk)))


def extractor() -> Callable[[Sequence[str]], Iterator[str]]:
    """Return a function that writes texts to files and yields their records as JSON, as a worker process makes them."""
    from svodka.engines.process import Processor
    from svodka.ingest.read import expand
    from svodka.ingest.units import units
    from svodka.settings import Settings

    settings = Settings()
    processor = Processor(settings)

    def run(texts: Sequence[str]) -> Iterator[str]:
        with tempfile.TemporaryDirectory() as folder:
            for number, text in enumerate(texts):
                Path(folder, f"{number:06}.txt").write_text(text, "utf-8")
            listed = units(expand([folder]), settings.reading)
            while batch := list(islice(listed, BATCH)):
                for unit, begun in zip(batch, processor.begin(batch), strict=True):
                    yield processor.result(unit, begun).line

    return run


def stages() -> Measures:
    """Tell what each stage costs a token."""
    import svodka.pipeline as whole
    from svodka.pipeline import Pipeline, load_own
    from svodka.settings import Settings
    from tests.benchmarks.texts import natural

    spent: Counter[str] = Counter()
    texts = natural()

    def timed(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def run(*arguments: Any, **options: Any) -> Any:
            started = time.process_time()
            try:
                return function(*arguments, **options)
            finally:
                spent[name] += time.process_time() - started

        return run

    from svodka.core.source import Source

    settings = Settings()
    language = load_own(settings)
    pipeline = Pipeline(settings, language)
    for name in ("clean", "find_anchor", "boilerplate", "collect"):
        setattr(whole, name, timed(name, getattr(whole, name)))
    pipeline.outcome(Source.from_text(_FIRST))
    spent.clear()
    tokens = 0
    for first in range(0, len(texts), CHUNK):
        prepared = [pipeline.prepare(Source.from_text(text)) for text in texts[first : first + CHUNK]]
        docs = timed("tokens", lambda batch: [pipeline._doc(item) for item in batch])(prepared)
        for name, component in language.pipeline:
            docs = (
                timed(name, list)(component.pipe(docs))
                if hasattr(component, "pipe")
                else [timed(name, component)(doc) for doc in docs]
            )
        records = [pipeline._collect(item, doc) for item, doc in zip(prepared, docs, strict=True)]
        timed("json", lambda found: [record.model_dump_json() for record in found])(records)
        tokens += sum(map(len, docs))
    return {name: seconds / tokens * 1e6 for name, seconds in spent.most_common()}


def growth(sizes: Sequence[int]) -> Measures:
    """Tell time a document and peak memory after more and more documents, in one process."""
    from tests.benchmarks.texts import natural, recombined

    texts = recombined(natural(), max(sizes))
    run = extractor()
    found: Measures = {}
    done, started = 0, time.process_time()
    for size in sorted(sizes):
        for first in range(done, size, 500):
            for _ in run(texts[first : min(first + 500, size)]):
                pass
        done = size
        found[str(size)] = {
            "ms/document": (time.process_time() - started) / size * 1e3,
            "peak MB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        }
    return found


def measure(name: str, sizes: Sequence[int]) -> Measures:
    """Run one measure in this process."""
    from tests.benchmarks.texts import natural, own, recombined

    texts: dict[str, Callable[[], list[str]]] = {
        "diverse": natural,
        "repetitive": lambda: recombined(own(), _REPETITIVE),
        "repeated": lambda: recombined(own(), _REPETITIVE, varied=False),
    }
    what, _, kind = name.partition(", ")
    if kind in texts:
        found = {"nlp": nlp, "extract": extract}[what](texts[kind]())
    else:
        found = stages() if what == "stages" else growth(sizes)
    found["peak MB of the process"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return found


KINDS = ("diverse", "repetitive", "repeated")
NAMES = (*(f"{what}, {kind}" for what in ("nlp", "extract") for kind in KINDS), "stages, us/token", "growth")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", default="100,1000,10000", help="sizes at which growth is measured")
    parser.add_argument("--only", choices=NAMES, nargs="*", default=NAMES)
    parser.add_argument("--here", choices=NAMES, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.here:
        json.dump(measure(options.here, [int(size) for size in options.documents.split(",")]), sys.stdout)
        return
    for name in options.only:
        command = [sys.executable, "-m", "tests.benchmarks.speed", "--here", name, "--documents", options.documents]
        output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        print(f"\n{name}")
        for key, value in json.loads(output).items():
            print(f"  {key:24} {_shown(value)}", flush=True)


def _shown(value: Any) -> str:
    if isinstance(value, dict):
        return "  ".join(f"{key} {_shown(item)}" for key, item in value.items())
    if isinstance(value, list):
        return "median {:.2f}, min {:.2f}, max {:.2f}".format(*value)
    return f"{value:.2f}" if isinstance(value, float) else str(value)


if __name__ == "__main__":
    main()
