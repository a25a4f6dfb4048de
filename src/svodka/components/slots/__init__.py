"""The slots of a figure: what it measures, whose it is, when it holds, and how it relates to the figures beside it.

Each slot is resolved by named steps, from the figure's own words outwards: the noun that governs it, its clause, the
row in which it stands, then what an earlier figure told, at last what the whole text is about. ``table`` lists the
steps with their examples.
"""
