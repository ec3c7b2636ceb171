# Made by codebook VERSION from gust.xml, data version 0.1.0.
# Do not edit: change the catalog and make it again.
#
# This file is free for any use, without any condition.
# SPDX-License-Identifier: 0BSD
"""Gusts: the gust codes, and what is known about each.

Code has the codes, by the value that is on the wire; Code.find() and Code.from_name()
find one and never raise. CODES has them all, in ascending order, as Info: also those
that share their value with another one, which Code knows as other names of it.

For Python 3.8 and later.
"""

import enum
import typing

__all__ = [
    "CODES",
    "Class",
    "Code",
    "Info",
    "SideFact",
    "VERSION",
]

# Version of the data.
VERSION = "0.1.0"


class Code(enum.Enum):
    """The codes. Values never change, and none is ever used again."""

    # Breeze: A breeze.
    # KP 1; since 0.1.0 (experimental).
    BREEZE = "1.1"

    # Storm: A storm; see also the kite.
    # KP 1 section 9.9; since 0.1.0 (registered).
    STORM = "2.9"

    # Squall: A squall.
    # KP 1 section 9.10; since 0.1.0 (reserved).
    SQUALL = "2.10"

    @classmethod
    def find(cls, value: str) -> "typing.Optional[Code]":
        """The code with this value; None where it is unknown."""
        return _VALUES.get(value)

    @classmethod
    def from_name(cls, name: str) -> "typing.Optional[Code]":
        """The code with this name, also an old one, in any case (ASCII)."""
        return cls.__members__.get(name.upper()) if name.isascii() else None

    @property
    def info(self) -> "Info":
        """All that is known about the code."""
        return _INFOS[self]

    @property
    def title(self) -> str:
        """The name for people."""
        return self.info.title

    @property
    def phrase(self) -> str:
        """The text on the wire; "" where the code has none."""
        return self.info.phrase

    @property
    def summary(self) -> str:
        """What the code says, in one line."""
        return self.info.summary

    @property
    def reference(self) -> str:
        """Where the code is defined."""
        return self.info.reference

    @property
    def class_(self) -> "Class":
        """The class of the code."""
        return self.info.class_

    @property
    def side_fact(self) -> "typing.Optional[SideFact]":
        """Side; None where nothing is said."""
        return self.info.side_fact


class Class(enum.Enum):
    """The classes of codes."""

    # 1.x: Light.
    LIGHT = "light"
    # 2.x: Heavy.
    HEAVY = "heavy"


class SideFact(enum.Enum):
    """Side."""

    # Left.
    LEFT = "left"


class Info(typing.NamedTuple):
    """What is known about a code."""

    code: Code
    # The name of the constant.
    name: str
    # The name for people.
    title: str
    # The text on the wire; "" where the code has none.
    phrase: str
    # What the code says, in one line.
    summary: str
    # Where the code is defined.
    reference: str
    class_: Class
    # Of the codes with this value, the one that it stands for.
    primary: bool
    # It should not be sent any more.
    deprecated: bool
    # Side.
    side_fact: typing.Optional[SideFact] = None


# All codes, in ascending order.
CODES: typing.Tuple[Info, ...] = (
    Info(
        code=Code.BREEZE,
        name="BREEZE",
        title="Breeze",
        phrase="",
        summary="A breeze",
        reference="KP 1",
        class_=Class.LIGHT,
        primary=True,
        deprecated=False,
    ),
    Info(
        code=Code.STORM,
        name="STORM",
        title="Storm",
        phrase="",
        summary="A storm; see also the kite",
        reference="KP 1 section 9.9",
        class_=Class.HEAVY,
        primary=True,
        deprecated=False,
        side_fact=SideFact.LEFT,
    ),
    Info(
        code=Code.SQUALL,
        name="SQUALL",
        title="Squall",
        phrase="",
        summary="A squall",
        reference="KP 1 section 9.10",
        class_=Class.HEAVY,
        primary=True,
        deprecated=True,
    ),
)

_INFOS: typing.Dict[Code, Info] = {info.code: info for info in CODES if info.primary}
_VALUES: typing.Dict[str, Code] = {code.value: code for code in Code}
