"""Compare ctoc-report with pandoc, and print a table of ratios: `compare.py [--only PART …]`.

Both make the same Word files: ctoc-report from the records, pandoc from the Markdown that ctoc-report wrote of them.
Whole processes are measured: wall time, processor time, and peak memory as the system counts it. The contenders take
turns, and the best of several rounds counts, since a machine that does other things as well can only make them slower;
on a busy one, processor time is the surer figure. What a first run leaves behind (compiled Python, the cache) is there
before the first round, except where a row says otherwise.
"""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
import tempfile
import time
from functools import cache
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
SAMPLE = HERE.parents[1] / "sample_data" / "cop12-trafficking-in-persons"
LANGUAGES = ("en", "fr")
ROUNDS = {1_000: 5, 2_500: 3, 5_000: 2, 10_000: 2}
"""How many rounds are run with projects of so many records."""

Command = tuple[str, ...]


class Contender(NamedTuple):
    """What is measured: commands to be run one after the other; `fresh` ones find an empty cache."""

    name: str
    commands: tuple[Command, ...]
    fresh: bool = False


class Reading(NamedTuple):
    """Seconds of wall time, seconds that the processor worked, and megabytes at the peak."""

    seconds: float
    processor: float
    megabytes: float

    def __str__(self) -> str:
        return f"{self.seconds:.2f} s, {self.megabytes:.0f} MB"


class Ratios(NamedTuple):
    """How much of their wall time, processor time and memory we take."""

    time: float
    processor: float
    memory: float


class Goal(NamedTuple):
    """The ratios that are hoped for; None where nothing is."""

    time: float | None = None
    memory: float | None = None


class Row(NamedTuple):
    """One comparison: what with what, both readings, and the goal; ours is of `per` times as much work as theirs."""

    what: str
    against: str
    ours: Reading
    theirs: Reading
    goal: Goal = Goal()
    per: float = 1

    @property
    def ratios(self) -> Ratios:
        """Ours by theirs, for the same work."""
        return Ratios(*(our / their / self.per for our, their in zip(self.ours, self.theirs, strict=True)))

    @property
    def reached(self) -> str:
        """Whether all goals are reached; empty without a goal."""
        pairs = [(self.ratios.time, self.goal.time), (self.ratios.memory, self.goal.memory)]
        hoped = [ratio <= goal for ratio, goal in pairs if goal is not None]
        return ("yes" if all(hoped) else "**no**") if hoped else ""


# --- measuring --------------------------------------------------------------------------------------------------------


def best(contenders: list[Contender], rounds: int, home: Path) -> dict[str, Reading]:
    """Return the best times and the best peak of each contender by its name; they take turns."""
    readings: dict[str, list[Reading]] = {contender.name: [] for contender in contenders}
    for round_ in range(rounds):
        turn = round_ % len(contenders)
        for contender in contenders[turn:] + contenders[:turn]:
            readings[contender.name].append(_measured(contender, home))
    return {name: Reading(*map(min, zip(*all_, strict=True))) for name, all_ in readings.items()}


def _measured(contender: Contender, home: Path) -> Reading:
    with tempfile.TemporaryDirectory(dir=home) as empty:
        environment = {**os.environ, "XDG_CACHE_HOME": empty if contender.fresh else str(home / "cache")}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        runs = [_run(command, environment) for command in contender.commands]
    seconds, processor, megabytes = zip(*runs, strict=True)
    return Reading(sum(seconds), sum(processor), max(megabytes))


def _run(command: Command, environment: dict[str, str]) -> Reading:
    """Run a command to its end (Linux and macOS: the system tells the peak of this one child).

    A child's peak is never told as less than what its parent takes, so nothing large is loaded or kept here.
    """
    begun = time.perf_counter()
    child = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    seconds = time.perf_counter() - begun
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(f"ended with {child.returncode}: {' '.join(command)}")
    processor = usage.ru_utime + usage.ru_stime
    return Reading(seconds, processor, usage.ru_maxrss / (1024**2 if sys.platform == "darwin" else 1024))


# --- contenders -------------------------------------------------------------------------------------------------------


def ours(*arguments: object) -> Command:
    """Return a call of ctoc-report."""
    return (sys.executable, "-m", "ctoc_report", *map(str, arguments))


def pandoc(markdown: Path, *options: str) -> Command:
    """Return a call of pandoc that makes a Word file of a Markdown file."""
    return (pandoc_path(), *options, str(markdown), "-o", str(markdown.with_suffix(".docx")))


@cache
def pandoc_path() -> str:
    """Return where pandoc is."""
    return _answer(sys.executable, "-c", "import pypandoc; print(pypandoc.get_pandoc_path())")


