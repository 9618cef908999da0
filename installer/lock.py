"""Remakes the lock files from pyproject.toml; run it after changing a dependency.

    pip install uv
    python installer/lock.py

Each file holds exact versions with the hashes of every published wheel, with markers for Linux
and Windows and Python 3.11 to 3.13. ``dev.txt`` holds ``run.txt``, the dev extra and the build
backend. No address is written: where packages come from is the machine's own setting.
"""

import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ROOT / "installer" / "locks"
COMPILE = ["uv", "pip", "compile", "--quiet", "--universal", "--python-version", "3.11"]
COMPILE += ["--only-binary", ":all:", "--generate-hashes", "--no-emit-index-url"]
COMPILE += ["--no-header", "--no-annotate"]


def main() -> int:
    """Write both lock files; return 0."""
    project = ROOT / "pyproject.toml"
    _compile("run", [str(project)])
    with tempfile.TemporaryDirectory() as folder:
        backend = Path(folder, "build.in")
        backend.write_text("\n".join(build_requirements()), encoding="utf-8")
        shared = ["--constraint", str(LOCKS / "run.txt")]
        _compile("dev", [str(project), str(backend), "--extra", "dev", *shared])
    return 0


def build_requirements() -> Sequence[str]:
    """Return what builds the wheel."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    needed: Sequence[str] = settings["build-system"]["requires"]
    return needed


def _compile(name: str, sources: Sequence[str]) -> None:
    target = LOCKS / f"{name}.txt"
    target.unlink(missing_ok=True)  # else uv keeps the versions that stand there
    subprocess.run([*COMPILE, *sources, "--output-file", target], check=True)
    print(f"Wrote {target.relative_to(ROOT)}")


if __name__ == "__main__":
    sys.exit(main())
