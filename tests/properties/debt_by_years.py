"""Loans and a line of credit once more, one year after the other as a bank keeps its book: nothing of the
model's own code, and no formula but that of the level payment.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


class Loan:
    """One loan of a school's levers."""

    def __init__(self, levers: Mapping[str, Any], name: str) -> None:
        self.amount, self.rate = levers[name], levers[f"{name}_rate"]
        self.received, self.term = levers[f"{name}_year"], levers[f"{name}_term"]
        self.quiet = min(levers[f"{name}_interest_only"], self.term - 1)
        self.first = levers[f"{name}_first_interest"]
        self.in_plan = levers[f"{name}_use"] == "in_plan"
        self.owed = self.repaid = 0.0

    def pay(self, year: int) -> float:
        """What is due in a year; years are asked for in turn."""
        self.repaid = 0.0
        if year == self.received:
            self.owed = self.amount
            return float(self.amount * self.rate * self.first)
        since = year - self.received
        if not 1 <= since <= self.term:
            return 0.0
        interest = self.owed * self.rate
        if since <= self.quiet:
            return float(interest)
        payments = self.term - self.quiet
        level = self.amount / payments
        if self.rate:
            level = self.amount * self.rate / (1 - (1 + self.rate) ** -payments)
        self.repaid = level - interest
        self.owed -= self.repaid
        return float(level)


class Bank:
    """All that a school owes, and the aid that is owed to it."""

    def __init__(self, levers: Mapping[str, Any]) -> None:
        self.levers = levers
        self.loans = [Loan(levers, "loan_1"), Loan(levers, "loan_2")]
        self.credit = 0.0
        self.cash: dict[int, float] = {}
        self.owed: dict[int, float] = {}

    def due(self, year: int) -> float:
        """Debt service of the year: loans, and interest on the line as it stood when the year began."""
        return sum(x.pay(year) for x in self.loans) + self.credit * float(self.levers["credit_rate"])

    def kept(self) -> float:
        """Principal paid of money that came into the account."""
        return sum(x.repaid for x in self.loans if x.in_plan)

    def close(self, year: int, savings: float, revenue: float) -> None:
        """At the end of the year the line is drawn as far as cash is short."""
        share = self.levers["aid_deferred"]
        held = share[year - 1] if isinstance(share, tuple) else share
        waits = revenue * held if year else self.levers["aid_owed_at_start"]
        cash = savings + sum(x.owed for x in self.loans if x.in_plan) - waits
        self.credit = min(max(-cash, 0.0), self.levers["credit_limit"])
        self.cash[year] = cash + self.credit
        self.owed[year] = sum(x.owed for x in self.loans) + self.credit
