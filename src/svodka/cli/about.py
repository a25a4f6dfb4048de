"""``svodka schema``, ``models`` and ``doctor``: what svodka is and whether it is well."""

from __future__ import annotations

from typing import Annotated

import typer


def version(asked: bool) -> None:
    """Print the version and leave."""
    if asked:
        from svodka import __version__

        typer.echo(f"svodka {__version__}")
        raise typer.Exit


def schema() -> None:
    """Print the JSON Schema of a record."""
    from svodka.core.records import schema_json

    typer.echo(schema_json())


def models() -> None:
    """List the models that are installed, with their folders."""
    from svodka.language.models import DEFAULT, model_folder, read_manifest

    manifest = read_manifest(DEFAULT)
    typer.echo(f"{manifest.name} {manifest.version}\t{manifest.licence}\t{model_folder(DEFAULT)}")


def doctor(
    model: Annotated[str, typer.Option("--model", help="The model to examine.")] = "ru_press",
) -> None:
    """Check versions, weights and lexica, and extract a sentence as a self-test. Exit code 0 if all is well."""
    import platform

    from svodka import extract
    from svodka.language.models import model_folder, verify
    from svodka.settings import Settings, describe

    typer.echo(f"python {platform.python_version()}")
    for name, number in describe(Settings(model=model))["versions"].items():
        typer.echo(f"{name} {number}")
    typer.echo(f"model {model}: {model_folder(model)}")
    for weights in verify(model):
        typer.echo(f"weights {weights.purpose}: {weights.path} as expected")
    record = extract("Губернатор Брянской области прибыл в Минск 15 марта 2024 г.")
    found = [date.edtf for date in record.dates] == ["2024-03-15"] and any(e.iso == "RU-BRY" for e in record.entities)
    typer.echo("self-test: passed" if found else "self-test: FAILED, the sample sentence was not understood")
    raise typer.Exit(0 if found else 1)
