"""What is shared speaks of Sharebook alone: no machine, no address of a shop, nobody real."""

import re

import pytest

# Written in two halves, so that this file passes its own test.
OF_A_MACHINE = ["/ro" + "ot/", "/wo" + "rk/", "/t" + "mp/"]
OF_A_SHOP = [
    "py" + "pi.org",
    "python" + "hosted",
    "npm" + "js.",
    "deb." + "debian",
    "--find" + "-links",
]
INVENTED_DOMAIN = re.compile(r"(^|\.)(example(\.[a-z]+)*|test|invalid|localhost)$")
MAIL = re.compile(r"[\w.+-]+@([\w-]+(?:\.[\w-]+)+)")
PHONE = re.compile(r"(?<![\w.,-])0\d{2,4}[ -]\d{3,4}[ -]?\d{3,4}(?![\w-])")
# The ranges the telephone regulator keeps free for drama: nobody will ever be rung.
FOR_DRAMA = re.compile(r"01632960\d{3}|01\d{2}4960\d{3}|02079460\d{3}|07700900\d{3}|08081570\d{3}")


def lines_with(texts, needle: str) -> list[str]:
    return [
        f"{path.as_posix()}:{number}"
        for path, text in texts.items()
        for number, line in enumerate(text.splitlines(), 1)
        if needle in line
    ]


@pytest.mark.parametrize("place", OF_A_MACHINE)
def test_no_file_names_a_place_on_one_machine(shared_texts, place):
    assert lines_with(shared_texts, place) == []


@pytest.mark.parametrize("address", OF_A_SHOP)
def test_no_file_says_where_packages_come_from(shared_texts, address):
    assert lines_with(shared_texts, address) == []


def test_every_mail_address_is_invented(shared_texts):
    found = {
        (path.as_posix(), match[0])
        for path, text in shared_texts.items()
        if path.suffix in {".py", ".toml", ".txt", ".csv", ".json", ".md"}
        and not path.name.startswith("OFL-")
        for match in MAIL.finditer(text)
        if not INVENTED_DOMAIN.search(match[1])
    }

    assert found == set()


def test_no_telephone_number_rings_anywhere(shared_texts):
    found = {
        (path.as_posix(), match[0])
        for path, text in shared_texts.items()
        if path.suffix in {".py", ".toml", ".txt", ".csv", ".json", ".md"}
        and path.as_posix().startswith(("desktop", "tests", "resources"))
        for match in PHONE.finditer(text)
        if not FOR_DRAMA.fullmatch(re.sub(r"\D", "", match[0]))
    }

    assert found == set()


def test_every_text_ends_with_one_line_end(shared_texts):
    kinds = {".py", ".toml", ".md", ".sql", ".qss", ".yaml"}
    odd = [
        path.as_posix()
        for path, text in shared_texts.items()
        if path.suffix in kinds and text and (not text.endswith("\n") or text.endswith("\n\n"))
    ]

    assert odd == []


def test_nothing_is_left_for_later_in_the_code(modules, root):
    later = re.compile(r"\b(TO" r"DO|FIX" r"ME|XX" r"X)\b|raise NotImplemented" r"Error")
    found = [p.as_posix() for p in modules if later.search((root / p).read_text(encoding="utf-8"))]

    assert found == []
