"""Every code the program raises has its sentence, and every sentence has somebody who says it."""

import ast
import re
import tomllib
from collections.abc import Iterator
from string import Formatter

import pytest

from sharebook.words.sentences import all_sentences

SPOKEN = {"Refused": 2, "Trouble": 1, "Finding": 4, "sentence": 2}  # name → positional arguments
CODE = re.compile(r"[a-z][a-z0-9_]*")


def name_of(call: ast.Call) -> str:
    return getattr(call.func, "id", getattr(call.func, "attr", ""))


def calls(modules) -> Iterator[tuple[str, ast.Call]]:
    for path, nodes in modules.items():
        for node in nodes:
            if isinstance(node, ast.Call) and name_of(node) in SPOKEN:
                yield f"{path.as_posix()}:{node.lineno}", node


def codes_of(call: ast.Call) -> list[str]:
    """Return the codes that stand in the call itself; a code from a variable is not seen here."""
    named = [each.value for each in call.keywords if each.arg == "code"]
    first = call.args[0] if call.args else named[0] if named else None
    choices = [first.body, first.orelse] if isinstance(first, ast.IfExp) else [first]
    constants = [each.value for each in choices if isinstance(each, ast.Constant)]
    return [each for each in constants if isinstance(each, str)]


def literals(modules) -> set[str]:
    return {
        node.value
        for nodes in modules.values()
        for node in nodes
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def patterns(modules) -> list[re.Pattern[str]]:
    """Return what f-strings such as ``f"{which}_unnamed"`` may turn into."""
    found = []
    for nodes in modules.values():
        for node in nodes:
            if isinstance(node, ast.JoinedStr):
                parts = [str(p.value) if isinstance(p, ast.Constant) else "" for p in node.values]
                if CODE.fullmatch("".join(parts).strip("_")):
                    found.append("".join(re.escape(part) if part else r"\w+" for part in parts))
    return [re.compile(pattern) for pattern in found]


def places(text: str) -> set[str]:
    """Return the names of the facts a sentence mentions."""
    names = {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    return {re.split(r"[.\[]", name)[0] for name in names}


def facts_of(call: ast.Call) -> set[str] | None:
    """Return the facts a call gives, or None if they come from a variable."""
    if any(each.arg is None for each in call.keywords):
        return None
    if name_of(call) in {"Refused", "Trouble"}:
        return {each.arg for each in call.keywords if each.arg} - {"code", "field"}
    given = [each.value for each in call.keywords if each.arg == "facts"]
    given += call.args[SPOKEN[name_of(call)] - 1 : SPOKEN[name_of(call)]]
    if not given:
        return set()
    keys = given[0].keys if isinstance(given[0], ast.Dict) else [None]
    named = {str(key.value) for key in keys if isinstance(key, ast.Constant)}
    return named if len(named) == len(keys) else None


def said_in_catalogues(root) -> set[str]:
    rows = (root / "resources" / "catalogues").glob("*.toml")
    texts = [path.read_text(encoding="utf-8") for path in rows]
    return {word for text in texts for word in re.findall(r'"([a-z][a-z0-9_]*)"', text)}


def test_every_code_has_its_sentence(modules):
    missing = {
        where: code
        for where, call in calls(modules)
        for code in codes_of(call)
        if code not in all_sentences()
    }

    assert missing == {}


def test_every_sentence_is_said_by_somebody(modules, root):
    known = literals(modules) | said_in_catalogues(root)
    endings = tuple(text for text in known if CODE.fullmatch(text[1:]) and text[0] == "_")
    built = patterns(modules)

    def said(code: str) -> bool:
        stems = [code[: -len(end)] for end in endings if code.endswith(end)]
        return any(each in known for each in [code, *stems]) or any(
            pattern.fullmatch(code) for pattern in built
        )

    assert [code for code in all_sentences() if not said(code)] == []


def test_every_fact_a_sentence_mentions_is_given(modules):
    lacking = {}
    for where, call in calls(modules):
        given = facts_of(call)
        for code in codes_of(call):
            wanted = places(all_sentences().get(code, ""))
            if given is not None and not wanted <= given:
                lacking[f"{where} {code}"] = wanted - given

    assert lacking == {}


def test_a_code_is_a_name_and_never_the_sentence_itself(modules):
    odd = {where: codes_of(call) for where, call in calls(modules)}

    assert {w: codes for w, codes in odd.items() if not all(map(CODE.fullmatch, codes))} == {}


def sentence_files(root):
    return sorted((root / "resources" / "sentences").glob("*.toml"))


def test_sentences_end_like_sentences(root):
    """A heading or a label may stand without a stop, but no line ends in the air."""
    odd = [
        code
        for path in sentence_files(root)
        for code, text in tomllib.loads(path.read_text(encoding="utf-8")).items()
        if not text.strip() or text != text.strip() or text.endswith((",", ";", "  "))
    ]

    assert odd == []


@pytest.mark.parametrize("word", ["error", "invalid", "exception", "null", "sqlite"])
def test_sentences_speak_the_office_s_language(word):
    spoken = re.compile(rf"\b{word}\b", re.IGNORECASE)

    assert [code for code, text in all_sentences().items() if spoken.search(text)] == []
