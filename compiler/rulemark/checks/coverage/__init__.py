"""Do the cases of a decision cover what can happen, each input once?

The domain of every input is cut at the literals that conditions name. On the parts that result every condition is
either true or false, so that each finding is proven and comes with an input that shows it; there is no solver and no
sampling. A decision that is too large, or whose conditions do not fit its inputs, is left alone.
"""

from rulemark.checks.coverage.axes import Axis, axis
from rulemark.checks.coverage.findings import find
from rulemark.checks.coverage.regions import Region, regions
from rulemark.checks.coverage.truth import holds

__all__ = ["Axis", "Region", "axis", "find", "holds", "regions"]
