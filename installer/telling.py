"""What the person in front of the screen hears."""


class Stopped(Exception):
    """We cannot go on; the message says why and what to do, in plain English."""


def say(sentence: str) -> None:
    """Print one line now, so that it stands before what comes next."""
    print(sentence, flush=True)