def _answer(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


class Bench:
    """The comparisons, each part of them a method that returns rows; files are put into `home`."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.records = cache(self._records)

    def start(self) -> list[Row]:
        """Return what it takes to answer `--help` and `--version`, against the library that reads the command line."""
        bare = Contender("import typer", ((sys.executable, "-c", "import typer"),))
        asked = [Contender(option, (ours(option),)) for option in ("--help", "--version")]
        found = best([bare, *asked], 15, self.home)
        return [Row(f"`{one.name}`", f"`{bare.name}`", found[one.name], found[bare.name], Goal(2)) for one in asked]

    def sample(self) -> list[Row]:
        """Return the sample against pandoc."""
        return self._rows("sample", self._readings(SAMPLE, 7), Goal(1))

    def thousand(self) -> list[Row]:
        """Return 1,000 records against pandoc."""
        return self._rows("1,000 records", self.records(1_000), Goal())

    def ten_thousand(self) -> list[Row]:
        """Return 10,000 records against pandoc."""
        return self._rows("10,000 records", self.records(10_000), Goal(0.4, 0.5))

    def growth(self) -> list[Row]:
        """Return what a record takes in larger projects, against what it takes among 1,000."""
        few, many = (self.records(count)["build"] for count in (1_000, 10_000))
        between = [(count, self._build_alone(count)) for count in (2_500, 5_000)]
        return [
            Row(f"one record among {count:,}", "among 1,000", found, few, goal, count / 1_000)
            for (count, found), goal in zip([*between, (10_000, many)], (Goal(), Goal(), Goal(1.2)), strict=True)
        ]

    def _records(self, count: int) -> dict[str, Reading]:
        return self._readings(self._generated(count), ROUNDS[count])

    def _build_alone(self, count: int) -> Reading:
        build = self._build(self._generated(count))
        return best([build], ROUNDS[count], self.home)[build.name]

    def _generated(self, count: int) -> Path:
        folder = self.home / str(count)
        _answer(sys.executable, str(HERE / "generate.py"), str(folder), str(count))
        return folder

    def _build(self, folder: Path, name: str = "build", *, fresh: bool = False) -> Contender:
        return Contender(name, (ours("build", folder, "--out", self.home / "ours"),), fresh)

    def _readings(self, folder: Path, rounds: int) -> dict[str, Reading]:
        """Return the readings of a project: `build`, `fresh`, `validate`, `pandoc` and `commonmark`."""
        out = self.home / "text"
        text = [out / f"{folder.name}.{tag}.md" for tag in LANGUAGES]
        _measured(Contender("text", (ours("build", folder, "--to", "markdown", "--out", out),)), self.home)
        contenders = [
            self._build(folder),
            Contender("pandoc", tuple(pandoc(file) for file in text)),
            Contender("commonmark", tuple(pandoc(file, "-f", "commonmark") for file in text)),
            Contender("validate", (ours("validate", folder),)),
            self._build(folder, "fresh", fresh=True),
        ]
        return best(contenders, rounds, self.home)

    def _rows(self, name: str, found: dict[str, Reading], goal: Goal) -> list[Row]:
        return [
            Row(f"{name}, `build`", "`pandoc`", found["build"], found["pandoc"], goal),
            Row(f"{name}, `build`", "`pandoc -f commonmark`", found["build"], found["commonmark"]),
            Row(f"{name}, `build` with an empty cache", "`pandoc`", found["fresh"], found["pandoc"]),
            Row(f"{name}, `validate`", "`pandoc`", found["validate"], found["pandoc"]),
        ]


PARTS = {
    "start": Bench.start,
    "sample": Bench.sample,
    "1000": Bench.thousand,
    "10000": Bench.ten_thousand,
    "growth": Bench.growth,
}

# --- the table --------------------------------------------------------------------------------------------------------

HEAD = """\
| ctoc-report | against | time | processor | memory | goal | reached | ours | theirs |
|---|---|--:|--:|--:|---|---|--:|--:|"""


def line(row: Row) -> str:
    """Return a row of the table."""
    hoped = [f"{name} ≤ {goal}" for name, goal in zip(Goal._fields, row.goal, strict=True) if goal is not None]
    cells = (*(f"{ratio:.2f}" for ratio in row.ratios), ", ".join(hoped), row.reached, str(row.ours), str(row.theirs))
    return f"| {' | '.join((row.what, row.against, *cells))} |"


def circumstances() -> str:
    """Return what the figures depend on."""
    versions = f"Python {platform.python_version()}, {_answer(pandoc_path(), '--version').splitlines()[0]}"
    return f"{versions}, {platform.system()} on {platform.machine()}, {os.cpu_count()} processors."


def main() -> None:
    """Measure the parts asked for, and print the table line by line."""
    parser = argparse.ArgumentParser(description="Compare ctoc-report with pandoc, in ratios of time and memory.")
    parser.add_argument("--only", nargs="+", choices=PARTS, default=list(PARTS), help="the parts to run; default: all")
    parts = parser.parse_args().only
    _say(HEAD)
    with tempfile.TemporaryDirectory() as home:
        bench = Bench(Path(home))
        for part in parts:
            _say(*map(line, PARTS[part](bench)))
    _say("", circumstances())


def _say(*lines: str) -> None:
    print(*lines, sep="\n", flush=True)  # noqa: T201  (the table is the result)


if __name__ == "__main__":
    main()
