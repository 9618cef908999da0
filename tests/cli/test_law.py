"""`law`: the lists, why the program asks, and the school's own word on a row."""

WORD = ("--because", "It has begun", "--approved-by", "Sam Ledger, DPO")


def test_a_list_shows_what_counts_and_what_has_not_begun(sharebook):
    rows = {row["code"]: row for row in sharebook("law", "list", "gateways", "--json").json}
    assert rows["GW_CENSUS"]["counts_today"]
    assert not rows["GW_16LA"]["counts_today"]
    assert sharebook("law", "list", "--own").out.strip() == "Every row is used as it is shipped."


def test_a_row_is_switched_on_and_stays_so(sharebook):
    done = sharebook("law", "set", "gateways", "GW_16LA", "--switch", "on", *WORD)
    assert done.code == 0
    assert "On the word of Sam Ledger, DPO" in done.out
    (own,) = sharebook("law", "list", "--own", "--json").json
    assert (own["code"], own["switch"], own["counts_today"]) == ("GW_16LA", "on", True)
    (told,) = sharebook("law", "why", "gw_16la", "--json").json
    assert told["counts"] == "In force since 14 September 2026."
    history = sharebook("history", "amendment")
    assert "Switched on" in history.out


def test_it_may_begin_on_another_day(sharebook):
    since = ("--switch", "on", "--since", "2027-01-11")
    sharebook("law", "set", "gateways", "GW_16LA", *since, *WORD)
    (own,) = sharebook("law", "list", "--own", "--json").json
    assert (own["since"], own["counts_today"]) == ("2027-01-11", False)


def test_why_tells_a_gap(sharebook):
    told = sharebook("law", "why", "decider_unnamed")
    assert "decision form asks who decided" in told.out
    assert "Looked up" in told.out


def test_what_does_not_stand_is_refused(sharebook):
    assert (
        "on whose word"
        in sharebook("law", "set", "gateways", "GW_16LA", "--switch", "on", "--because", "x").err
    )
    assert sharebook("law", "set", "moons", "GW_16LA", *WORD).code == 1
    assert "no switch" in sharebook("law", "set", "gateways", "GW_16LA", "--switch", "dim").err
    assert sharebook("law", "why", "moonbeam").code == 1
    assert sharebook("law", "set", "gateways", "GW_16LA", *WORD, "--since", "soon").code == 2
    assert "Every row" in sharebook("law", "list", "--own").out
