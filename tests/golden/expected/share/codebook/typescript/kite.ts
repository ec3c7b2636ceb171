/*
 * Kite & String Protocol <draft>: the signals, and what is known about each.
 *
 * Made by codebook VERSION from kite.xml, data version 2.10.3.
 * Do not edit: change the catalog and make it again.
 *
 * This file is free for any use, without any condition.
 * SPDX-License-Identifier: 0BSD
 */

/** Version of the data. */
export const VERSION = "2.10.3";

/** The codes. Values never change, and none is ever used again. */
export const Code = {
  /**
   * Up: The kite went up, and the string is \long "enough" * / ??/.
   *
   * KP 1 section 4.2; since 1.0.0.
   */
  UP: "UP",
  /**
   * Down: The kite came down.
   *
   * KP 1 section 4.3; since 1.0.0.
   */
  DOWN: "DOWN",
  /**
   * In a Tree: The kite hangs in a tree.
   *
   * KP 1; since 1.1.0 (temporary).
   */
  TREE: "TREE",
  /**
   * In a Tree, of Winch: The kite hangs in a tree, and the winch pulls.
   *
   * Winch; since 2.0.0 (unofficial).
   */
  TREE_OF_WINCH: "TREE",
  /**
   * Lost "Kite": The kite is gone.
   *
   * KP 0 section 1; since 1.0.0, retired in 2.10.0 (obsolete).
   *
   * @deprecated Retired in 2.10.0.
   */
  LOST_KITE: "LOST_KITE",
  /** @deprecated An old name; now: Up. */
  ALOFT: "UP",
  /** @deprecated An old name; now: Up. */
  SKY_HIGH: "UP",
} as const;

/** The name of a code, also an old one. */
export type CodeName = keyof typeof Code;

/** A code that is known. */
export type Code = (typeof Code)[CodeName];

/** The classes of codes. */
export const Class = {
  /** AIR: In the Air. */
  IN_THE_AIR: "in-the-air",
  /** On the Ground. */
  ON_THE_GROUND: "on-the-ground",
} as const;

/** The id of a class. */
export type Class = (typeof Class)[keyof typeof Class];

/** Pull. */
export const PullFact = {
  /** None. The string hangs loose. */
  NONE: "none",
  /** Strong. The string sings: hold it with both | hands. */
  STRONG: "strong",
} as const;

/** Pull, as an id. */
export type PullFact = (typeof PullFact)[keyof typeof PullFact];

/** Wind. */
export const WindFact = {
  /** Calm. Nothing moves. */
  CALM: "calm",
  /** Breeze. */
  BREEZE: "breeze",
  /** Storm. Everything moves. */
  STORM: "storm",
} as const;

/** Wind, as an id. */
export type WindFact = (typeof WindFact)[keyof typeof WindFact];

/** Tail length. */
export const TailLengthFact = {
  /** Short. */
  SHORT: "short",
  /** Long. More than a metre. */
  LONG: "long",
} as const;

/** Tail length, as an id. */
export type TailLengthFact = (typeof TailLengthFact)[keyof typeof TailLengthFact];

/** Place. */
export const PlaceFact = {
  /** Beach. */
  BEACH: "beach",
  /** PULL|HARD. */
  CMD_PULL: "cmd-pull",
  /** LET-GO. */
  CMD_LET_GO: "cmd-let-go",
} as const;

/** Place, as an id. */
export type PlaceFact = (typeof PlaceFact)[keyof typeof PlaceFact];

/** Daytime. */
export const DaytimeFact = {
  /** Noon. */
  NOON: "noon",
} as const;

/** Daytime, as an id. */
export type DaytimeFact = (typeof DaytimeFact)[keyof typeof DaytimeFact];

