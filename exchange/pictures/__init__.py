"""Each picture of a plan as a file, with a title that stays true wherever the picture is put."""

from exchange.pictures.table_of_pictures import FORMS, PICTURES, Form, picture, pictures_of

__all__ = ["FORMS", "PICTURES", "Form", "picture", "pictures_of"]
