"""`attach`, `attachments` and `record --attach`: copies of what was sent, in and out."""

import pytest

from tests.cli.test_command_line_paper import fits, shape

ENTRY = ("--to", "Children's Services", "--for", "a coat", "--pupil", "Juno", "--item", "name")


@pytest.fixture
def letter(tmp_path):
    path = tmp_path / "letter.pdf"
    path.write_bytes(b"what was sent")
    return path


@pytest.fixture
def recorded(with_pupils, letter):
    assert with_pupils("record", *ENTRY, "--attach", letter).code == 0
    return with_pupils


def test_what_is_attached_with_the_entry_is_listed_and_saved(recorded, tmp_path):
    folder = tmp_path / "copies"
    folder.mkdir()
    assert "letter.pdf, 13 bytes" in recorded("attachments", 1).out

    answer = recorded("attachments", 1, "--save", folder, "--json")

    assert fits(shape("attachments"), answer.json)
    assert (folder / "letter.pdf").read_bytes() == b"what was sent"
    assert recorded("check").code == 0


def test_more_is_attached_later_and_taken_out_again(recorded, tmp_path):
    receipt = tmp_path / "receipt.txt"
    receipt.write_bytes(b"signed")

    assert "Attached to entry 1: 2  receipt.txt, 6 bytes" in recorded("attach", 1, receipt).out
    refused = recorded("attachments", 1, "--take-out", 2)
    assert (refused.code, "Say why" in refused.err) == (1, True)
    out = recorded("attachments", 1, "--take-out", 2, "--because", "Not hers")

    assert "receipt" not in out.out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("attach", 9, "{letter}"), "no entry 9"),
        (("attach", 1, "{letter}"), "already"),
        (("attach", 1, "{letter}x"), "no file “letter.pdfx”"),
        (("attachments", 1, "--take-out", 7, "--because", "x"), "no attached file"),
        (("attach", 1, "{letter}", "--sealed"), "not yours to open"),
    ],
)
def test_what_cannot_be_is_refused(recorded, letter, words, said):
    refused = recorded(*(str(word).replace("{letter}", str(letter)) for word in words))
    assert refused.code == 1
    assert said in refused.err


def test_a_file_that_cannot_go_keeps_the_entry_from_being_written(with_pupils, letter):
    letter.write_bytes(b"")
    assert "is empty" in with_pupils("record", *ENTRY, "--attach", letter).err
    assert with_pupils("attachments", 1).code == 1


def test_the_family_s_answer_and_print_name_no_file(recorded, tmp_path):
    out = tmp_path / "log.txt"
    assert recorded("print", "log", "--pupil", "Juno", "--out", out).code == 0
    assert "coat" in out.read_text()
    assert "letter" not in out.read_text() + recorded("who", "Juno", "--json").out
