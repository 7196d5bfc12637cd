import type { ContactChannel } from "../event/order-shapes.ts";
import type { ContactTouch } from "./condition-touch.ts";
import type { Answered } from "./found.ts";

/** Two conditions about contact. */

/** A condition by the words that name it, and what it asks. `persons` as they are told apart in both orders. */
export interface ContactSide {
  readonly name: string;
  readonly touch: ContactTouch;
}

/** How they stand; undefined where both forbid, or both ask. */
export function compareContact(one: ContactSide, other: ContactSide): Answered | undefined {
  if (one.touch.role === other.touch.role) return undefined;
  const [asks, forbids] = one.touch.role === "asks" ? [one, other] : [other, one];
  const both = `${asks.name} asks for contact${waysInWords(asks.touch)}; ${forbids.name} forbids it${waysInWords(forbids.touch)}.`;
  const [persons, others] = [asks.touch.persons, forbids.touch.persons];
  const isSame = persons && others && persons.some((person) => others.includes(person));
  const isAlike = persons && others && persons.some((person) => others.some((another) => areAlike(person, another)));
  if (persons && others && !isSame && !isAlike) return { found: "fits", why: `${both} No person is named in both.` };
  const ways = waysLie(asks.touch.channels, forbids.touch.channels);
  if (ways === "none") return { found: "fits", why: `${both} No way is named in both.` };
  if (persons === undefined || others === undefined)
    return { found: "not-compared", why: `${both} Not compared: with whom is not written in one of them.` };
  if (ways === undefined) return { found: "not-compared", why: `${both} Not compared: by which way is not written in one of them.` };
  if (isSame !== true) return { found: "to-read", why: `${both} Names in them are alike: read whether the person is the same.` };
  return ways === "all"
    ? { found: "conflict", why: `${both} The person is the same. Nobody could obey both.` }
    : { found: "to-read", why: `${both} The person is the same; another way is left: read whether it is enough.` };
}

/** Whether two names have a word in common: "L. Ashworth", "Leila Ashworth". */
function areAlike(one: string, other: string): boolean {
  const words = new Set(wordsOf(one));
  return wordsOf(other).some((word) => words.has(word));
}

function wordsOf(person: string): readonly string[] {
  return person.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 1);
}

function waysLie(
  asked: readonly ContactChannel[] | undefined,
  forbidden: readonly ContactChannel[] | undefined,
): "all" | "some" | "none" | undefined {
  if (asked === undefined || forbidden === undefined) return undefined;
  if (forbidden.includes("any")) return "all";
  if (asked.includes("any")) return "some";
  const common = asked.filter((way) => forbidden.includes(way));
  return common.length === 0 ? "none" : common.length === new Set(asked).size ? "all" : "some";
}

function waysInWords({ channels }: ContactTouch): string {
  if (channels === undefined) return ", by which way is not written";
  return channels.includes("any") ? " by any means" : ` by ${channels.map((one) => one.replaceAll("-", " ")).join(", ")}`;
}
