import { type Instant, wholeWord } from "@unmask/core";
import type { OrderState } from "../fold/order-state.ts";
import { londonDay } from "../clock/london.ts";
import { dayNumber } from "../register/day-number.ts";
import { createSideUnder } from "./another-side.ts";
import type { ArrivedAct } from "./arrived-act.ts";
import { proposalsFrom } from "./proposals.ts";

/** An act as it stands under the orders of one application: whom of those that they protect it reached or names, and whether somebody else can have done it for the subject. */

/** Letters of a name from which on a part of it alone is looked for. */
const leastOfPart = 3;

/** An act of a report, before it is known under which order it is looked at. */
export interface HeldAct {
  readonly act: Omit<ArrivedAct, "reached" | "named" | "through">;
  /** The record says that it went to whoever reports it. */
  readonly isToReporter: boolean;
  /** Names that she gave to the other side, as they stand in words. */
  readonly theirNames: readonly string[];
  /** Names that the report says of its other side. */
  readonly side: readonly string[];
  /** Of a sender whose name nobody saved, of whom she said nothing, and who wrote to nobody but her: the first instant of which anything of theirs is held. */
  readonly senderSince?: Instant;
}

/**
 * Makes a question: an act under these orders; undefined where another person did it and nothing says that it can have been for the subject. `sides`: the names
 * that each report of the case says of its other side.
 */
export function createArrivedUnder(state: OrderState, sides: readonly (readonly string[])[]): (held: HeldAct) => ArrivedAct | undefined {
  const sideUnder = createSideUnder(sides, state.subject);
  const names = { told: toldNames(state), last: lastNames(state) };
  const from = proposalsFrom(state);
  return (held) => {
    const { act, isToReporter, senderSince } = held;
    const words = act.words ?? "";
    const side = sideUnder(held.side);
    const isTheirs = act.whose === "theirs" || act.whose === "perhaps";
    const whose = !isTheirs || side === "subject" ? act.whose : side === "another" ? "other" : "not-known";
    // What she calls another man is no name of the subject, and he is no sender whom nobody knows.
    const told = side === "another" ? names.told : [...names.told, ...held.theirNames];
    const isNamed = whose === "other" && (namesSomebody(words, told) || names.last.some((name) => stands(name, words)));
    const isNew = act.whose === "other" && senderSince !== undefined && from !== undefined && londonDay(senderSince) >= dayNumber(from);
    const through = isNamed ? "names-subject" : isNew ? "new-sender" : undefined;
    if (whose === "other" && through === undefined) return undefined;
    // Who reports is known by the report alone, and two of one name are not taken as one.
    const reached = isToReporter ? state.draft.protects.flatMap(({ person, report }) => (report === act.report ? person : [])) : [];
    return { ...act, whose, ...(through !== undefined && { through }), reached, named: namedIn(words, state) };
  };
}

/** Names by which the subject of an order is known, with the first and the last of each. */
export function namesOfSubject(state: Pick<OrderState, "subject">): readonly string[] {
  return [...new Set([...toldNames(state), ...lastNames(state)])];
}

function toldNames({ subject }: Pick<OrderState, "subject">): readonly string[] {
  return withFirst([subject.name, ...(subject.otherNames ?? [])]);
}

/** Looked for with its capital alone: “pine” is a table, and “Pine” somebody. */
function lastNames({ subject }: Pick<OrderState, "subject">): readonly string[] {
  const last = [subject.name, ...(subject.otherNames ?? [])].flatMap((name) => partsOf(name).at(-1) ?? []);
  return last.filter((part) => part.length >= leastOfPart);
}

/** Names and the first part of each, which people use alone. */
function withFirst(names: readonly string[]): readonly string[] {
  const firsts = names.flatMap((name) => partsOf(name)[0] ?? []).filter((part) => part.length >= leastOfPart);
  return [...new Set([...names.map((name) => name.trim()), ...firsts])].filter((name) => /\p{L}/u.test(name));
}

function partsOf(name: string): readonly string[] {
  return name.trim().split(/\s+/);
}

/** Whether one of the names stands in words as a word of its own. */
function namesSomebody(words: string, names: readonly string[]): boolean {
  return words !== "" && names.some((name) => wholeWord(name).test(words));
}

/** Whether a name stands in words in the letters in which it is written. */
function stands(name: string, words: string): boolean {
  return new RegExp(wholeWord(name).source, "u").test(words);
}

/** Whom of the protected persons words name, by their whole name or its first: the last can be that of a family. */
function namedIn(words: string, { draft, typed }: Pick<OrderState, "draft" | "typed">): readonly string[] {
  if (words === "") return [];
  const protectedOnes = [...draft.protects, ...(typed?.protects ?? []).map((name) => ({ person: name, name }))];
  return [...new Set(protectedOnes.flatMap(({ person, name }) => (namesSomebody(words, withFirst([name])) ? [person] : [])))];
}
