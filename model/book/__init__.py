"""The engine: lines written once as equations, computed with arrays and read out as formulas and words. It
knows no line by name.
"""
