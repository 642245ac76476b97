"""Pieces of HTML that several places of the screen share."""
