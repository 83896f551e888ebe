"""The part of Jinja that templates may use, with the price of every loop, macro and comparison written into it.

A template is checked and changed after it has been parsed and before a program is made of it, so that nothing in it is
carried out uncounted. The names of the filters that are put in hold a sign that no template can write.
"""

from __future__ import annotations

from typing import Any, Final, NoReturn

from jinja2 import nodes
from jinja2.visitor import NodeTransformer

from ctoc_report.compose.budget import CHARACTERS_A_STEP
from ctoc_report.compose.problems import TemplateProblem
from ctoc_report.source import UNPRINTABLE

FORM: Final = 1
"""The form of what is made of a template; it grows when `in_dialect` makes something else of the same text."""

SPENT: Final = "=spent"
LOOP: Final = "=loop"
THROUGH: Final = "=through"
JOINED: Final = "=joined"


def in_dialect(template: nodes.Template) -> nodes.Template:
    """Return a parsed template with its prices. Raises TemplateProblem for what templates must not say."""
    priced: nodes.Template = _Priced().visit(template)
    return priced


def refuse_unprintable(text: str, line: int = 0) -> None:
    """Raise TemplateProblem for characters that no report may hold; among them are those that stand for values."""
    found = UNPRINTABLE.search(text)
    if found:
        message = f"the character U+{ord(found[0]):04X} cannot be printed"
        raise TemplateProblem(message, "delete it", line or text.count("\n", 0, found.start()) + 1)


class _Priced(NodeTransformer):
    """Writes the prices into a template: a step for each of its parts, and for every few characters that it prints."""

    def __init__(self) -> None:
        self.steps = 0

    def visit(self, node: nodes.Node) -> Any:
        self.steps += 1
        return super().visit(node)

    def _body(self, node: nodes.Template | nodes.Macro | nodes.CallBlock) -> nodes.Node:
        """Put the price of carrying it out once before what a template or macro says."""
        before = self.steps
        self.generic_visit(node)
        paid = _filter(nodes.Const(self.steps - before, lineno=node.lineno), SPENT)
        node.body.insert(0, nodes.ExprStmt(paid, lineno=node.lineno))
        return node

    visit_Template = visit_Macro = visit_CallBlock = _body  # noqa: N815  (Jinja's names)

    def visit_For(self, node: nodes.For) -> nodes.For:  # noqa: N802
        if node.recursive:
            _refuse("{% for … recursive %}", node)
        before = self.steps
        self.generic_visit(node)
        node.iter = _filter(node.iter, LOOP, nodes.Const(self.steps - before))
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Filter:  # noqa: N802
        self.generic_visit(node)
        first, *others = node.nodes
        return _filter(first, JOINED, *others)

    def visit_Compare(self, node: nodes.Compare) -> nodes.Compare:  # noqa: N802
        free = all(_constant(operand.expr) for operand in node.ops)
        self.generic_visit(node)
        if not free:
            node.expr = _filter(node.expr, THROUGH)
            for operand in node.ops:
                operand.expr = _filter(operand.expr, THROUGH)
        return node

    def visit_Getitem(self, node: nodes.Getitem) -> nodes.Getitem:  # noqa: N802
        self.generic_visit(node)
        if isinstance(node.arg, nodes.Slice):
            node.node = _filter(node.node, THROUGH)
        return node

    def _collection(self, node: nodes.List | nodes.Tuple | nodes.Dict) -> nodes.Expr:
        """Price a collection when it is made: one that holds others several times over is as long as all of them."""
        free = _constant(node) or getattr(node, "ctx", "load") == "store"
        self.generic_visit(node)
        return node if free else _filter(node, THROUGH)

    visit_List = visit_Tuple = visit_Dict = _collection  # noqa: N815

    def visit_Const(self, node: nodes.Const) -> nodes.Const:  # noqa: N802
        if isinstance(node.value, str):
            refuse_unprintable(node.value, node.lineno)
            self.steps += len(node.value) // CHARACTERS_A_STEP
        return node

    def visit_TemplateData(self, node: nodes.TemplateData) -> nodes.TemplateData:  # noqa: N802
        self.steps += len(node.data) // CHARACTERS_A_STEP
        return node

    def visit_Extends(self, node: nodes.Node) -> NoReturn:  # noqa: N802
        _refuse("{% extends %}", node)

    def visit_Block(self, node: nodes.Node) -> NoReturn:  # noqa: N802
        _refuse("{% block %}", node)

    def visit_ScopedEvalContextModifier(self, node: nodes.Node) -> NoReturn:  # noqa: N802
        _refuse("{% autoescape %}", node)


def _refuse(statement: str, node: nodes.Node) -> NoReturn:
    raise TemplateProblem(f"{statement} is not used in templates", "write it without", node.lineno)


def _constant(node: nodes.Node) -> bool:
    """Tell whether an expression is a word, a number, or a collection of such: its length is that of the template."""
    if isinstance(node, nodes.List | nodes.Tuple | nodes.Dict | nodes.Pair):
        return all(map(_constant, node.iter_child_nodes()))
    return isinstance(node, nodes.Const)


def _filter(node: nodes.Node, name: str, *arguments: nodes.Expr) -> nodes.Filter:
    return nodes.Filter(node, name, list(arguments), [], None, None, lineno=node.lineno)
