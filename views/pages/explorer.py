"""The explorer: levers at the left; verdict, key figures and curves before you; everything behind them below."""

import streamlit as st
from markupsafe import Markup

from model.evidence import PRESETS
from model.lines.worksheet import BOOK
from views import charts
from views.answer import answer_in_words as words
from views.answer import panel
from views.answer.drawn import drawn
from views.compare import plans
from views.curves import months
from views.find_a_fix import goals
from views.levers import controls, dating
from views.levers import locking as locks
from views.levers import school_like_mine as quick_start
from views.levers import stories_dialog as telling
from views.live import live
from views.markup import tables
from views.present import room_screen as present
from views.present import show
from views.share import taking
from views.shell import keys, notebook, state, toolbar
from views.shell.frame import palette
from views.shell.page_markup import put_markup
from views.shell.signature import of_plan
from views.students import grades, pupils_side
from views.teacher_leaders import paying
from views.trace import asking, notes
from views.what_if import ranges, risk

plan = state.plan()
colors = palette()
numbers, projection, pictured, futures = drawn(plan, ranges.of)
signature = of_plan(plan)


def chart(name: str, title: str, note: str = "", below: str = "") -> None:
    put_markup(Markup('<h2 class="caption">{} <small>{}</small></h2>{}').format(title, note, below))
    picture = {**charts.spec(name, colors), "datasets": charts.data(name, *pictured, sig=signature)}
    st.vega_lite_chart(picture, theme=None, width="stretch", key=f"chart-{name}", alt=charts.ALT[name])


def start_from() -> None:
    """Presets, and a school like mine."""
    state.prepare("preset", state.origin())
    with st.container(key="start", gap="small"):
        st.selectbox(
            "Start from",
            state.ORIGINS,
            format_func=state.origin_label,
            key="preset",
            on_change=state.on_preset,
            label_visibility="collapsed",
            help="Fictional schools with every figure sourced. Choosing one starts a new plan; Undo brings yours back.",
        )
        with st.container(horizontal=True, key="beginnings", gap="small"):
            st.button("A school like mine", key="mine", on_click=state.ask_school, width="stretch")
            telling.button()


def notices() -> None:
    """What has to be said about the address or the last move. The container is always there: nothing below it jumps."""
    with st.container(key="notices"):
        offer = state.offered()
        if offer:
            st.warning("Some of this link could not be used:\n" + "\n".join(f"* {p}" for p in offer.problems))
            with st.container(horizontal=True):
                st.button("Open the rest", key="take-offer", on_click=state.answer_offer, args=(True,))
                st.button("Leave it", key="leave-offer", on_click=state.answer_offer, args=(False,))
        said = state.said()
        if said:
            st.info(said)


with st.sidebar:
    put_markup(Markup('<h1 class="brand">School Sustainability Explorer</h1>'))
    start_from()
    widgets = controls.front()
    toolbar.toolbar()
    widgets += controls.deeper()
    dating.button()
    locks.button()

notices()
with st.container(key="answer", gap=None):
    put_markup(
        live.ANCHOR
    )  # by itself: with words that change, the browser would make another one, and no picture heard it
    put_markup(panel.verdict(numbers, futures.chance if futures else "") + panel.figures(numbers))
with st.container(key="first-chart"):
    chart(
        "sustainability",
        panel.title(numbers),
        "Public revenue against recurring cost; the axis does not start at zero.",
        panel.happens(numbers),
    )
    ranges.switch()

more, pupils, by_grade, leaders, shelved, ways, risked, lines, origin, assumptions, judged, take = st.tabs(
    [
        "More curves",
        "Pupils and time",
        "By grade",
        "Paying teacher leaders",
        "Plans and effects",
        "Ways to the goal",
        "Risk",
        "All lines and years",
        "Where a number comes from",
        "Assumptions",
        "How this is judged",
        "Take it along",
    ],
    key="below",
    on_change=state.keep,
)
if more.open:
    with more:
        balance = words.balance_word(numbers)
        left, right = st.columns(2, gap="large")
        with left:
            chart("result", "Left over or short each year", f"Without grants.{ranges.note(futures)}")
            chart("composition", "Where the money goes")
        with right:
            chart(
                "balance",
                "Cumulative balance",
                f"The {balance} at the end of each year.{ranges.note(futures)}",
            )
            chart("per_pupil", "Per pupil", "Public revenue against recurring cost.")
        months.month_by_month(plan, projection)
if pupils.open:
    with pupils:
        put_markup(pupils_side.pupils_side(projection))
if leaders.open:
    with leaders:
        paying.paying(plan)
if shelved.open:
    with shelved:
        plans.plans(plan)
if ways.open:
    with ways:
        goals.goals(plan)
if risked.open:
    with risked:
        risk.risk(plan, projection)
if by_grade.open:
    with by_grade:
        grades.grades(plan, projection)
if lines.open:
    with lines:
        noted = notes.marks(plan)
        used = [x for x in BOOK.families if tables.in_use(x, plan.now)]
        put_markup(Markup().join(tables.family_table(projection, family, notes=noted) for family in used))
if origin.open:
    with origin:
        asking.explanation("why", projection, plan)
if assumptions.open:
    with assumptions:
        if plan.origin:
            st.write(PRESETS[plan.origin.preset].summary)
        came_from = plan.came_from()
        put_markup(Markup().join(tables.lever_table(t, x, plan, came_from) for t, x in tables.panels()))
if judged.open:
    with judged:
        st.markdown(words.RULE)
        st.markdown("\n".join(f"* **{f.label}:** {f.means}" for f in words.key_figures(numbers)))

if take.open:
    with take:
        taking.taking(plan)

with st.container(key="way-in", horizontal=True, gap="small"):
    st.button(
        "Replay",
        key=present.REPLAY,
        on_click=state.replay,
        disabled=not state.can_undo(),
        icon=":material/replay:",
        help="Shows the last change again: before and after, three times.",
    )
    st.button("Present", key="present", on_click=show.enter, icon=":material/present_to_all:")
keys.keys(present.ENTER)
asking.listen()
notebook.settle()
live.live(charts.NAMES if more.open else charts.NAMES[:1], widgets)
if state.asking_school():
    quick_start.ask()
elif telling.is_open():
    telling.tell()
elif dating.is_open():
    dating.ask()
elif locks.is_open():
    locks.ask()
elif grades.is_open():
    grades.ask()
elif question := asking.question():
    asking.answer(projection, plan, words.key_figures(numbers), question)
