"""Files of plans: one or many, complete, as readable JSON. docs/files-and-links.md says what they hold."""

from exchange.files.faults import FileRefused
from exchange.files.filed import Filed, Opened
from exchange.files.reading import read
from exchange.files.schema import schema_text
from exchange.files.writing import write

__all__ = ["FileRefused", "Filed", "Opened", "read", "schema_text", "write"]
