// Made by codebook VERSION from reel.xml, data version 1.0.0.
// Do not edit: change the catalog and make it again.
//
// This file is free for any use, without any condition.
// SPDX-License-Identifier: 0BSD

//! Reels: the reel codes, and what is known about each.
//!
//! A module without dependencies, for editions 2018 and later, with or without the
//! standard library. [`Code`] may hold any value, known or not; [`CODES`] has all that are
//! known, in ascending order.

#![allow(dead_code, non_camel_case_types)]

/// Version of the data.
pub const VERSION: &str = "1.0.0";

/// A code, by the value that is on the wire.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(transparent)]
pub struct Code(pub u32);

/// The codes. Values never change, and none is ever used again.
impl Code {
    /// Halt: The reel halts.
    ///
    /// KP 1; since 1.0.0.
    pub const HALT: Code = Code(0x00);
    /// Spin: The reel spins.
    ///
    /// KP 1 section 3; since 1.0.0.
    pub const SPIN: Code = Code(0x1F);
    /// Spin of Winch: The winch spins.
    ///
    /// KP 1; since 1.0.0 (unofficial).
    pub const SPIN_OF_WINCH: Code = Code(0x1F);
    /// Jam: The reel is stuck.
    ///
    /// KP 1; since 1.0.0.
    pub const JAM: Code = Code(0x80);
    /// The old name of `HALT`.
    pub const NULL: Code = Code::HALT;
    /// The old name of `JAM`.
    pub const BLOCK: Code = Code::JAM;
}

impl Code {
    /// The code with this name, also an old one, in any case (ASCII).
    pub fn from_name(name: &str) -> Option<Code> {
        const NAMES: &[(&str, Code)] = &[
            ("BLOCK", Code::JAM),
            ("HALT", Code::HALT),
            ("JAM", Code::JAM),
            ("NULL", Code::HALT),
            ("SPIN", Code::SPIN),
            ("SPIN_OF_WINCH", Code::SPIN_OF_WINCH),
        ];
        NAMES
            .iter()
            .find(|entry| entry.0.eq_ignore_ascii_case(name))
            .map(|entry| entry.1)
    }

    /// All that is known about the code; `None` where it is unknown.
    pub fn info(self) -> Option<&'static Info> {
        match self {
            Code::HALT => Some(&CODES[0]),
            Code::SPIN => Some(&CODES[1]),
            Code::JAM => Some(&CODES[3]),
            _ => None,
        }
    }

    /// The name of the constant.
    pub fn name(self) -> Option<&'static str> {
        self.info().map(|info| info.name)
    }

    /// The name for people.
    pub fn title(self) -> Option<&'static str> {
        self.info().map(|info| info.title)
    }

    /// The text on the wire; `""` where the code has none.
    pub fn phrase(self) -> Option<&'static str> {
        self.info().map(|info| info.phrase)
    }

    /// What the code says, in one line.
    pub fn summary(self) -> Option<&'static str> {
        self.info().map(|info| info.summary)
    }

    /// Where the code is defined.
    pub fn reference(self) -> Option<&'static str> {
        self.info().map(|info| info.reference)
    }

    /// The class of the code; where classes are ranges, also of a number that is no known
    /// code.
    pub fn class(self) -> Option<Class> {
        if let Some(info) = self.info() {
            return Some(info.class);
        }
        if (0..=127).contains(&self.0) {
            return Some(Class::Turning);
        }
        None
    }

    /// Speed; `None` where nothing is said.
    pub fn speed_fact(self) -> Option<SpeedFact> {
        self.info().and_then(|info| info.speed_fact)
    }

    /// Noise; empty where nothing is said.
    pub fn noise_fact(self) -> &'static [NoiseFact] {
        self.info().map_or(&[], |info| info.noise_fact)
    }

    /// Oil; `None` where nothing is said.
    pub fn oil_fact(self) -> Option<OilFact> {
        self.info().and_then(|info| info.oil_fact)
    }
}

impl core::fmt::Display for Code {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        core::fmt::Display::fmt(&self.0, f)
    }
}

