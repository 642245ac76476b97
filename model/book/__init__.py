"""The engine: lines written once as equations, then computed as arrays or read out as formulas and words.

It knows no line by name.
"""
