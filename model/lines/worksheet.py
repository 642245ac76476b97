"""The book of this product: the families of `model/lines` over the levers of `data/levers.csv`."""

from model.book.book import Book
from model.book.terms import Apply, names
from model.book.vocabulary import grown
from model.evidence import LEVERS
from model.lines import FAMILIES
from model.lines.grades import NOT_IN_YEAR_1
from model.lines.pay_movement import MOVE_THE_AVERAGE

BOOK = Book(FAMILIES, LEVERS)

# Levers that are growth rates: their value for year 1 is not used, because year 1 is where growth starts.
GROWTH_LEVERS = frozenset(
    n for term in BOOK.terms.values() if isinstance(term, Apply) and term.word is grown for n in names(term)
)
# Levers whose value for year 1 is not used, and the key of the text that says what year 1 is instead.
FROM_YEAR_2 = {
    **dict.fromkeys(GROWTH_LEVERS, "values.year_1_is_the_level"),
    **dict.fromkeys(MOVE_THE_AVERAGE, "values.year_1_is_the_level"),
    **dict.fromkeys(NOT_IN_YEAR_1, "values.year_1_is_the_count"),
}
