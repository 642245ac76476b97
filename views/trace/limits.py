"""What the tool does not do, shown where people look for it."""

NOT_MODELED = """
* **Central services**: transport, food, most special education and the district's own buildings. The school's own budget is
  followed, not what the district spends on its students elsewhere.
* **Debt, leases and a balance sheet.** Money in the bank is followed; what is owed or owned is not.
* **Cash within the year.** A year that ends in balance can still run dry in March.
* **Old pension debt** that the district carries, and one-time settlements.
* **Teachers' ages and steps.** Pay is an average that grows; a school of young teachers grows dearer than that.
* **What students learn.** The tool counts money, positions and time. Whether a model teaches better is another question.
* **Two schools at once.** A merger, a shared building or shared staff is not in it.
* **Tax law and contracts.** Whether a stipend, a waiver or a fee is allowed where you are has to be asked there.
"""

LIMITS = """
* **One curve is one possible future.** Enrollment, funding growth, pay and prices are assumptions, and forecasts of enrollment
  are the first to go wrong.
* **Defaults are averages** of the country or of Chicago. A school's own figures matter more than any of them; replace those at the
  top of the register first.
* **Every default has a source or is called an assumption.** Most sources were read as archived copies of web pages, some of
  them in part only.
* **The start-up year holds one-time money only**; the school runs its ordinary, balanced year beside it.
* **IT staff are counted under people**, not under technology. PD in time that is already paid for is shown as hours and never
  added to cash.
* **In districts that allot positions**, a dearer teacher is the district's cost, not the school's: enter the price that the school
  is charged.
* **It is not a budget.** It shows whether a plan can pay its own way, not what a line item will cost.
"""
