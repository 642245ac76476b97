"""Slides of a plan for a board, with charts that can be edited in PowerPoint."""

from exchange.slides.deck import write_slides
from exchange.slides.missing_package import what_to_install

__all__ = ["what_to_install", "write_slides"]
