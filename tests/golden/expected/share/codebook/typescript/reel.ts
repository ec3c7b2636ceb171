/*
 * Reels: the reel codes, and what is known about each.
 *
 * Made by codebook VERSION from reel.xml, data version 1.0.0.
 * Do not edit: change the catalog and make it again.
 *
 * This file is free for any use, without any condition.
 * SPDX-License-Identifier: 0BSD
 */

/** Version of the data. */
export const VERSION = "1.0.0";

/** The codes. Values never change, and none is ever used again. */
export const Code = {
  /**
   * Halt: The reel halts.
   *
   * KP 1; since 1.0.0.
   */
  HALT: 0x00,
  /**
   * Spin: The reel spins.
   *
   * KP 1 section 3; since 1.0.0.
   */
  SPIN: 0x1F,
  /**
   * Spin of Winch: The winch spins.
   *
   * KP 1; since 1.0.0 (unofficial).
   */
  SPIN_OF_WINCH: 0x1F,
  /**
   * Jam: The reel is stuck.
   *
   * KP 1; since 1.0.0.
   */
  JAM: 0x80,
  /** @deprecated An old name; now: Halt. */
  NULL: 0x00,
  /** @deprecated An old name; now: Jam. */
  BLOCK: 0x80,
} as const;

/** The name of a code, also an old one. */
export type CodeName = keyof typeof Code;

/** A code that is known. */
export type Code = (typeof Code)[CodeName];

/** The classes of codes. */
export const Class = {
  /** 0x: Turning. */
  TURNING: "turning",
  /** Stuck. */
  STUCK: "stuck",
} as const;

/** The id of a class. */
export type Class = (typeof Class)[keyof typeof Class];

/** Speed. */
export const SpeedFact = {
  /** Slow. */
  SLOW: "slow",
  /** Fast, "very" \ * / ??/. Do not touch it ??/ */
  FAST: "fast",
} as const;

/** Speed, as an id. */
export type SpeedFact = (typeof SpeedFact)[keyof typeof SpeedFact];

/** Noise. */
export const NoiseFact = {
  /** Hum. */
  HUM: "hum",
  /** Click. */
  CLICK: "click",
} as const;

/** Noise, as an id. */
export type NoiseFact = (typeof NoiseFact)[keyof typeof NoiseFact];

/** Oil. */
export const OilFact = {
  /** Dry. */
  DRY: "dry",
} as const;

/** Oil, as an id. */
export type OilFact = (typeof OilFact)[keyof typeof OilFact];

/** What is stated about a code, by the id of the facet. */
export interface Facts {
  /** Speed. */
  readonly "speed": SpeedFact;
  /** Noise. */
  readonly "noise"?: readonly NoiseFact[];
  /** Oil. */
  readonly "oil"?: OilFact;
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
    code: 0x00,
    name: "HALT",
    title: "Halt",
    phrase: "Halt ??= \\\"",
    summary: "The reel halts",
    reference: "KP 1",
    class: "turning",
    primary: true,
    deprecated: false,
    facts: {
      "speed": "slow",
    },
  },
  {
    code: 0x1F,
    name: "SPIN",
    title: "Spin",
    phrase: "",
    summary: "The reel spins",
    reference: "KP 1 section 3",
    class: "turning",
    primary: true,
    deprecated: false,
    facts: {
      "speed": "fast",
      "noise": ["hum", "click"],
    },
  },
  {
    code: 0x1F,
    name: "SPIN_OF_WINCH",
    title: "Spin of Winch",
    phrase: "",
    summary: "The winch spins",
    reference: "KP 1",
    class: "turning",
    primary: false,
    deprecated: false,
    facts: {
      "speed": "fast",
    },
  },
  {
    code: 0x80,
    name: "JAM",
    title: "Jam",
    phrase: "",
    summary: "The reel is stuck",
    reference: "KP 1",
    class: "stuck",
    primary: true,
    deprecated: false,
    facts: {
      "speed": "slow",
      "oil": "dry",
    },
  },
];

/** All that is known about a code; undefined where it is unknown. */
export function info(code: number): Info | undefined {
  for (const known of codes) {
    if (known.primary && known.code === code) {
      return known;
    }
  }
  return undefined;
}

/** Whether a number is a code that is known. */
export function isCode(code: number): code is Code {
  return info(code) !== undefined;
}

/** The code with this name, also an old one, in any case (ASCII). */
export function fromName(name: string): Code | undefined {
  const capitals = name.replace(/[a-z]/g, (letter) => letter.toUpperCase());
  return Object.prototype.hasOwnProperty.call(Code, capitals) ? Code[capitals as CodeName] : undefined;
}

/** The class of a code; where classes are ranges, also of a number that is no known code. */
export function classOf(code: number): Class | undefined {
  const known = info(code);
  if (known !== undefined) {
    return known.class;
  }
  if (code >= 0 && code <= 127) {
    return "turning";
  }
  return undefined;
}
