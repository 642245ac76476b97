"""What somebody gave and the program will not take, whatever it is."""


class Refused(ValueError):  # noqa: N818  # the input is refused; the program has no error
    """The text is everything that is wrong, a line for each fault. A program prints it and ends, so it knows
    a refusal without loading whoever refuses: a file's reader, a link's maker, a plan.
    """
