"""What a school would install holds everything the checkout holds."""

import subprocess
import sys
import zipfile

import pytest


@pytest.fixture(scope="module")
def wheel(root, tmp_path_factory):
    out = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-index"]
    command += ["--no-build-isolation", "--no-cache-dir", "--wheel-dir", out, root]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr
    (made,) = out.glob("sharebook-*.whl")
    with zipfile.ZipFile(made) as packed:
        return {info.filename: info.file_size for info in packed.infolist()}


def expected(folder, below):
    return {
        f"{below}/{path.relative_to(folder).as_posix()}": path.stat().st_size
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and "_cache" not in str(path)
    }


@pytest.mark.slow
def test_the_wheel_holds_every_resource(root, wheel):
    resources = expected(root / "resources", "sharebook/resources")

    assert resources.items() <= wheel.items()
    assert len(resources) > 50


@pytest.mark.slow
def test_the_wheel_holds_every_module_and_the_types_mark(root, wheel):
    package = expected(root / "desktop" / "sharebook", "sharebook")

    assert package.items() <= wheel.items()
    assert "sharebook/py.typed" in wheel


@pytest.mark.slow
def test_the_wheel_holds_nothing_else(wheel):
    assert [name for name in wheel if not name.startswith(("sharebook/", "sharebook-"))] == []
