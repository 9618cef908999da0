"""Choose the window or the command line; each is imported only when it is wanted."""

import sys


def main() -> int:
    """Open the window without arguments, or on a register's folder; else run the command."""
    from sharebook.bootstrap.hardening import harden

    harden()
    try:
        return _chosen()
    except KeyboardInterrupt:  # while libraries were still loading
        print("Stopped. Nothing was half-done.", file=sys.stderr)
        return 1


def _chosen() -> int:
    arguments = sys.argv[1:]
    if not arguments or (len(arguments) == 1 and arguments[0].endswith(".sharebook")):
        return open_window(arguments)
    from sharebook.cli.main import run

    return run(arguments, open_window)


def open_window(arguments: list[str]) -> int:
    """Open the window; `arguments` may name a register's folder. Return the exit code."""
    from sharebook.bootstrap.crash_reports import catch_crashes

    catch_crashes()
    from sharebook.ui.app import run

    return run(arguments)


if __name__ == "__main__":
    sys.exit(main())
