"""Choose the window or the command line; each is imported only when it is wanted."""

import sys


def main() -> int:
    """Open the window without arguments, or on a register's folder; else run the command."""
    arguments = sys.argv[1:]
    if not arguments or (len(arguments) == 1 and arguments[0].endswith(".sharebook")):
        from sharebook.ui.app import run as run_window

        return run_window(arguments)
    from sharebook.cli.main import run as run_command

    return run_command(arguments)


if __name__ == "__main__":
    sys.exit(main())
