"""Bring in a list of pupils: new ones, changes, class moves; leavers are never inferred."""

from dataclasses import replace

from sharebook.domain.catalogue import Catalogues
from sharebook.domain.clock import Clock
from sharebook.domain.errors import Refused
from sharebook.domain.names import PupilId, Seq, SpellId
from sharebook.domain.preview import Fate, Held, Outcome, PupilFile, PupilPlan, PupilPreview
from sharebook.domain.pupils import Pupil, Spell, spell_on
from sharebook.intake.dates import DateOrder
from sharebook.intake.pupils import read_pupils
from sharebook.services.importing_enrolment import Registrations
from sharebook.services.importing_match import Book, Matcher
from sharebook.services.importing_plan import Source, plan_for
from sharebook.services.ports import Progress, Register, Writer
from sharebook.words.sentences import sentence


class ImportPupils:
    """Compares a pupil file with the register, then writes what a person has seen."""

    def __init__(self, register: Register, catalogues: Catalogues, clock: Clock) -> None:
        self._register = register
        self._catalogues = catalogues
        self._clock = clock

    def preview(self, name: str, data: bytes, order: DateOrder | None = None) -> PupilPreview:
        """Return what bringing in the file would do; nothing is written.

        Args:
            name: the file's own name.
            data: everything in it.
            order: a person's answer where days and months cannot be told apart.

        Raises:
            Refused: the file as a whole cannot be read as a list of pupils.
        """
        seen = self._register.head().seq
        today = self._clock.today()
        file = read_pupils(name, data, today, order)
        book = Book.of(self._register.current(Pupil), self._register.current(Spell))
        matcher = Matcher(book)
        plans: list[PupilPlan] = []
        registrations = Registrations(self._catalogues.enrolments)
        matcher.warnings += registrations.unread(file.rows)
        for row in map(registrations.read, file.rows):
            match = matcher.match(row)
            if match is None:
                continue
            plan = plan_for(row, match.known, book, Source(today, file.columns))
            if match.known and match.by_name and plan.fate is not Fate.SAME:
                matcher.ask(row, match.known)
            else:
                plans.append(plan)
        return _preview(file, plans, matcher, self._leavers(file, matcher, book), seen)

    def apply(self, preview: PupilPreview, person: str, progress: Progress) -> PupilPreview:
        """Write what `preview` shows, in `person`'s name, in one transaction.

        Returns:
            The same preview with the outcome "applied".

        Raises:
            Refused: a question is open, or the register has changed since the preview.
            Cancelled: `progress` was stopped; nothing was written.
        """
        if not preview.can_apply:
            raise Refused("import_not_ready")
        due = [plan for plan in preview.plans if plan.fate is not Fate.SAME]
        if due:
            self._write(preview, due, person, progress)
        return replace(preview, outcome=Outcome.APPLIED)

    def _write(
        self, preview: PupilPreview, due: list[PupilPlan], person: str, progress: Progress
    ) -> None:
        doing = sentence("import_doing")
        with self._register.writing(person) as writer:
            if self._register.head().seq != preview.seen:
                raise Refused("import_register_changed")
            for done, plan in enumerate(due):
                progress.report(done, len(due), doing)
                _write_plan(writer, plan, preview.name)
            progress.report(len(due), len(due), doing)

    def _leavers(self, file: PupilFile, matcher: Matcher, book: Book) -> tuple[Pupil, ...]:
        """Return who is on roll today and not in the file, held rows counted as in it."""
        if file.outcome is not Outcome.READY:
            return ()
        today = self._clock.today()
        matcher.note_in_file(file.held)
        return tuple(
            known.record
            for known in book.pupils
            if known.record.id not in matcher.seen
            and spell_on(tuple(spell.record for spell in book.spells[known.record.id]), today)
        )


def _preview(
    file: PupilFile,
    plans: list[PupilPlan],
    matcher: Matcher,
    leavers: tuple[Pupil, ...],
    seen: Seq,
) -> PupilPreview:
    returning = [warned for plan in plans for warned in plan.warnings]
    held: list[Held] = sorted([*file.held, *matcher.held], key=lambda each: each.row)
    warnings = sorted(
        [*file.warnings, *matcher.warnings, *returning], key=lambda warned: warned.row
    )
    kept_out = {each.row for each in held}
    return PupilPreview(
        name=file.name,
        outcome=file.outcome,
        plans=tuple(plans),
        leavers=leavers,
        held=tuple(held),
        warnings=tuple(warned for warned in warnings if warned.row not in kept_out),
        skipped_columns=file.skipped_columns,
        encoding=file.encoding,
        reason=file.reason,
        facts=file.facts,
        seen=seen,
    )


def _write_plan(writer: Writer, plan: PupilPlan, file: str) -> None:
    pupil = plan.pupil
    if plan.known is None:
        pupil = replace(pupil, id=PupilId(writer.next_id(Pupil)))
        writer.add(pupil)
    elif pupil != plan.known.record:
        writer.add(pupil, plan.known.seq, sentence("import_reason", {"file": file}))
    if plan.closed and plan.old_spell:
        writer.add(plan.closed, plan.old_spell.seq, sentence(plan.why_closed, {"file": file}))
    if plan.spell:
        identifier = SpellId(writer.next_id(Spell))
        writer.add(replace(plan.spell, id=identifier, pupil=pupil.id))
