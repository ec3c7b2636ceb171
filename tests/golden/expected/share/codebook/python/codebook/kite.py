# Made by codebook VERSION from kite.xml, data version 2.10.3.
# Do not edit: change the catalog and make it again.
#
# This file is free for any use, without any condition.
# SPDX-License-Identifier: 0BSD
"""Kite & String Protocol <draft>: the signals, and what is known about each.

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
    "PullFact",
    "WindFact",
    "TailLengthFact",
    "PlaceFact",
    "DaytimeFact",
    "VERSION",
]

# Version of the data.
VERSION = "2.10.3"


class Code(enum.Enum):
    """The codes. Values never change, and none is ever used again."""

    # Up: The kite went up, and the string is \long "enough" * / ??/.
    # KP 1 section 4.2; since 1.0.0.
    UP = "UP"

    # Down: The kite came down.
    # KP 1 section 4.3; since 1.0.0.
    DOWN = "DOWN"

    # In a Tree: The kite hangs in a tree.
    # KP 1; since 1.1.0 (temporary).
    TREE = "TREE"

    # Lost "Kite": The kite is gone.
    # KP 0 section 1; since 1.0.0, retired in 2.10.0 (obsolete).
    LOST_KITE = "LOST_KITE"

    # In a Tree, of Winch: The kite hangs in a tree, and the winch pulls. Another code has the same value.
    # Winch; since 2.0.0 (unofficial).
    TREE_OF_WINCH = "TREE"

    # The old name of UP.
    ALOFT = UP

    # The old name of UP.
    SKY_HIGH = UP

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
    def pull_fact(self) -> "typing.Optional[PullFact]":
        """Pull; None where nothing is said."""
        return self.info.pull_fact

    @property
    def wind_fact(self) -> "typing.Tuple[WindFact, ...]":
        """Wind; empty where nothing is said."""
        return self.info.wind_fact

    @property
    def tail_length_fact(self) -> "typing.Optional[TailLengthFact]":
        """Tail length; None where nothing is said."""
        return self.info.tail_length_fact

    @property
    def place_fact(self) -> "typing.Tuple[PlaceFact, ...]":
        """Place; empty where nothing is said."""
        return self.info.place_fact

    @property
    def daytime_fact(self) -> "typing.Optional[DaytimeFact]":
        """Daytime; None where nothing is said."""
        return self.info.daytime_fact


class Class(enum.Enum):
    """The classes of codes."""

    # AIR: In the Air.
    IN_THE_AIR = "in-the-air"
    # On the Ground.
    ON_THE_GROUND = "on-the-ground"


class PullFact(enum.Enum):
    """Pull."""

    # None. The string hangs loose.
    NONE = "none"
    # Strong. The string sings: hold it with both | hands.
    STRONG = "strong"


class WindFact(enum.Enum):
    """Wind."""

    # Calm. Nothing moves.
    CALM = "calm"
    # Breeze.
    BREEZE = "breeze"
    # Storm. Everything moves.
    STORM = "storm"


class TailLengthFact(enum.Enum):
    """Tail length."""

    # Short.
    SHORT = "short"
    # Long. More than a metre.
    LONG = "long"


class PlaceFact(enum.Enum):
    """Place."""

    # Beach.
    BEACH = "beach"
    # PULL|HARD.
    CMD_PULL = "cmd-pull"
    # LET-GO.
    CMD_LET_GO = "cmd-let-go"


class DaytimeFact(enum.Enum):
    """Daytime."""

    # Noon.
    NOON = "noon"


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
    # Pull.
    pull_fact: typing.Optional[PullFact] = None
    # Wind.
    wind_fact: typing.Tuple[WindFact, ...] = ()
    # Tail length.
    tail_length_fact: typing.Optional[TailLengthFact] = None
    # Place.
    place_fact: typing.Tuple[PlaceFact, ...] = ()
    # Daytime.
    daytime_fact: typing.Optional[DaytimeFact] = None


# All codes, in ascending order.
CODES: typing.Tuple[Info, ...] = (
    Info(
        code=Code.UP,
        name="UP",
        title="Up",
        phrase="Up, up & \"away\" \\o/ */ ??/",
        summary="The kite went up, and the string is \\long \"enough\" */ ??/",
        reference="KP 1 section 4.2",
        class_=Class.IN_THE_AIR,
        primary=True,
        deprecated=False,
        pull_fact=PullFact.STRONG,
        wind_fact=(WindFact.BREEZE, WindFact.STORM,),
        tail_length_fact=TailLengthFact.LONG,
        place_fact=(PlaceFact.BEACH, PlaceFact.CMD_PULL, PlaceFact.CMD_LET_GO,),
    ),
    Info(
        code=Code.DOWN,
        name="DOWN",
        title="Down",
        phrase="",
        summary="The kite came down",
        reference="KP 1 section 4.3",
        class_=Class.ON_THE_GROUND,
        primary=True,
        deprecated=False,
        pull_fact=PullFact.NONE,
        wind_fact=(WindFact.CALM, WindFact.BREEZE,),
        place_fact=(PlaceFact.BEACH,),
        daytime_fact=DaytimeFact.NOON,
    ),
    Info(
        code=Code.TREE,
        name="TREE",
        title="In a Tree",
        phrase="In a tree",
        summary="The kite hangs in a tree",
        reference="KP 1",
        class_=Class.ON_THE_GROUND,
        primary=True,
        deprecated=False,
        pull_fact=PullFact.STRONG,
        wind_fact=(WindFact.BREEZE,),
        place_fact=(PlaceFact.CMD_PULL,),
    ),
    Info(
        code=Code.TREE_OF_WINCH,
        name="TREE_OF_WINCH",
        title="In a Tree, of Winch",
        phrase="",
        summary="The kite hangs in a tree, and the winch pulls",
        reference="Winch",
        class_=Class.ON_THE_GROUND,
        primary=False,
        deprecated=False,
        pull_fact=PullFact.STRONG,
        wind_fact=(WindFact.STORM,),
        tail_length_fact=TailLengthFact.SHORT,
        place_fact=(PlaceFact.CMD_PULL,),
    ),
    Info(
        code=Code.LOST_KITE,
        name="LOST_KITE",
        title="Lost \"Kite\"",
        phrase="",
        summary="The kite is gone",
        reference="KP 0 section 1",
        class_=Class.IN_THE_AIR,
        primary=True,
        deprecated=True,
        pull_fact=PullFact.NONE,
        wind_fact=(WindFact.STORM,),
        place_fact=(PlaceFact.BEACH,),
    ),
)

_INFOS: typing.Dict[Code, Info] = {info.code: info for info in CODES if info.primary}
_VALUES: typing.Dict[str, Code] = {code.value: code for code in Code}
