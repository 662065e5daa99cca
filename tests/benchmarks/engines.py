"""General engines that can decide the same table: each takes facts and gives the number of the case that applies.

`ENGINES` names each by its distribution on PyPI. `loaded` installs what is missing into a folder of its own, so that
nothing else is disturbed, and says why an engine cannot take part. Every engine is compiled or loaded beforehand, and
gets the fastest form that its documentation shows; none of them checks types.
"""

from __future__ import annotations

import importlib
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final, TypeAlias

Facts: TypeAlias = Mapping[str, Any]
Answer: TypeAlias = Callable[[Facts], int]
"""Facts in, the number of the case out; 0: a fact is missing or wrong."""

FOLDER: Final = Path(tempfile.gettempdir()) / "rulemark-engines"
CLOUDS: Final = ("north-cloud", "harbor-cloud", "island-cloud")
NAMES: Final = ("seats", "days", "role", "own_domain", "moniker")
_MISSING: Final = " || ".join(f"{name} == null" for name in NAMES)
_WRONG: Final = "seats < 0 || days < 0 || !(moniker in [" + ", ".join(f'"{cloud}"' for cloud in CLOUDS) + "])"
_TREE: Final = (
    'role == "guest" ? 1 : (days >= 90 ? (own_domain ? 3 : 2) : (role == "accountant" ? 7 : '
    f'(moniker == "{CLOUDS[2]}" ? 6 : (seats < 25 ? 4 : 5))))'
)
_EXPRESSION: Final = f"{_MISSING} ? 0 : ({_WRONG} ? 0 : ({_TREE}))"
_IN_WORDS: Final = _EXPRESSION.replace("||", "or").replace("!(", "not (")
_REGO: Final = """package bench
import rego.v1
default case := 0
valid if { input.seats >= 0; input.days >= 0; known[input.moniker] }
known := {"north-cloud", "harbor-cloud", "island-cloud"}
case := 1 if { valid; input.role == "guest" }
case := 2 if { valid; input.role != "guest"; input.days >= 90; not input.own_domain }
case := 3 if { valid; input.role != "guest"; input.days >= 90; input.own_domain }
case := 4 if { valid; input.role == "owner"; input.days < 90; input.moniker != "island-cloud"; input.seats < 25 }
case := 5 if { valid; input.role == "owner"; input.days < 90; input.moniker != "island-cloud"; input.seats >= 25 }
case := 6 if { valid; input.role == "owner"; input.days < 90; input.moniker == "island-cloud" }
case := 7 if { valid; input.role == "accountant"; input.days < 90 }
"""
_CEDAR: Final = """
permit(principal, action, resource) when { context.role == "guest" };
permit(principal, action, resource) when { context.role != "guest" && context.days >= 90 && !context.own };
permit(principal, action, resource) when { context.role != "guest" && context.days >= 90 && context.own };
permit(principal, action, resource) when { context.role == "owner" && context.days < 90
  && context.moniker != "island-cloud" && context.seats < 25 };
permit(principal, action, resource) when { context.role == "owner" && context.days < 90
  && context.moniker != "island-cloud" && context.seats >= 25 };
permit(principal, action, resource) when { context.role == "owner" && context.days < 90
  && context.moniker == "island-cloud" };
permit(principal, action, resource) when { context.role == "accountant" && context.days < 90 };
"""


def _zen() -> Answer:
    expression = importlib.import_module("zen").compile_expression(_IN_WORDS)
    return lambda facts: int(expression.evaluate(facts))


def _cel_rust() -> Answer:
    program = importlib.import_module("cel").compile(_EXPRESSION)
    answer: Answer = program.execute
    return answer


def _cel_cpp() -> Answer:
    cel = importlib.import_module("cel_expr_python.cel")
    kinds = {"seats": cel.Type.INT, "days": cel.Type.INT, "own_domain": cel.Type.BOOL}
    environment = cel.NewEnv(variables={name: kinds.get(name, cel.Type.STRING) for name in NAMES})
    program = environment.compile(f"{_WRONG} ? 0 : ({_TREE})")  # its types have no null
    return lambda facts: int(program.eval(data=facts).value())


def _cel_python() -> Answer:
    celpy = importlib.import_module("celpy")
    environment = celpy.Environment(runner_class=celpy.CompiledRunner)
    program = environment.program(environment.compile(f"{_WRONG} ? 0 : ({_TREE})"))
    return lambda facts: int(program.evaluate({name: celpy.json_to_cel(value) for name, value in facts.items()}))


def _regorus() -> Answer:
    engine = importlib.import_module("regorus").Engine()
    engine.add_policy("bench.rego", _REGO)

    def answer(facts: Facts) -> int:
        engine.set_input_json(json.dumps(facts))
        return int(engine.eval_rule("data.bench.case"))

    return answer


