"""The dialogs beside the form: templates to fill it with, the regulator's questions in order."""

from sharebook.ui.screens.base import Office
from sharebook.ui.screens.record.drafts import FormDrafts
from sharebook.ui.screens.record.form import Form


def fill_from_template(office: Office, form: Form, drafts: FormDrafts) -> bool:
    """Offer the templates, fill the form from the chosen one; say whether one was chosen.

    What stood in the form waits.
    """
    from sharebook.ui.screens.record.templates import TemplatesDialog

    dialog = TemplatesDialog(form.window(), office, form)
    if not dialog.exec() or dialog.chosen is None:
        return False
    back = drafts.make_room()
    form.take_template(dialog.chosen)
    if back is not None:
        office.toast.say("The form was filled anew", back)
    return True


def show_full_form(office: Office, form: Form) -> None:
    """Show the regulator's decision form as answered, and go to the answer that is chosen."""
    from sharebook.ui.screens.record.decision_form import DecisionFormDialog, answered, go_to

    dialog = DecisionFormDialog(form.window(), answered(form, office.desk))
    if dialog.exec() and dialog.chosen:
        go_to(form, dialog.chosen)
