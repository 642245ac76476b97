"""Pieces of HTML that several parts of the screen share."""
