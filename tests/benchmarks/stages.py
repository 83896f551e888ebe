"""Print how many seconds of the processor each stage of a build takes: `stages.py FOLDER [ROUNDS]`.

Each round is a process of its own, so that imports count; the best of all rounds is printed, with the peak of memory after
each stage. Both languages are built, as Word files.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

ALONE = "--alone"


@contextmanager
def stage(name: str) -> Iterator[None]:
    """Time a stage and print it with the peak so far, in megabytes."""
    import resource

    begun = time.process_time()
    yield
    seconds = time.process_time() - begun
    sys.stdout.write(f"{name}\t{seconds}\t{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}" + "\n")


def build(folder: str) -> None:
    """Lead a folder through all stages, as `ctoc-report build` does."""
    import gc

    from ctoc_report.cli import SELDOM

    gc.set_threshold(*SELDOM)
    with stage("import"):
        from ctoc_report import files
        from ctoc_report.build import writer
        from ctoc_report.compose import compose
        from ctoc_report.dataset import read_project
        from ctoc_report.lint import lint
        from ctoc_report.numbering import number
        from ctoc_report.shipped import read_language, read_shipped
    with stage("read"):
        templates = files.Templates(folder)
        shipped = read_shipped(templates.bodies(), templates.asset("countries.csv"), date(2099, 7, 23))
        data = read_project(files.project(folder), shipped)
    documents = {}
    for tag in data.plan.languages:
        with stage(f"compose {tag}"):
            language = read_language(tag, templates.source, templates.languages())
            document, _ = compose(data, shipped, language, templates.source, templates.store(tag))
        with stage(f"number {tag}"):
            documents[tag] = number(document, language)
    with stage("lint"):
        lint(data, documents)
    with stage("import the writer"):
        docx = writer("docx")
    for tag, document in documents.items():
        with stage(f"write {tag}"):
            docx.write(document, templates.asset)


def main() -> None:
    folder, rounds = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 5
    best: dict[str, tuple[float, float]] = {}
    for _ in range(rounds):
        command = [sys.executable, __file__, folder, ALONE]
        for line in subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines():
            name, *measured = line.split("\t")
            best[name] = min(best.get(name, (float("inf"),) * 2), tuple(map(float, measured)))
    sys.stdout.write("| stage | seconds | peak |\n|---|--:|--:|" + "\n")
    for name, (seconds, peak) in best.items():
        sys.stdout.write(f"| {name} | {seconds:.3f} | {peak:.0f} MB |" + "\n")
    sys.stdout.write(f"| together | {sum(seconds for seconds, _ in best.values()):.3f} | |" + "\n")


if __name__ == "__main__":
    build(sys.argv[1]) if ALONE in sys.argv else main()
