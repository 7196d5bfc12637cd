import { normalName } from "@unmask/core";
import type { Condition } from "../event/order-shapes.ts";
import { quoted } from "../shortened.ts";
import { compareContact } from "./compare-contact.ts";
import { compareDevices } from "./compare-devices.ts";
import { comparePresence } from "./compare-presence.ts";
import { type Touch, touchOf } from "./condition-touch.ts";
import { type Answered, type Found, gravestOf } from "./found.ts";

/**
 * Whether somebody can obey a draft and each live order at once: s2(6) and (7). Every condition of the draft is held against every condition of the
 * others, of any force, typed in where they are not ours. Two prohibitions never conflict: who does neither obeys both; only one that keeps somebody in a
 * place asks for something. What is not written is never taken to fit.
 */

/** UTF-16 units of a condition's words in a reason. */
const longestCondition = 80;

/** A condition of a live order. */
export interface TheirCondition {
  /** The order as people name it: "WM-26-004". */
  readonly order: string;
  readonly condition: Condition;
}

/**
 * The conditions of all orders of one application that live, each list those of one of them: an interim order can live beside the full one. What both say alike is
 * one condition; why it was necessary, and on what it rests, makes no other.
 */
export function conditionsOfLive(order: string, live: readonly (readonly Condition[])[]): readonly TheirCondition[] {
  const distinct = new Map<string, Condition>();
  for (const condition of live.flat()) {
    const { necessity: _necessity, evidence: _evidence, interimToo: _interimToo, ...read } = condition;
    const key = JSON.stringify(read);
    if (!distinct.has(key)) distinct.set(key, condition);
  }
  return [...distinct.values()].map((condition) => ({ order, condition }));
}

/** Two conditions, and how they stand to each other. */
export interface ComparedPair {
  /** Number of the draft's condition. */
  readonly mine: number;
  /** `says`: their words as they stand. */
  readonly theirs: { readonly order: string; readonly condition: number; readonly says: string };
  readonly found: Found;
  /** Both sentences and the reason, in words. */
  readonly why: string;
}

/**
 * The name of a protected person by the id that an order has for them; `order` absent: the draft. Ids are of one order alone, so that of two orders
 * the names are compared: a person without a name is not known to be another.
 */
export type NameOfPerson = (person: string, order?: string) => string | undefined;

/** Every condition of a draft against every one of the live orders of the same person, in the order given. */
export function compareConditions(
  mine: readonly Condition[],
  theirs: readonly TheirCondition[],
  nameOf: NameOfPerson = () => undefined,
): readonly ComparedPair[] {
  const ours = mine.map((condition) => sideOf(condition, "the draft", (person) => nameOf(person)));
  const others = theirs.map(({ order, condition }) => sideOf(condition, order, (person) => nameOf(person, order)));
  return ours.flatMap((one) =>
    others.map((other): ComparedPair => {
      const { found, why } = compareTwo(one, other);
      const { condition } = other;
      return {
        mine: one.condition.condition,
        theirs: { order: other.order, condition: condition.condition, says: condition.says },
        found,
        why,
      };
    }),
  );
}

/** "5 × 6 pairs read: 28 fit, 1 to read, 1 conflict". Numbers of conditions: theirs by ours. */
export function comparedInWords(pairs: readonly ComparedPair[]): string {
  const ours = new Set(pairs.map(({ mine }) => mine)).size;
  if (ours === 0) return "No pair to read: no live order has a condition.";
  const count = (found: Found): number => pairs.filter((one) => one.found === found).length;
  const [fit, read, not, conflict] = [count("fits"), count("to-read"), count("not-compared"), count("conflict")];
  const parts = [
    `${fit} ${fit === 1 ? "fits" : "fit"}`,
    ...(read > 0 ? [`${read} to read`] : []),
    ...(not > 0 ? [`${not} not compared`] : []),
    ...(conflict > 0 ? [`${conflict} ${conflict === 1 ? "conflict" : "conflicts"}`] : []),
  ];
  return `${pairs.length / ours} × ${ours} pairs read: ${parts.join(", ")}`;
}

/** A condition with what is asked of it. */
interface Side {
  readonly order: string;
  readonly condition: Condition;
  readonly name: string;
  readonly touch: Touch;
}

function sideOf(condition: Condition, order: string, nameOf: (person: string) => string | undefined): Side {
  const touch = touchOf(condition);
  const { contact } = touch;
  const names = contact?.persons?.map(nameOf);
  // One of whom no name is known could be anybody: as if no person was written.
  const persons = names?.every((one) => one !== undefined) === true ? names.map(normalName) : undefined;
  return {
    order,
    condition,
    name: `Condition ${condition.condition} of ${order}, ${quoted(condition.says, longestCondition)},`,
    touch: contact ? { ...touch, contact: { ...contact, persons } } : touch,
  };
}

function compareTwo(one: Side, other: Side): Answered {
  const both = `${one.name} and ${other.name.replace("Condition", "condition")}`;
  const isTwoProhibitions = one.condition.type === "prohibition" && other.condition.type === "prohibition";
  if (isTwoProhibitions) {
    const kept = presence(one, other);
    if (kept !== undefined) return kept;
    return mayKeepIn(one, other) || mayKeepIn(other, one)
      ? { found: "to-read", why: `${both} only forbid. One is in words alone: read whether it keeps somebody in a place.` }
      : { found: "fits", why: `${both} only forbid: who does neither obeys both.` };
  }
  if (one.touch.isWordsOnly || other.touch.isWordsOnly) {
    return {
      found: "not-compared",
      why: `${both} were not compared: of one of them no kind, place, time, device, person or way is written.`,
    };
  }
  const gravest = gravestOf([presence(one, other), devices(one, other), contact(one, other)].filter((answer) => answer !== undefined));
  if (gravest === undefined) return { found: "fits", why: `${both} have no place, device or person in common.` };
  const localities = [one, other].flatMap(({ condition: { locality }, name }) =>
    locality === undefined ? [] : [`${name} has effect only in ${quoted(locality)}.`],
  );
  return gravest.found === "conflict" && localities.length > 0
    ? { found: "conflict", why: `${gravest.why} ${localities.join(" ")}` }
    : gravest;
}

function presence(one: Side, other: Side): Answered | undefined {
  const [a, b] = [one.touch.presence, other.touch.presence];
  return a && b && comparePresence({ name: one.name, touch: a }, { name: other.name, touch: b });
}

function devices(one: Side, other: Side): Answered | undefined {
  const [a, b] = [one.touch.devices, other.touch.devices];
  return a && b && compareDevices({ name: one.name, touch: a }, { name: other.name, touch: b });
}

function contact(one: Side, other: Side): Answered | undefined {
  const [a, b] = [one.touch.contact, other.touch.contact];
  return a && b && compareContact({ name: one.name, touch: a }, { name: other.name, touch: b });
}

/** A prohibition in words alone can be one not to leave: beside one about a place somebody has to read it. */
function mayKeepIn(one: Side, { touch }: Side): boolean {
  return one.touch.isWordsOnly && touch.presence !== undefined;
}
