"""What the robot does for each picture of the guide, one line a picture.

A line is a name and what is done before the picture is taken. A word on its own is a key. `=word`
is typed, `_` standing for a space. `~` waits for long work. `passphrase` types the passphrase of
the practice school, `unlock` opens a
register with it, `code` the code of the recovery sheet, `sheet`, `list` and `page` the path of
that file, with Enter. `close` leaves a dialog.
"""

Walk = tuple[tuple[str, str], ...]

# A small school: a parent rings, something is sent to a class.
ANSWERING: Walk = (
    ("01-unlock", ""),
    ("02-today", "unlock"),
    ("03-three-letters", "F2 =jun"),
    ("04-callers", "Return"),
    ("05-answer", "Down Tab space"),
    ("06-call-kept", "ctrl+Return"),
    ("07-ask-first", "~ ~ ~ shift+Tab Down"),
    ("08-to-whom", "F3 =nur"),
    ("09-which-pupils", "Return =king"),
    ("10-except", "Return =bea"),
    ("11-law", "Return Tab =aller Return"),
    ("12-use-this", "alt+u"),
    ("13-saved", "ctrl+Return"),
    ("refused-who", "alt+3 =gaz Return =juno Return Tab =name Return Tab =to_print_a_story"),
    ("refused", "alt+y =no_consent_for_the_paper"),
    ("past-day", "F2 =jun Return Down Tab space alt+d =1_march_2025 Return"),
    ("14-told", "F2 =jun Return Down Tab space"),
    ("15-log", "F4 ~"),
)

# A computer on which Sharebook was never opened; the practice school.
PRACTICE: Walk = (
    ("first-choice", ""),
    ("practice-ready", "Return ~ ~ ~"),
    ("unlock", "Return ~"),
    ("today", "unlock"),
    ("pupils", "ctrl+1 =juno Down Return"),
    ("child-answer", "alt+n"),
    ("contacts", "alt+c"),
    ("add-pupil", "alt+a =Testley Tab =Mo Tab Tab =14/3/2019 Tab =2"),
    ("details", "close ctrl+f ctrl+a =alba Down Return alt+d"),
    ("recipients", "ctrl+2 =nur Down Return"),
    ("purpose", "Down Return ~"),
    ("catalogue", "close alt+c ~"),
    ("log", "close ctrl+3 ~"),
    ("log-entry", "Down Return"),
    ("history", "alt+w ~"),
    ("mistake", "close alt+m =It_was_never_sent"),
    ("correction", "ctrl+a BackSpace close alt+p"),
    ("notice", "ctrl+5 ~"),
    ("report", "ctrl+6 ~"),
    ("article-30", "Down ~"),
    ("agreement", "Down ~"),
    ("keys", "shift+F1"),
    ("settings", "close ctrl+comma"),
    ("find", "close ctrl+k =jun"),
    ("help", "close ctrl+0 F1"),
    ("locked", "F1 ctrl+l ~"),
    ("recovery-door", "Tab Tab space"),
)

# The same computer; our own school.
OURS: Walk = (
    ("school", "Tab Return =Example_Lane_Primary_School Tab Tab Tab =Pat_Inkwell"),
    ("passphrase", "Return passphrase"),
    ("recovery-sheet", "Return passphrase Return ~"),
    ("typed-back", "Tab space sheet ~ code"),
    ("whom", "Return ~"),
    ("page", "Return ~"),
    ("page-read", "Tab space page ~"),
    ("today-empty", "Return ~"),
    ("bring-in", "ctrl+7"),
    ("pupil-list", "Return list ~"),
    ("brought-in", "ctrl+Return ~"),
)

# The small school, opened by its safeguarding lead.
SEALED: Walk = (
    ("sealed-record", "unlock F3 =nur Return =juno Return Tab =safeguarding Return ~"),
    ("sealed-log", "ctrl+Return ~ ctrl+3 ~ alt+d ~"),
    ("sealed-pupil", "ctrl+1 =juno Down Return ~"),
    ("register", "ctrl+8 ~ ctrl+Return ~ ~"),
    ("people", "Tab Return ~"),
    ("keeping", "ctrl+8 ~ Tab Tab Tab Return ~ Right Right ~"),
    ("backups", "ctrl+8 ~ Tab Tab Return ~ ctrl+Return ~ ~"),
    ("restore", "Tab Tab Tab Return ~ passphrase Return ~ ~"),
)

WALKS = {"answering": ANSWERING, "practice": PRACTICE, "ours": OURS, "sealed": SEALED}
