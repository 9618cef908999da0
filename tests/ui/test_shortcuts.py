from sharebook.ui.actions import SHORTCUTS
from sharebook.ui.rail import GROUPS


def test_no_two_shortcuts_are_alike():
    keys = [shortcut.keys for shortcut in SHORTCUTS]

    assert len(keys) == len(set(keys))


def test_every_page_of_the_rail_has_a_key():
    named = {shortcut.name for shortcut in SHORTCUTS}

    assert {place.name for group in GROUPS for place in group} <= named
