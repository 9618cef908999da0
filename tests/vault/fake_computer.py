"""Another computer than this one, as far as places go."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from sharebook.vault.places_around import Drive


@dataclass
class FakeComputer:
    """`Surroundings` a test fills in; nothing of the real disk is asked."""

    environ: Mapping[str, str] = field(default_factory=dict)
    home: Path = Path("/home/pat")
    links: dict[str, str] = field(default_factory=dict)
    entries: set[str] = field(default_factory=set)
    files: dict[str, str] = field(default_factory=dict)
    roots: dict[str, str] = field(default_factory=dict)
    clouds: set[str] = field(default_factory=set)
    drives: dict[str, Drive] = field(default_factory=dict)
    temporary: list[Path] = field(default_factory=list)
    roams: bool = False
    open_folders: set[str] = field(default_factory=set)

    def real(self, folder: Path) -> Path:
        for link, target in self.links.items():
            if folder.is_relative_to(link):
                return Path(target) / folder.relative_to(link)
        return folder

    def holds(self, folder: Path, name: str) -> bool:
        return str(folder / name) in self.entries

    def read(self, file: Path) -> str:
        return self.files.get(str(file), "")

    def sync_roots(self) -> Mapping[str, str]:
        return self.roots

    def is_cloud_file(self, folder: Path) -> bool:
        return str(folder) in self.clouds

    def profile_roams(self) -> bool:
        return self.roams

    def drive(self, folder: Path) -> Drive:
        inside = [root for root in self.drives if folder.is_relative_to(root)]
        return self.drives[max(inside, key=len)] if inside else Drive()

    def temporary_folders(self) -> list[Path]:
        return self.temporary

    def others_may_look(self, folder: Path) -> bool:
        return str(folder) in self.open_folders


@dataclass
class FakeWindows:
    """Drive types and registry keys a test fills in."""

    types: dict[str, int] = field(default_factory=dict)
    keys: dict[tuple[str, str], dict[str, dict[str, object]]] = field(default_factory=dict)

    def drive_type(self, root: str) -> int:
        return self.types.get(root, 3)

    def below(self, hive: str, path: str, inner: str = "") -> dict[str, Mapping[str, object]]:
        last = path.rpartition("\\")[2]
        return dict(self.keys.get((hive, last), {}))