/** What is stated about a code, by the id of the facet. */
export interface Facts {
  /** Pull. */
  readonly "pull": PullFact;
  /** Wind. */
  readonly "wind": readonly WindFact[];
  /** Tail length. */
  readonly "tail-length"?: TailLengthFact;
  /** Place. */
  readonly "place": readonly PlaceFact[];
  /** Daytime. */
  readonly "daytime"?: DaytimeFact;
}

/** What is known about a code. */
export interface Info {
  /** The value on the wire. */
  readonly code: Code;
  /** The name in Code. */
  readonly name: CodeName;
  /** The name for people. */
  readonly title: string;
  /** The text on the wire; "" where the code has none. */
  readonly phrase: string;
  /** What the code says, in one line. */
  readonly summary: string;
  /** Where the code is defined. */
  readonly reference: string;
  readonly class: Class;
  /** Of the codes with this value, the one that it stands for. */
  readonly primary: boolean;
  /** It should not be sent any more. */
  readonly deprecated: boolean;
  readonly facts: Facts;
}

/** All codes, in ascending order; also those that share their value with another one. */
export const codes: readonly Info[] = [
  {
    code: "UP",
    name: "UP",
    title: "Up",
    phrase: "Up, up & \"away\" \\o/ */ ??/",
    summary: "The kite went up, and the string is \\long \"enough\" */ ??/",
    reference: "KP 1 section 4.2",
    class: "in-the-air",
    primary: true,
    deprecated: false,
    facts: {
      "pull": "strong",
      "wind": ["breeze", "storm"],
      "tail-length": "long",
      "place": ["beach", "cmd-pull", "cmd-let-go"],
    },
  },
  {
    code: "DOWN",
    name: "DOWN",
    title: "Down",
    phrase: "",
    summary: "The kite came down",
    reference: "KP 1 section 4.3",
    class: "on-the-ground",
    primary: true,
    deprecated: false,
    facts: {
      "pull": "none",
      "wind": ["calm", "breeze"],
      "place": ["beach"],
      "daytime": "noon",
    },
  },
  {
    code: "TREE",
    name: "TREE",
    title: "In a Tree",
    phrase: "In a tree",
    summary: "The kite hangs in a tree",
    reference: "KP 1",
    class: "on-the-ground",
    primary: true,
    deprecated: false,
    facts: {
      "pull": "strong",
      "wind": ["breeze"],
      "place": ["cmd-pull"],
    },
  },
  {
    code: "TREE",
    name: "TREE_OF_WINCH",
    title: "In a Tree, of Winch",
    phrase: "",
    summary: "The kite hangs in a tree, and the winch pulls",
    reference: "Winch",
    class: "on-the-ground",
    primary: false,
    deprecated: false,
    facts: {
      "pull": "strong",
      "wind": ["storm"],
      "tail-length": "short",
      "place": ["cmd-pull"],
    },
  },
  {
    code: "LOST_KITE",
    name: "LOST_KITE",
    title: "Lost \"Kite\"",
    phrase: "",
    summary: "The kite is gone",
    reference: "KP 0 section 1",
    class: "in-the-air",
    primary: true,
    deprecated: true,
    facts: {
      "pull": "none",
      "wind": ["storm"],
      "place": ["beach"],
    },
  },
];

/** All that is known about a code; undefined where it is unknown. */
export function info(code: string): Info | undefined {
  for (const known of codes) {
    if (known.primary && known.code === code) {
      return known;
    }
  }
  return undefined;
}

/** Whether a string is a code that is known. */
export function isCode(code: string): code is Code {
  return info(code) !== undefined;
}

/** The code with this name, also an old one, in any case (ASCII). */
export function fromName(name: string): Code | undefined {
  const capitals = name.replace(/[a-z]/g, (letter) => letter.toUpperCase());
  return Object.prototype.hasOwnProperty.call(Code, capitals) ? Code[capitals as CodeName] : undefined;
}

/** The class of a code. */
export function classOf(code: string): Class | undefined {
  const known = info(code);
  if (known !== undefined) {
    return known.class;
  }
  return undefined;
}
