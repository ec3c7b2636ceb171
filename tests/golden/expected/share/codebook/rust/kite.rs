// Made by codebook VERSION from kite.xml, data version 2.10.3.
// Do not edit: change the catalog and make it again.
//
// This file is free for any use, without any condition.
// SPDX-License-Identifier: 0BSD

//! Kite & String Protocol <draft>: the signals, and what is known about each.
//!
//! A module without dependencies, for editions 2018 and later, with or without the
//! standard library. [`Code`] may hold any value, known or not; [`CODES`] has all that are
//! known, in ascending order.

#![allow(dead_code, non_camel_case_types)]

/// Version of the data.
pub const VERSION: &str = "2.10.3";

/// A code, by the value that is on the wire.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(transparent)]
pub struct Code(pub &'static str);

/// The codes. Values never change, and none is ever used again.
impl Code {
    /// Up: The kite went up, and the string is \long "enough" * / ??/.
    ///
    /// KP 1 section 4.2; since 1.0.0.
    pub const UP: Code = Code("UP");
    /// Down: The kite came down.
    ///
    /// KP 1 section 4.3; since 1.0.0.
    pub const DOWN: Code = Code("DOWN");
    /// In a Tree: The kite hangs in a tree.
    ///
    /// KP 1; since 1.1.0 (temporary).
    pub const TREE: Code = Code("TREE");
    /// In a Tree, of Winch: The kite hangs in a tree, and the winch pulls.
    ///
    /// Winch; since 2.0.0 (unofficial).
    pub const TREE_OF_WINCH: Code = Code("TREE");
    /// Lost "Kite": The kite is gone.
    ///
    /// KP 0 section 1; since 1.0.0, retired in 2.10.0 (obsolete).
    pub const LOST_KITE: Code = Code("LOST_KITE");
    /// The old name of `UP`.
    pub const ALOFT: Code = Code::UP;
    /// The old name of `UP`.
    pub const SKY_HIGH: Code = Code::UP;
}

impl Code {
    /// The code with this value; `None` where it is unknown.
    pub fn find(value: &str) -> Option<Code> {
        match value {
            "UP" => Some(Code::UP),
            "DOWN" => Some(Code::DOWN),
            "TREE" => Some(Code::TREE),
            "LOST_KITE" => Some(Code::LOST_KITE),
            _ => None,
        }
    }

    /// The code with this name, also an old one, in any case (ASCII).
    pub fn from_name(name: &str) -> Option<Code> {
        const NAMES: &[(&str, Code)] = &[
            ("ALOFT", Code::UP),
            ("DOWN", Code::DOWN),
            ("LOST_KITE", Code::LOST_KITE),
            ("SKY_HIGH", Code::UP),
            ("TREE", Code::TREE),
            ("TREE_OF_WINCH", Code::TREE_OF_WINCH),
            ("UP", Code::UP),
        ];
        NAMES
            .iter()
            .find(|entry| entry.0.eq_ignore_ascii_case(name))
            .map(|entry| entry.1)
    }

    /// All that is known about the code; `None` where it is unknown.
    pub fn info(self) -> Option<&'static Info> {
        match self {
            Code::UP => Some(&CODES[0]),
            Code::DOWN => Some(&CODES[1]),
            Code::TREE => Some(&CODES[2]),
            Code::LOST_KITE => Some(&CODES[4]),
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

    /// Pull; `None` where nothing is said.
    pub fn pull_fact(self) -> Option<PullFact> {
        self.info().and_then(|info| info.pull_fact)
    }

    /// Wind; empty where nothing is said.
    pub fn wind_fact(self) -> &'static [WindFact] {
        self.info().map_or(&[], |info| info.wind_fact)
    }

    /// Tail length; `None` where nothing is said.
    pub fn tail_length_fact(self) -> Option<TailLengthFact> {
        self.info().and_then(|info| info.tail_length_fact)
    }

    /// Place; empty where nothing is said.
    pub fn place_fact(self) -> &'static [PlaceFact] {
        self.info().map_or(&[], |info| info.place_fact)
    }

    /// Daytime; `None` where nothing is said.
    pub fn daytime_fact(self) -> Option<DaytimeFact> {
        self.info().and_then(|info| info.daytime_fact)
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
    /// AIR: In the Air.
    InTheAir,
    /// On the Ground.
    OnTheGround,
}

impl Class {
    /// The id of the class in the catalog.
    pub fn id(self) -> &'static str {
        match self {
            Class::InTheAir => "in-the-air",
            Class::OnTheGround => "on-the-ground",
        }
    }
}

/// Pull. A later version may have more values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum PullFact {
    /// None. The string hangs loose.
    None,
    /// Strong. The string sings: hold it with both | hands.
    Strong,
}

impl PullFact {
    /// The id of the value in the catalog.
    pub fn id(self) -> &'static str {
        match self {
            PullFact::None => "none",
            PullFact::Strong => "strong",
        }
    }
}

/// Wind. A later version may have more values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum WindFact {
    /// Calm. Nothing moves.
    Calm,
    /// Breeze.
    Breeze,
    /// Storm. Everything moves.
    Storm,
}

