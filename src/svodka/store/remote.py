"""Run folders that lie elsewhere: written on this machine, and copied to their address shard by shard."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from svodka.core.errors import StorageError, UsageError
from svodka.ingest.remote import file_system, is_remote
from svodka.store.files import INPUTS, MANIFEST, PART


class Mirror:
    """A copy of a run folder at an address of fsspec's; a file there is whole or not there.

    Args:
        folder: The run folder on this machine.
        address: Where it is copied to.
    """

    def __init__(self, folder: Path, address: str) -> None:
        self._folder = folder
        self._system, path = file_system(address)
        self._base = path.rstrip("/")
        self._sent: dict[str, tuple[int, int]] = {}

    def exists(self) -> bool:
        """Tell whether a run lies there, finished or not."""
        return any(self._system.exists(f"{self._base}/{name}") for name in (MANIFEST, INPUTS, INPUTS + PART))

    def fetch(self) -> None:
        """Bring here what lies there."""
        for path in self._system.find(self._base):
            name = str(path).removeprefix(self._base + "/")
            (self._folder / name).parent.mkdir(parents=True, exist_ok=True)
            self._system.get_file(path, str(self._folder / name))

    def send(self) -> None:
        """Send what has changed, the manifest last, and remove there what is no longer here.

        Raises:
            StorageError: The address cannot be written.
        """
        files = {f.relative_to(self._folder).as_posix(): f for f in self._folder.rglob("*") if f.is_file()}
        try:
            for name in sorted(files, key=lambda name: (name == MANIFEST, name)):
                stat = files[name].stat()
                if self._sent.get(name) != (stat.st_size, stat.st_mtime_ns):
                    self._system.makedirs(f"{self._base}/{name}".rpartition("/")[0], exist_ok=True)
                    self._system.put_file(str(files[name]), f"{self._base}/{name}")
                    self._sent[name] = (stat.st_size, stat.st_mtime_ns)
            for path in self._system.find(self._base):
                if str(path).removeprefix(self._base + "/") not in files:
                    self._system.rm_file(path)
        except OSError as error:
            raise StorageError(f"{self._base} cannot be written ({error}); go on with --resume") from error


@contextmanager
def run_folder(output: str, *, force: bool, resume: bool) -> Iterator[tuple[Path, Callable[[], None]]]:
    """Give the folder in which to write a run, and a call that makes safe elsewhere what is finished so far.

    Args:
        output: A folder, or an address: then the run is written beside, and sent there when the block ends, however.
        force: Replace what lies there.
        resume: Take up what lies there.

    Raises:
        UsageError: A run lies at the address, and is neither to be replaced nor taken up.
    """
    if not is_remote(output):
        yield Path(output), lambda: None
        return
    with tempfile.TemporaryDirectory(prefix="svodka-") as folder:
        mirror = Mirror(Path(folder), output)
        if mirror.exists() and not force:
            if not resume:
                raise UsageError(f"{output} holds a run; add to it with --resume, replace it with --force")
            mirror.fetch()
        try:
            yield Path(folder), mirror.send
        finally:
            mirror.send()
