# Made by codebook VERSION from reel.xml, data version 1.0.0.
# Do not edit: change the catalog and make it again.
#
# This file is free for any use, without any condition.
# SPDX-License-Identifier: 0BSD
"""Reels: the reel codes, and what is known about each.

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
    "SpeedFact",
    "NoiseFact",
    "OilFact",
    "VERSION",
    "class_of",
]

# Version of the data.
VERSION = "1.0.0"


class Code(enum.IntEnum):
    """The codes. Values never change, and none is ever used again."""

    # Halt: The reel halts.
    # KP 1; since 1.0.0.
    HALT = 0x00

    # Spin: The reel spins.
    # KP 1 section 3; since 1.0.0.
    SPIN = 0x1F

    # Jam: The reel is stuck.
    # KP 1; since 1.0.0.
    JAM = 0x80

    # Spin of Winch: The winch spins. Another code has the same value.
    # KP 1; since 1.0.0 (unofficial).
    SPIN_OF_WINCH = 0x1F

    # The old name of HALT.
    NULL = HALT

    # The old name of JAM.
    BLOCK = JAM

    @classmethod
    def find(cls, value: int) -> "typing.Optional[Code]":
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
    def speed_fact(self) -> "typing.Optional[SpeedFact]":
        """Speed; None where nothing is said."""
        return self.info.speed_fact

    @property
    def noise_fact(self) -> "typing.Tuple[NoiseFact, ...]":
        """Noise; empty where nothing is said."""
        return self.info.noise_fact

    @property
    def oil_fact(self) -> "typing.Optional[OilFact]":
        """Oil; None where nothing is said."""
        return self.info.oil_fact


class Class(enum.Enum):
    """The classes of codes."""

    # 0x: Turning.
    TURNING = "turning"
    # Stuck.
    STUCK = "stuck"


class SpeedFact(enum.Enum):
    """Speed."""

    # Slow.
    SLOW = "slow"
    # Fast, "very" \ * / ??/. Do not touch it ??/
    FAST = "fast"


class NoiseFact(enum.Enum):
    """Noise."""

    # Hum.
    HUM = "hum"
    # Click.
    CLICK = "click"


class OilFact(enum.Enum):
    """Oil."""

    # Dry.
    DRY = "dry"


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
    # Speed.
    speed_fact: typing.Optional[SpeedFact] = None
    # Noise.
    noise_fact: typing.Tuple[NoiseFact, ...] = ()
    # Oil.
    oil_fact: typing.Optional[OilFact] = None


def class_of(number: int) -> typing.Optional[Class]:
    """The class of a number; where classes are ranges, also of one that is no known code."""
    code = Code.find(number)
    if code is not None:
        return code.class_
    if 0 <= number <= 127:
        return Class.TURNING
    return None


# All codes, in ascending order.
CODES: typing.Tuple[Info, ...] = (
    Info(
        code=Code.HALT,
        name="HALT",
        title="Halt",
        phrase="Halt ??= \\\"",
        summary="The reel halts",
        reference="KP 1",
        class_=Class.TURNING,
        primary=True,
        deprecated=False,
        speed_fact=SpeedFact.SLOW,
    ),
    Info(
        code=Code.SPIN,
        name="SPIN",
        title="Spin",
        phrase="",
        summary="The reel spins",
        reference="KP 1 section 3",
        class_=Class.TURNING,
        primary=True,
        deprecated=False,
        speed_fact=SpeedFact.FAST,
        noise_fact=(NoiseFact.HUM, NoiseFact.CLICK,),
    ),
    Info(
        code=Code.SPIN_OF_WINCH,
        name="SPIN_OF_WINCH",
        title="Spin of Winch",
        phrase="",
        summary="The winch spins",
        reference="KP 1",
        class_=Class.TURNING,
        primary=False,
        deprecated=False,
        speed_fact=SpeedFact.FAST,
    ),
    Info(
        code=Code.JAM,
        name="JAM",
        title="Jam",
        phrase="",
        summary="The reel is stuck",
        reference="KP 1",
        class_=Class.STUCK,
        primary=True,
        deprecated=False,
        speed_fact=SpeedFact.SLOW,
        oil_fact=OilFact.DRY,
    ),
)

_INFOS: typing.Dict[Code, Info] = {info.code: info for info in CODES if info.primary}
_VALUES: typing.Dict[int, Code] = {code.value: code for code in Code}
