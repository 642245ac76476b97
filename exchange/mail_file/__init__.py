"""The file to mail: a plan as one HTML page with working sliders that needs no network and sends nothing."""

from exchange.mail_file.choosing import MOST_SETTINGS, can_be_chosen, most_that_matter
from exchange.mail_file.mailed import page_to_mail

__all__ = ["MOST_SETTINGS", "can_be_chosen", "most_that_matter", "page_to_mail"]
