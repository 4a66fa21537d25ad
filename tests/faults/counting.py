"""Raises a number in a project again and again; several of these run at once. usage: counting.py ROOT PATH TIMES NAME"""

import sys
from pathlib import Path

root, path, times, name = sys.argv[1:]
sys.path.insert(0, root)

from desktop.files.problem import Refused  # noqa: E402
from desktop.files.project import open_project, save_project  # noqa: E402
from desktop.workbook import Person  # noqa: E402

done = 0
while done < int(times):
    opened = open_project(Path(path))
    number = f"{name}-{done}"
    people = {**opened.workbook.people, number: Person(id=number, name=number)}
    try:
        save_project(Path(path), opened.workbook.model_copy(update={"people": people}), opened)
    except Refused as refused:
        if refused.problem.code not in {"changed-on-disk", "busy"}:
            raise
    else:
        done += 1
