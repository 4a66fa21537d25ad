"""The method as this user has it: the shipped content, the packs of the user data folder, and those of a project.

A pack lies in the folder ``packs`` of the user data folder and is then used for every project. For one project it lies
beside the file: in ``NAME.packs`` beside ``NAME.readiness.json``, or in ``packs``, from which a project takes what it was
answered with. Of two packs with one file name that of the user data folder is used.
"""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.files.home import home
from desktop.method import Method, load_method
from desktop.workbook import Workbook

if TYPE_CHECKING:
    from desktop.method.pack_check import CheckedPack
    from desktop.method.pack_problems import PackProblem

FOLDER = "packs"
_ONLY_LATER = ("requires-missing", "requires-newer")  # another pack of the folder may bring it


@dataclass(frozen=True)
class Installed:
    """The method with every pack that can be used, and what is wrong with those that cannot; they are left out."""

    method: Method
    problems: tuple["PackProblem", ...]


def user_packs() -> Path:
    """Where a user's own packs lie. The folder may not exist."""
    return home() / FOLDER


def installed(project: Path | None = None, workbook: Workbook | None = None) -> Installed:
    """The method for ``project``, which holds ``workbook``; without them what holds for every project.

    A method without packs is the shipped one itself, read once.
    """
    places = {place.stem: place for place in _of_project(project, workbook)}
    places |= {place.stem: place for place in _inside(user_packs())}
    return _with(load_method(), [places[name] for name in sorted(places)])


def _of_project(project: Path | None, workbook: Workbook | None) -> list[Path]:
    """The packs that lie beside a project and are meant for it."""
    if project is None:
        return []
    name = project.name.removesuffix(".json").removesuffix(".readiness")
    named = workbook.methods if workbook is not None else {}
    shared = [place for place in _inside(project.parent / FOLDER) if place.stem in named]
    return [*shared, *_inside(project.parent / f"{name}.{FOLDER}")]


def check_pack_at(path: Path) -> "CheckedPack":
    """Check one pack beside the shipped content and the user's other packs. Its own former version is not in its way."""
    from desktop.method.pack_check import check_pack

    here = path.resolve()
    others = [place for place in _inside(user_packs()) if place.resolve() != here]
    alone = check_pack(path, load_method())
    found = _with(load_method(), others).method if others else load_method()
    if alone.pack is not None and alone.pack.id in found.packs:
        return alone
    return check_pack(path, found) if others else alone


def _inside(folder: Path) -> list[Path]:
    """Files and folders that can be packs, by name."""
    try:
        found = sorted(folder.iterdir())
    except OSError:
        return []
    return [place for place in found if place.is_dir() or place.suffix.lower() in (".yaml", ".yml")]


def _with(method: Method, places: list[Path]) -> Installed:
    """Add packs until no more can be added: one may need another that comes later by name."""
    if not places:
        return Installed(method, ())
    from desktop.method.pack_check import check_pack
    from desktop.method.pack_merge import with_packs

    waiting = places
    while waiting:
        left = []
        for place in waiting:
            checked = check_pack(place, method)
            if checked.pack is not None:
                method = with_packs(method, (checked.pack,))
            else:
                left.append(checked)
        if len(left) == len(waiting) or not any(_may_come(checked) for checked in left):
            return Installed(method, tuple(problem for checked in left for problem in _named(checked)))
        waiting = [checked.path for checked in left]
    return Installed(method, ())


def _may_come(checked: "CheckedPack") -> bool:
    return any(problem.code in _ONLY_LATER for problem in checked.problems)


def _named(checked: "CheckedPack") -> list["PackProblem"]:
    """The mistakes with the pack's name before that of its file."""
    name = checked.path.name
    return [
        problem if problem.file == name else replace(problem, file=f"{name}/{problem.file}")
        for problem in checked.problems
    ]
