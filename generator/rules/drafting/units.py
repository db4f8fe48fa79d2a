"""Units as they stand behind numbers."""

UNITS = (
    r"(?:%|℃|°C|[GMk]?bit/s|[GMkT]?Hz|[mμµn]?s|min|h|d|[ckmμµn]?m|km/h|m/s|[mkM]?Pa|[mk]?V|[mkM]?W|m?A|[mk]?g|kg|dBm?i?|"
    r"[KMGT]?B|byte|[kMG]?bit|Ω|lx|N|J|K)"
)
"""A pattern of the unit symbols that the rules about ranges, tolerances and dimensions know."""
