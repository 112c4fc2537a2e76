"""Trials: what is done to Champion that no champion should have to see, over and over, and what is left of the work.

One short dose runs always; the full one is marked heavy. CHAMPION_TRIALS_REPORT names a file for the figures.
"""
