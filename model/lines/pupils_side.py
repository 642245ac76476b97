"""The student's side, in people and hours, beside the plan's dollars. Nothing here is ever added to cash."""

from model.book.family import Family
from model.book.vocabulary import at_most, share, when

pupils_side = Family("pupils_side", "Students and time", measure=True)

PAID_HOURS = 1440  # of a teacher a year, 180 days of 8 hours: an assumption, stated here alone


@pupils_side.line("Average class size", "pupils")
def class_size(pupils_per_teacher, contact_ratio, enrollment_from, enrollment, sections):
    """Only some teachers are in front of a class at any time, so classes are larger than students per
    teacher. No class has more students than the school. By grade it is students in a class (section).
    """
    return when(
        enrollment_from == "one_number",
        at_most(share(pupils_per_teacher, contact_ratio), enrollment),
        share(enrollment, sections),
    )


@pupils_side.line("Students per adult", "pupils")
def pupils_per_adult(enrollment, adults):
    """Enrollment divided by all positions of the school: teachers, those who cover for leaders, and all other
    staff.
    """
    return share(enrollment, adults)


@pupils_side.line("Share of paid time spent teaching, with release time", "share")
def contact_with_release(teachers, contact_ratio, release_positions, enrollment_from, sections):
    """Share of all teaching positions' paid time spent in front of a class. Release time adds positions and
    no classes, so it lowers this share.
    """
    return share(
        when(enrollment_from == "one_number", teachers * contact_ratio, sections),
        teachers + release_positions,
    )


@pupils_side.line("Release time of teacher leaders, hours", "hours")
def release_hours(release_positions):
    """Hours a year in which teacher leaders are freed from teaching, at 1,440 paid hours a position."""
    return release_positions * PAID_HOURS


@pupils_side.line("PD in paid time, per teacher", "hours_per_teacher")
def pd_hours_per_teacher(pd_hours, teachers):
    """Hours of PD a year for each teacher within time that is already paid."""
    return share(pd_hours, teachers)


@pupils_side.line("Salary value of PD in paid time", "usd_per_year")
def pd_hours_value(pd_hours, teacher_salary, teacher_salary_factor, benefits_load):
    """What the hours of PD in paid time are worth at 1,440 paid hours a year. We never add it to cost."""
    return pd_hours * teacher_salary * teacher_salary_factor * benefits_load / PAID_HOURS
