/*
 * Gusts: the gust codes, and what is known about each.
 *
 * Made by codebook VERSION from gust.xml, data version 0.1.0.
 * Do not edit: change the catalog and make it again.
 *
 * This file is free for any use, without any condition.
 * SPDX-License-Identifier: 0BSD
 */

/** Version of the data. */
export const VERSION = "0.1.0";

/** The codes. Values never change, and none is ever used again. */
export const Code = {
  /**
   * Breeze: A breeze.
   *
   * KP 1; since 0.1.0 (experimental).
   */
  BREEZE: "1.1",
  /**
   * Storm: A storm; see also the kite.
   *
   * KP 1 section 9.9; since 0.1.0 (registered).
   */
  STORM: "2.9",
  /**
   * Squall: A squall.
   *
   * KP 1 section 9.10; since 0.1.0 (reserved).
   */
  SQUALL: "2.10",
} as const;

/** The name of a code, also an old one. */
export type CodeName = keyof typeof Code;

/** A code that is known. */
export type Code = (typeof Code)[CodeName];

/** The classes of codes. */
export const Class = {
  /** 1.x: Light. */
  LIGHT: "light",
  /** 2.x: Heavy. */
  HEAVY: "heavy",
} as const;

/** The id of a class. */
export type Class = (typeof Class)[keyof typeof Class];

/** Side. */
export const SideFact = {
  /** Left. */
  LEFT: "left",
} as const;

/** Side, as an id. */
export type SideFact = (typeof SideFact)[keyof typeof SideFact];

/** What is stated about a code, by the id of the facet. */
export interface Facts {
  /** Side. */
  readonly "side"?: SideFact;
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
    code: "1.1",
    name: "BREEZE",
    title: "Breeze",
    phrase: "",
    summary: "A breeze",
    reference: "KP 1",
    class: "light",
    primary: true,
    deprecated: false,
    facts: {
    },
  },
  {
    code: "2.9",
    name: "STORM",
    title: "Storm",
    phrase: "",
    summary: "A storm; see also the kite",
    reference: "KP 1 section 9.9",
    class: "heavy",
    primary: true,
    deprecated: false,
    facts: {
      "side": "left",
    },
  },
  {
    code: "2.10",
    name: "SQUALL",
    title: "Squall",
    phrase: "",
    summary: "A squall",
    reference: "KP 1 section 9.10",
    class: "heavy",
    primary: true,
    deprecated: true,
    facts: {
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
