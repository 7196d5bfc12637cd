import type { Instant } from "./instant.ts";

/**
 * What an entry of her journal says beside its words, as an act holds it: of whoever did it, of those who saw it, of her. The journal itself is
 * `entry.ts`; this is what patterns and paper see of it (docs/formats/act.md).
 */

/** Who wrote a line: she, or somebody who keeps the journal for her. */
export const writers = ["self", "supporter"] as const;
export type Writer = (typeof writers)[number];

/** What happened, in her words and not by the letters of a law. A new value is added here with its reason. */
export const entryKinds = [
  "followed", "contacted", "published", "pretended", "watched-online", "waited-near", "interfered", "watched", "threatened", "damaged",
  "sent-things", "came-in", "through-others", "other",
] as const; // prettier-ignore
export type EntryKind = (typeof entryKinds)[number];

/** How sure she is of who it was. */
export const certainties = ["certain", "think-so", "not-known"] as const;
export type Certainty = (typeof certainties)[number];

/** "seen": she was there, or it came to her. "told": somebody told her. */
export const waysOfKnowing = ["seen", "told"] as const;
export type WayOfKnowing = (typeof waysOfKnowing)[number];

/** Whether she feared that violence would be used. Absent: she was not asked. */
export const fearsOfViolence = ["yes", "no", "unsure"] as const;
export type FearOfViolence = (typeof fearsOfViolence)[number];

/** Of which part of her life she tells. */
export const lifeAreas = ["sleep", "work", "routes", "phone and accounts", "home", "children", "health", "cost", "other"] as const;
export type LifeArea = (typeof lifeAreas)[number];

/** A report, a complaint, a call: with whom it is, and under which number. */
export interface EntryReference {
  readonly with: string;
  readonly number: string;
}

/** When the device said that a line was written, and by whom. */
export interface WrittenDown {
  readonly at: Instant;
  readonly by: Writer;
  /** Where the clock is not believed: after the one and before the other, as far as anything is known of that side. */
  readonly between?: { readonly from?: Instant; readonly until?: Instant };
}

/** A line that was added later. */
export interface AddedTo extends WrittenDown {
  /** What was added to the words; absent where only something beside them was. */
  readonly words?: string;
}

/** What a line of hers can say beside its words, in the journal and in an act alike; absent: not said. No list is empty. */
export interface EntryDetails {
  readonly kinds?: readonly EntryKind[];
  /** Numbers, accounts, addresses, number plates, as seen. */
  readonly accounts?: readonly string[];
  readonly place?: string;
  /** Who was used for it, or was there with them. */
  readonly others?: readonly string[];
  readonly witnesses?: readonly string[];
  readonly firstHand?: WayOfKnowing;
  /** Who told her. */
  readonly toldBy?: string;
  readonly fearedViolence?: FearOfViolence;
  readonly felt?: string;
  /** What she changed because of it, or could not do. */
  readonly changed?: string;
  /** Of which parts of her life `changed` tells. */
  readonly areas?: readonly LifeArea[];
  /** What she did about it. */
  readonly did?: string;
  readonly references?: readonly EntryReference[];
  /** The order or bail condition that it may break. */
  readonly breaks?: string;
}

/** What an entry says beside its words, with what was added. */
export interface OwnEntry extends EntryDetails {
  readonly written: WrittenDown;
  readonly sure?: Certainty;
  /** How she knows who it was. */
  readonly how?: string;
  /** Written while the vault was locked: hers, as she said afterwards. */
  readonly locked?: true;
  /** The same: not hers, as she said. */
  readonly found?: true;
  readonly added?: readonly AddedTo[];
}

/** The entry with every text of hers changed: names are covered in it. */
export function withEntryTexts(entry: OwnEntry, change: (text: string) => string): OwnEntry {
  const { accounts, place, how, others, witnesses, toldBy, felt, changed, did, references, breaks, added } = entry;
  const each = (some: readonly string[]): readonly string[] => some.map(change);
  return {
    ...entry,
    ...(accounts && { accounts: each(accounts) }),
    ...(place !== undefined && { place: change(place) }),
    ...(how !== undefined && { how: change(how) }),
    ...(others && { others: each(others) }),
    ...(witnesses && { witnesses: each(witnesses) }),
    ...(toldBy !== undefined && { toldBy: change(toldBy) }),
    ...(felt !== undefined && { felt: change(felt) }),
    ...(changed !== undefined && { changed: change(changed) }),
    ...(did !== undefined && { did: change(did) }),
    ...(references && { references: references.map((one) => ({ with: change(one.with), number: change(one.number) })) }),
    ...(breaks !== undefined && { breaks: change(breaks) }),
    ...(added && { added: added.map((one) => (one.words === undefined ? one : { ...one, words: change(one.words) })) }),
  };
}

/** Every text of hers in it. */
export function entryTexts(entry: OwnEntry): readonly string[] {
  const texts: string[] = [];
  withEntryTexts(entry, (text) => {
    texts.push(text);
    return text;
  });
  return texts;
}
