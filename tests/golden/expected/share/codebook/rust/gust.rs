// Made by codebook VERSION from gust.xml, data version 0.1.0.
// Do not edit: change the catalog and make it again.
//
// This file is free for any use, without any condition.
// SPDX-License-Identifier: 0BSD

//! Gusts: the gust codes, and what is known about each.
//!
//! A module without dependencies, for editions 2018 and later, with or without the
//! standard library. [`Code`] may hold any value, known or not; [`CODES`] has all that are
//! known, in ascending order.

#![allow(dead_code, non_camel_case_types)]

/// Version of the data.
pub const VERSION: &str = "0.1.0";

/// A code, by the value that is on the wire.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(transparent)]
pub struct Code(pub &'static str);

/// The codes. Values never change, and none is ever used again.
impl Code {
    /// Breeze: A breeze.
    ///
    /// KP 1; since 0.1.0 (experimental).
    pub const BREEZE: Code = Code("1.1");
    /// Storm: A storm; see also the kite.
    ///
    /// KP 1 section 9.9; since 0.1.0 (registered).
    pub const STORM: Code = Code("2.9");
    /// Squall: A squall.
    ///
    /// KP 1 section 9.10; since 0.1.0 (reserved).
    pub const SQUALL: Code = Code("2.10");
}

impl Code {
    /// The code with this value; `None` where it is unknown.
    pub fn find(value: &str) -> Option<Code> {
        match value {
            "1.1" => Some(Code::BREEZE),
            "2.9" => Some(Code::STORM),
            "2.10" => Some(Code::SQUALL),
            _ => None,
        }
    }

    /// The code with this name, also an old one, in any case (ASCII).
    pub fn from_name(name: &str) -> Option<Code> {
        const NAMES: &[(&str, Code)] = &[
            ("BREEZE", Code::BREEZE),
            ("SQUALL", Code::SQUALL),
            ("STORM", Code::STORM),
        ];
        NAMES
            .iter()
            .find(|entry| entry.0.eq_ignore_ascii_case(name))
            .map(|entry| entry.1)
    }

    /// All that is known about the code; `None` where it is unknown.
    pub fn info(self) -> Option<&'static Info> {
        match self {
            Code::BREEZE => Some(&CODES[0]),
            Code::STORM => Some(&CODES[1]),
            Code::SQUALL => Some(&CODES[2]),
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

    /// The class of the code.
    pub fn class(self) -> Option<Class> {
        if let Some(info) = self.info() {
            return Some(info.class);
        }
        None
    }

    /// Side; `None` where nothing is said.
    pub fn side_fact(self) -> Option<SideFact> {
        self.info().and_then(|info| info.side_fact)
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
    /// 1.x: Light.
    Light,
    /// 2.x: Heavy.
    Heavy,
}

impl Class {
    /// The id of the class in the catalog.
    pub fn id(self) -> &'static str {
        match self {
            Class::Light => "light",
            Class::Heavy => "heavy",
        }
    }
}

/// Side. A later version may have more values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum SideFact {
    /// Left.
    Left,
}

impl SideFact {
    /// The id of the value in the catalog.
    pub fn id(self) -> &'static str {
        match self {
            SideFact::Left => "left",
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
    /// Side.
    pub side_fact: Option<SideFact>,
}

/* What a code has of which nothing is said. */
const NOTHING: Info = Info {
    code: Code::BREEZE,
    name: "",
    title: "",
    phrase: "",
    summary: "",
    reference: "",
    class: Class::Light,
    primary: false,
    deprecated: false,
    side_fact: None,
};

/// All codes, in ascending order; also those that share their value with another one.
pub static CODES: [Info; 3] = [
    Info {
        code: Code::BREEZE,
        name: "BREEZE",
        title: "Breeze",
        phrase: "",
        summary: "A breeze",
        reference: "KP 1",
        class: Class::Light,
        primary: true,
        deprecated: false,
        ..NOTHING
    },
    Info {
        code: Code::STORM,
        name: "STORM",
        title: "Storm",
        phrase: "",
        summary: "A storm; see also the kite",
        reference: "KP 1 section 9.9",
        class: Class::Heavy,
        primary: true,
        deprecated: false,
        side_fact: Some(SideFact::Left),
        ..NOTHING
    },
    Info {
        code: Code::SQUALL,
        name: "SQUALL",
        title: "Squall",
        phrase: "",
        summary: "A squall",
        reference: "KP 1 section 9.10",
        class: Class::Heavy,
        primary: true,
        deprecated: true,
        ..NOTHING
    },
];
