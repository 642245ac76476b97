"""Files of plans: one or many plans, complete, as readable JSON. docs/files-and-links.md says what they hold."""

from exchange.files.opened import Filed, Opened, read
from exchange.files.schema import schema_text
from exchange.files.writing import write
from exchange.plan_file import FileRefused

__all__ = ["FileRefused", "Filed", "Opened", "read", "schema_text", "write"]
