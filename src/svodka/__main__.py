"""``python -m svodka``: the command line."""

from svodka.cli import main

if __name__ == "__main__":
    main()