/// The classes of codes. A later version may have more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Class {
    /// 0x: Turning.
    Turning,
    /// Stuck.
    Stuck,
}

impl Class {
    /// The id of the class in the catalog.
    pub fn id(self) -> &'static str {
        match self {
            Class::Turning => "turning",
            Class::Stuck => "stuck",
        }
    }
}

/// Speed. A later version may have more values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum SpeedFact {
    /// Slow.
    Slow,
    /// Fast, "very" \ * / ??/. Do not touch it ??/
    Fast,
}

impl SpeedFact {
    /// The id of the value in the catalog.
    pub fn id(self) -> &'static str {
        match self {
            SpeedFact::Slow => "slow",
            SpeedFact::Fast => "fast",
        }
    }
}

/// Noise. A later version may have more values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum NoiseFact {
    /// Hum.
    Hum,
    /// Click.
    Click,
}

impl NoiseFact {
    /// The id of the value in the catalog.
    pub fn id(self) -> &'static str {
        match self {
            NoiseFact::Hum => "hum",
            NoiseFact::Click => "click",
        }
    }
}

/// Oil. A later version may have more values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum OilFact {
    /// Dry.
    Dry,
}

impl OilFact {
    /// The id of the value in the catalog.
    pub fn id(self) -> &'static str {
        match self {
            OilFact::Dry => "dry",
        }
    }
}

/// What is known about a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Info {
    /// The value on the wire.
    pub code: Code,
    /// The name of the constant.
    pub name: &'static str,
    /// The name for people.
    pub title: &'static str,
    /// The text on the wire; `""` where the code has none.
    pub phrase: &'static str,
    /// What the code says, in one line.
    pub summary: &'static str,
    /// Where the code is defined.
    pub reference: &'static str,
    /// The class of the code.
    pub class: Class,
    /// Of the codes with this value, the one that it stands for.
    pub primary: bool,
    /// It should not be sent any more.
    pub deprecated: bool,
    /// Speed.
    pub speed_fact: Option<SpeedFact>,
    /// Noise.
    pub noise_fact: &'static [NoiseFact],
    /// Oil.
    pub oil_fact: Option<OilFact>,
}

/* What a code has of which nothing is said. */
const NOTHING: Info = Info {
    code: Code::HALT,
    name: "",
    title: "",
    phrase: "",
    summary: "",
    reference: "",
    class: Class::Turning,
    primary: false,
    deprecated: false,
    speed_fact: None,
    noise_fact: &[],
    oil_fact: None,
};

/// All codes, in ascending order; also those that share their value with another one.
pub static CODES: [Info; 4] = [
    Info {
        code: Code::HALT,
        name: "HALT",
        title: "Halt",
        phrase: "Halt ??= \\\"",
        summary: "The reel halts",
        reference: "KP 1",
        class: Class::Turning,
        primary: true,
        deprecated: false,
        speed_fact: Some(SpeedFact::Slow),
        ..NOTHING
    },
    Info {
        code: Code::SPIN,
        name: "SPIN",
        title: "Spin",
        phrase: "",
        summary: "The reel spins",
        reference: "KP 1 section 3",
        class: Class::Turning,
        primary: true,
        deprecated: false,
        speed_fact: Some(SpeedFact::Fast),
        noise_fact: &[NoiseFact::Hum, NoiseFact::Click],
        ..NOTHING
    },
    Info {
        code: Code::SPIN_OF_WINCH,
        name: "SPIN_OF_WINCH",
        title: "Spin of Winch",
        phrase: "",
        summary: "The winch spins",
        reference: "KP 1",
        class: Class::Turning,
        primary: false,
        deprecated: false,
        speed_fact: Some(SpeedFact::Fast),
        ..NOTHING
    },
    Info {
        code: Code::JAM,
        name: "JAM",
        title: "Jam",
        phrase: "",
        summary: "The reel is stuck",
        reference: "KP 1",
        class: Class::Stuck,
        primary: true,
        deprecated: false,
        speed_fact: Some(SpeedFact::Slow),
        oil_fact: Some(OilFact::Dry),
        ..NOTHING
    },
];
