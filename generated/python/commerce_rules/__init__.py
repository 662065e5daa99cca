"""What the articles promise, as decisions, timers and duties; every rule cites its sentence.

One module per article; `POLICIES` finds them by the path of their article. Generated: change the articles, not this
package.
"""

from __future__ import annotations

from ._citations import Article, Citation
from ._decisions import Decided, Unknown, Unstated
from ._evaluation import Evaluation
from ._index import Policies
from ._timers import Timer

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

__version__ = "0.1.0"
__all__ = ["POLICIES", "Article", "Citation", "Decided", "Evaluation", "Timer", "Unknown", "Unstated"]

_MODULES: Final = {
    "commerce/cancel-subscription": "cancel_subscription",
    "commerce/close-account": "close_account",
    "commerce/licenses-and-limits": "licenses_and_limits",
    "commerce/reactivate-subscription": "reactivate_subscription",
    "commerce/renew-subscription": "renew_subscription",
    "commerce/when-a-subscription-ends": "when_a_subscription_ends",
}
POLICIES: Final = Policies(_MODULES)
"""The module of each article by its path; imported when it is asked for."""