def _regopy() -> Answer:
    interpreter = importlib.import_module("regopy").Interpreter()
    interpreter.add_module("bench", _REGO)

    def answer(facts: Facts) -> int:
        interpreter.set_input(dict(facts))
        output = interpreter.query("x = data.bench.case")  # its nodes die with it
        return int(output.binding("x").json())

    return answer


def _cedar() -> Answer:
    cedar = importlib.import_module("cedarpy")
    policies, entities = cedar.PolicySet.from_str(_CEDAR), cedar.Entities.from_json_str("[]")

    def answer(facts: Facts) -> int:
        context = {"own": facts["own_domain"], **{name: facts[name] for name in NAMES if name != "own_domain"}}
        request = {"principal": 'U::"u"', "action": 'Action::"a"', "resource": 'R::"r"', "context": context}
        [policy] = cedar.is_authorized(request, policies, entities).diagnostics.reasons
        return int(policy.removeprefix("policy")) + 1

    return answer


def _logic() -> dict[str, object]:
    """Return the table in JSON Logic."""
    seats, days, role, own_domain, moniker = ({"var": name} for name in NAMES)
    wrong = {"or": [{"<": [seats, 0]}, {"<": [days, 0]}, {"!": {"in": [moniker, list(CLOUDS)]}}]}
    parts: list[object] = [{"missing": list(NAMES)}, 0, wrong, 0, {"==": [role, "guest"]}, 1]
    parts += [{">=": [days, 90]}, {"if": [own_domain, 3, 2]}, {"==": [role, "accountant"]}, 7]
    parts += [{"==": [moniker, CLOUDS[2]]}, 6, {"<": [seats, 25]}, 4, 5]
    return {"if": parts}


def _json_logic() -> Answer:
    apply, rule = importlib.import_module("json_logic").jsonLogic, _logic()
    return lambda facts: int(apply(rule, facts))


def _json_logic_rust() -> Answer:
    apply, rule = importlib.import_module("jsonlogic_rs").apply, _logic()
    return lambda facts: int(apply(rule, facts))


def _rule_engine() -> Answer:
    rule = importlib.import_module("rule_engine").Rule(_IN_WORDS)
    return lambda facts: int(rule.evaluate(facts))


def _simpleeval() -> Answer:
    library = importlib.import_module("simpleeval")
    source = (
        "0 if None in (seats, days, role, own_domain, moniker) or seats < 0 or days < 0 or moniker not in clouds else "
        '1 if role == "guest" else ((3 if own_domain else 2) if days >= 90 else 7 if role == "accountant" else '
        "island if moniker == clouds[2] else 4 if seats < 25 else 5)"
    )
    evaluator = library.EvalWithCompoundTypes()
    parsed = evaluator.parse(source)

    def answer(facts: Facts) -> int:
        evaluator.names = {**facts, "None": None, "clouds": CLOUDS, "island": 6}
        return int(evaluator.eval(source, previously_parsed=parsed))

    return answer


ENGINES: Final[Mapping[str, tuple[str, Callable[[], Answer]]]] = {
    "zen-engine": ("zen-engine", _zen),
    "cel, Rust": ("common-expression-language", _cel_rust),
    "cel, C++": ("cel-expr-python", _cel_cpp),
    "cel, Python": ("cel-python", _cel_python),
    "regorus": ("celine-regorus", _regorus),
    "rego-cpp": ("regopy", _regopy),
    "cedar": ("cedarpy", _cedar),
    "json-logic, Python": ("json-logic-qubit", _json_logic),
    "json-logic, Rust": ("jsonlogic-rs", _json_logic_rust),
    "rule-engine": ("rule-engine", _rule_engine),
    "simpleeval": ("simpleeval", _simpleeval),
}


def loaded() -> tuple[dict[str, Answer], dict[str, str]]:
    """Return the engines that can take part, and why the others cannot."""
    found: dict[str, Answer] = {}
    skipped: dict[str, str] = {}
    sys.path.append(str(FOLDER))
    for name, (distribution, build) in ENGINES.items():
        try:
            found[name] = _built(distribution, build)
        except Exception as error:  # noqa: BLE001 - what a foreign engine raises is its own affair
            skipped[name] = f"{type(error).__name__}: {error}"[:200]
    return found, skipped


def _built(distribution: str, build: Callable[[], Answer]) -> Answer:
    try:
        return build()
    except ImportError:
        _install(distribution)
        importlib.invalidate_caches()
        return build()


def _install(distribution: str) -> None:
    """Install a distribution into the folder of engines."""
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    done = subprocess.run([*pip, "--target", str(FOLDER), distribution], capture_output=True, text=True, check=False)
    if done.returncode:
        raise ImportError(done.stderr.strip().rpartition("\n")[2] or "pip cannot install it")