impl WindFact {
    /// The id of the value in the catalog.
    pub fn id(self) -> &'static str {
        match self {
            WindFact::Calm => "calm",
            WindFact::Breeze => "breeze",
            WindFact::Storm => "storm",
        }
    }
}

/// Tail length. A later version may have more values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum TailLengthFact {
    /// Short.
    Short,
    /// Long. More than a metre.
    Long,
}

impl TailLengthFact {
    /// The id of the value in the catalog.
    pub fn id(self) -> &'static str {
        match self {
            TailLengthFact::Short => "short",
            TailLengthFact::Long => "long",
        }
    }
}

/// Place. A later version may have more values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum PlaceFact {
    /// Beach.
    Beach,
    /// PULL|HARD.
    CmdPull,
    /// LET-GO.
    CmdLetGo,
}

impl PlaceFact {
    /// The id of the value in the catalog.
    pub fn id(self) -> &'static str {
        match self {
            PlaceFact::Beach => "beach",
            PlaceFact::CmdPull => "cmd-pull",
            PlaceFact::CmdLetGo => "cmd-let-go",
        }
    }
}

/// Daytime. A later version may have more values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum DaytimeFact {
    /// Noon.
    Noon,
}

impl DaytimeFact {
    /// The id of the value in the catalog.
    pub fn id(self) -> &'static str {
        match self {
            DaytimeFact::Noon => "noon",
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
    /// Pull.
    pub pull_fact: Option<PullFact>,
    /// Wind.
    pub wind_fact: &'static [WindFact],
    /// Tail length.
    pub tail_length_fact: Option<TailLengthFact>,
    /// Place.
    pub place_fact: &'static [PlaceFact],
    /// Daytime.
    pub daytime_fact: Option<DaytimeFact>,
}

/* What a code has of which nothing is said. */
const NOTHING: Info = Info {
    code: Code::UP,
    name: "",
    title: "",
    phrase: "",
    summary: "",
    reference: "",
    class: Class::InTheAir,
    primary: false,
    deprecated: false,
    pull_fact: None,
    wind_fact: &[],
    tail_length_fact: None,
    place_fact: &[],
    daytime_fact: None,
};

/// All codes, in ascending order; also those that share their value with another one.
pub static CODES: [Info; 5] = [
    Info {
        code: Code::UP,
        name: "UP",
        title: "Up",
        phrase: "Up, up & \"away\" \\o/ */ ??/",
        summary: "The kite went up, and the string is \\long \"enough\" */ ??/",
        reference: "KP 1 section 4.2",
        class: Class::InTheAir,
        primary: true,
        deprecated: false,
        pull_fact: Some(PullFact::Strong),
        wind_fact: &[WindFact::Breeze, WindFact::Storm],
        tail_length_fact: Some(TailLengthFact::Long),
        place_fact: &[PlaceFact::Beach, PlaceFact::CmdPull, PlaceFact::CmdLetGo],
        ..NOTHING
    },
    Info {
        code: Code::DOWN,
        name: "DOWN",
        title: "Down",
        phrase: "",
        summary: "The kite came down",
        reference: "KP 1 section 4.3",
        class: Class::OnTheGround,
        primary: true,
        deprecated: false,
        pull_fact: Some(PullFact::None),
        wind_fact: &[WindFact::Calm, WindFact::Breeze],
        place_fact: &[PlaceFact::Beach],
        daytime_fact: Some(DaytimeFact::Noon),
        ..NOTHING
    },
    Info {
        code: Code::TREE,
        name: "TREE",
        title: "In a Tree",
        phrase: "In a tree",
        summary: "The kite hangs in a tree",
        reference: "KP 1",
        class: Class::OnTheGround,
        primary: true,
        deprecated: false,
        pull_fact: Some(PullFact::Strong),
        wind_fact: &[WindFact::Breeze],
        place_fact: &[PlaceFact::CmdPull],
        ..NOTHING
    },
    Info {
        code: Code::TREE_OF_WINCH,
        name: "TREE_OF_WINCH",
        title: "In a Tree, of Winch",
        phrase: "",
        summary: "The kite hangs in a tree, and the winch pulls",
        reference: "Winch",
        class: Class::OnTheGround,
        primary: false,
        deprecated: false,
        pull_fact: Some(PullFact::Strong),
        wind_fact: &[WindFact::Storm],
        tail_length_fact: Some(TailLengthFact::Short),
        place_fact: &[PlaceFact::CmdPull],
        ..NOTHING
    },
    Info {
        code: Code::LOST_KITE,
        name: "LOST_KITE",
        title: "Lost \"Kite\"",
        phrase: "",
        summary: "The kite is gone",
        reference: "KP 0 section 1",
        class: Class::InTheAir,
        primary: true,
        deprecated: true,
        pull_fact: Some(PullFact::None),
        wind_fact: &[WindFact::Storm],
        place_fact: &[PlaceFact::Beach],
        ..NOTHING
    },
];
