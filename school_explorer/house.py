"""Where the project lies: beside this folder in a checkout, within it where it was installed."""

from pathlib import Path

_HERE = Path(__file__).resolve().parent


def house_of(folder: Path) -> Path:
    """The folder that holds app.py, `model` and `data`.

    A wheel puts them into `school_explorer/house`, so that no package of another project is called `model`.
    """
    within = folder / "house"
    return within if within.is_dir() else folder.parent


HOUSE = house_of(_HERE)
