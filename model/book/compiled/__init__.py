"""The book as code: each line writes itself down as Python for one plan, and as steps of numpy for many.

What all plans of a batch share is worked out once, as one plan. What differs is worked out in arrays of
shape (year, plan), in blocks that fit the processor's cache. `Book.evaluate` computes the same in its own
way; tests hold both readings to it, to the last bit.
"""
