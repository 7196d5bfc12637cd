import type { Channel, Flag, Grade, IdentityKind, Kind, LaneId, Verdict } from "@unmask/core";

/**
 * What a language must say, and nothing about how it is asked: `numbers.ts`, `days.ts` and `acts.ts` ask. Every table is closed over its list
 * in core, so that a value added there does not compile until each language has words for it. It is cut in six, and a
 * function takes its part alone: a page that says a size loads no words for flags.
 */
export interface Language {
  /** As HTML's `lang` writes it: "en-GB". */
  readonly tag: string;
  readonly numbers: NumberWords;
  readonly days: DayWords;
  readonly ways: WayWords;
  readonly acts: ActWords;
  readonly checks: CheckWords;
  readonly voices: VoiceWords;
}

/**
 * The places in a sentence where one of the two people stands, named by what stands there on her page. `are` and `were` stand behind
 * `you`, `Me` and `meSays` where a whole name has no room, `now` is the day from which an age is counted, `moment` the hour, `sameDay` that it is of that day.
 */
export const markNames = [
  "You", "you", "yours", "Yours", "your", "Your", "youSay", "are", "were", "Me", "They", "they", "them", "Theirs", "theirs", "now",
  "moment", "sameDay", "meSays",
] as const; // prettier-ignore
export type Mark = (typeof markNames)[number];

/** What stands in each of these places. */
export type Voice = Readonly<Record<Mark, string>>;

/** The two voices in which a sentence is told. */
export interface VoiceWords {
  /** To her: "you" and "them". */
  readonly page: Voice;
  /** Of her, by both names. */
  readonly print: (names: { readonly me: string; readonly them: string; readonly initials: string }) => Voice;
}

/** One of a thing, and several: "1 act", "2 acts". */
export interface Noun {
  readonly one: string;
  readonly several: string;
}

/** Numbers, counts, sizes and lists. */
export interface NumberWords {
  /** Between groups of three digits: "1,081". */
  readonly thousands: string;
  /** Before tenths: "8.2". */
  readonly decimal: string;
  /** Words for 0, 1, 2 and so on; figures from there. */
  readonly small: readonly string[];
  /** Where a number would stand that nobody can give. */
  readonly notKnown: string;
  /** "there were 214 acts" of what was counted already. */
  readonly thereWere: (counted: string, count: number) => string;
  /** "once", "12 times"; `few` is the number in words where it is small. */
  readonly times: (few: string, count: number) => string;
  /** "a, b and c"; empty for none. */
  readonly list: (words: readonly string[]) => string;
  readonly bytes: Noun;
  /** From a thousand bytes, a thousand times more at each step. */
  readonly units: readonly [string, string, string, string];
  readonly hours: string;
  readonly minutes: string;
  readonly seconds: string;
}

/** From January. */
export type Twelve = readonly [
  string, string, string, string, string, string, string, string, string, string, string, string,
]; // prettier-ignore

/** From Monday. */
export type Seven = readonly [string, string, string, string, string, string, string];

/** Days and times of day. */
export interface DayWords {
  readonly months: Twelve;
  /** As short as people read them. */
  readonly shortMonths: Twelve;
  readonly weekdays: Seven;
  readonly shortWeekdays: Seven;
  /** "3 March 2026"; without a year "3 March". */
  readonly day: (day: number, month: string, year?: number) => string;
  /** "March 2026". */
  readonly month: (month: string, year: number) => string;
  /** "Tuesday 3 March 2026". */
  readonly onWeekday: (weekday: string, day: string) => string;
  /** "on 3 March 2026". */
  readonly on: (day: string) => string;
  /** "between 3 March and 9 June 2026". */
  readonly between: (first: string, last: string) => string;
  /** "3 March to 9 June 2026". */
  readonly range: (first: string, last: string) => string;
  /** "02:14", or "02:14:05" with seconds. */
  readonly clock: (hour: number, minute: number, second?: number) => string;
  /** "Tuesday 3 March 2026, 02:14". */
  readonly moment: (day: string, clock: string) => string;
}

/** Ways of reaching her. */
export interface WayWords {
  /** Inside a row: "WhatsApp", "text". */
  readonly channels: Readonly<Record<Channel, string>>;
  /** `label` stands on a picture ("Texts"), `said` inside a sentence ("texts"). */
  readonly lanes: Readonly<Record<LaneId, { readonly label: string; readonly said: string }>>;
}

/** What a check came to. */
export interface CheckWords {
  /** On a mark beside a file or a seal: "signer not known". The closed list itself is for programs. */
  readonly verdicts: Readonly<Record<Verdict, string>>;
}

/** What somebody did, what must be known about it, and who they are as a file names them. No word here labels a person. */
export interface ActWords {
  readonly kinds: Readonly<Record<Kind, KindWords>>;
  /** Coming in that was a break-in by its own words (`isBreakIn`): every other row of that kind has the neutral word. */
  readonly breakIn: KindWords;
  readonly flags: Readonly<Record<Flag, FlagWords>>;
  /** How an act is known: "record" in print, "read from the app’s own database" where there is room to say what that means. */
  readonly grades: Readonly<Record<Grade, { readonly short: string; readonly inFull: string }>>;
  readonly howKnown: HowKnownWords;
  readonly identities: Readonly<Record<IdentityKind, Noun>>;
  /** In the place of an identity, where an act has none: "nobody named". */
  readonly nobody: string;
}

/** How it is known whose an act is. */
export interface HowKnownWords {
  /** She wrote the name down, and not how sure she is. */
  readonly entry: string;
  /** By a file that anybody can edit. */
  readonly file: string;
  readonly record: string;
  /** Of a name with its verb: "Hannah Reyes is". */
  readonly sure: (sayer: string) => string;
  readonly notSure: (sayer: string) => string;
}

/** An act of one kind. */
export interface KindWords extends Noun {
  /** At the head of a row in print: "Message". */
  readonly title: string;
  /** Behind the name of its lane, on the page: "looked in". Empty where the lane says it: a message, a call. */
  readonly done: string;
}

/** A flag. The full list with what raises each stands in docs/formats/act.md. */
export interface FlagWords {
  /** In a row of print: "marked as deleted". */
  readonly short: string;
  /** A sentence under the act on the page. Empty where the page says it elsewhere, or where it changes nothing that she would have to know there. */
  readonly sentence: string;
}
