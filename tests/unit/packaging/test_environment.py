"""The environment in the checkout: made for real, in a folder whose name has a space and letters beyond ASCII."""

import base64
import hashlib
import zipfile
from pathlib import Path

import pytest

from environment import Environment, SetUpError

RECORD = "tiny-1.0.dist-info/RECORD"
FILES = {
    "tiny.py": "ANSWER = 1\n",
    "tiny-1.0.dist-info/METADATA": "Metadata-Version: 2.1\nName: tiny\nVersion: 1.0\n",
    "tiny-1.0.dist-info/WHEEL": "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
}


@pytest.fixture(scope="module")
def parts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one small wheel, so that nothing is fetched."""
    wheel = tmp_path_factory.mktemp("parts") / "tiny-1.0-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        for name, text in FILES.items():
            archive.writestr(name, text)
        archive.writestr(
            RECORD, "".join(f"{name},sha256={_digest(text)},\n" for name, text in FILES.items()) + f"{RECORD},,\n"
        )
    return wheel


def _digest(text: str) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).decode().rstrip("=")


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory, parts: Path) -> Environment:
    checkout = tmp_path_factory.mktemp("Prüf stand")
    (checkout / "packaging").mkdir()
    made = Environment(checkout)
    write_list(made, parts)
    return made


@pytest.fixture(autouse=True)
def offline(monkeypatch: pytest.MonkeyPatch, parts: Path):
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(parts.parent))
    monkeypatch.setenv("PYTHONPATH", "/nowhere")


def write_list(environment: Environment, parts: Path, digest: str = "") -> None:
    digest = digest or hashlib.sha256(parts.read_bytes()).hexdigest()
    for name in ("requirements.txt", "requirements-test.txt"):
        text = f"# {name}\ntiny==1.0 --hash=sha256:{digest}\n"
        (environment.checkout / "packaging" / name).write_text(text, encoding="utf-8")


def test_it_is_made_used_renewed_and_refused(
    environment: Environment, parts: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    """One story, because each environment takes seconds to make."""
    monkeypatch.setenv("PIP_TARGET", str(environment.checkout / "elsewhere"))
    environment.provide("test")
    assert environment.succeeds("-c", "import tiny, sys, os; sys.exit('PYTHONPATH' in os.environ)")
    assert "Making the Python environment" in capfd.readouterr().out

    environment.provide("test")
    environment.provide("app")
    assert capfd.readouterr().out == "", "the parts for the tests contain those for the app"

    environment.python.unlink()
    environment.provide("app")
    assert environment.succeeds("-c", "import tiny"), "a broken environment is made again"
    capfd.readouterr()

    write_list(environment, parts, digest="0" * 64)
    (environment.folder / "installed-app").write_text("of an older list", encoding="ascii")
    environment.run("-m", "pip", "uninstall", "--quiet", "--yes", "tiny")
    with pytest.raises(SetUpError, match="Not every part could be installed"):
        environment.provide("app")
    assert not environment.succeeds("-c", "import tiny"), "a part with another hash is not installed"
    with pytest.raises(SetUpError):
        environment.provide("app")


def test_a_program_that_hangs_counts_as_failed(environment: Environment):
    assert not environment.succeeds("-c", "input()", seconds=0.0)
