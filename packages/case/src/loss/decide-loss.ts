import type { Instant } from "@unmask/core";
import { firstLondonInstant } from "../clock/london.ts";
import { anyOrder, anyReport } from "../withheld/desk-numbers.ts";
import { before, foldText, gap } from "../withheld/folded-text.ts";
import { digitRunsIn } from "../withheld/sought-numbers.ts";
import type { LossIntent, LossWords } from "./loss-event.ts";
import { type LossState, lossMomentInWords, toldInstant } from "./loss-state.ts";

/** Why something is not written of a loss, and what is open instead. */
export interface LossRefusal {
  readonly rule: "recorded-first" | "no-such-minute" | "still-to-come" | "known-before" | "told-already" | "why-late" | "names-somebody";
  readonly says: string;
  readonly allows: string;
}

/** A day and a time in numbers are no telephone number. */
const dayInNumbers =
  /(?<![\d./-])(?:(?:0?[1-9]|[12]\d|3[01])([./-])(?:0?[1-9]|1[0-2])\1\d{4}|\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))(?![./-]?\d)/g;
const timeInNumbers = /(?<![\d:])(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?![\d:])/g;
/** Digits of one number, whatever strokes and blanks are between them. */
const digitsTogether = /\+?\d(?:[^\p{L}\p{N},;]{0,4}\d){8,}/gu;
/** With its nought, its plus or its country; or as a table of figures has it, without. */
const isTelephone = /^(?:[0+]\d{9,}|44\d{10}|[1-37-9]\d{9})$/;
const isSaid = /^(?:0|44|0044)[1-9]\d{9}$/;
/** The sign of an address or an account, also in words. */
const address = new RegExp(`@|${before}at${gap}[\\p{L}\\p{N}]+${gap}dot${gap}[\\p{L}\\p{N}]`, "u");
const number = new RegExp(`${anyReport}|${anyOrder}`, "u");

/** Whether words hold the number of a report or an order, an address or a telephone number, however it is written: a register that is handed round would carry them out. */
function isNaming(words: string): boolean {
  const { folded } = foldText(words);
  const plain = folded.replace(dayInNumbers, " of ").replace(timeInNumbers, " of ");
  return (
    address.test(folded) ||
    number.test(folded) ||
    (plain.match(digitsTogether) ?? []).some((one) => isTelephone.test(one.replace(/[^+\d]/g, ""))) ||
    digitRunsIn(plain).some((run) => isSaid.test(run))
  );
}

/** Whether this may be written now; undefined: it may. `state` is undefined before a loss is recorded. */
export function whyNotLoss(
  intent: LossIntent,
  { state, now }: { readonly state: LossState | undefined; readonly now: Instant },
): LossRefusal | undefined {
  if (wordsOf(intent).some(isNaming))
    return {
      rule: "names-somebody",
      says: "It holds the number of a report or an order, an address or a telephone number. The register says what was lost, not whose.",
      allows: "Write it without, and how many people it is about.",
    };
  if ((intent.kind === "recorded") !== (state === undefined))
    return {
      rule: "recorded-first",
      says: "A loss is recorded once, before anything else.",
      allows: "Look again: somebody may have written it.",
    };
  switch (intent.kind) {
    case "recorded":
    case "described-again":
      return whyNotDescribed(intent.body, state, now);
    case "decided":
      return state === undefined ? undefined : whyNotDecided(intent.body, state);
    case "told":
      return state === undefined ? undefined : whyNotTold(intent.body, state, now);
  }
}

function whyNotDescribed({ happened, aware }: LossWords, state: LossState | undefined, now: Instant): LossRefusal | undefined {
  // Of a day alone nothing is known but that it had begun.
  const began = happened === null ? undefined : firstLondonInstant(happened.day, happened.at ?? "00:00");
  const knew = firstLondonInstant(aware.day, aware.at);
  if (knew === undefined || (happened !== null && began === undefined)) return noSuchMinute;
  if (knew > now || (began !== undefined && began > now)) return stillToCome;
  if (began !== undefined && knew < began)
    return { rule: "known-before", says: "Nobody knew of it before it happened.", allows: "Correct one of the two." };
  const told = state === undefined ? [] : Object.values(state.parties).flatMap((party) => party.told.map(({ when }) => when));
  return told.some((when) => when < knew) ? toldBefore : undefined;
}

function whyNotDecided(
  { whom, answer }: Extract<LossIntent, { kind: "decided" }>["body"],
  { parties }: LossState,
): LossRefusal | undefined {
  if (answer === "tell" || parties[whom].told.length === 0) return undefined;
  return { rule: "told-already", says: "They were told already, and that stands.", allows: "Nothing need be decided." };
}

function whyNotTold(
  { whom, when, late }: Extract<LossIntent, { kind: "told" }>["body"],
  { aware, ends, hours, parties }: LossState,
  now: Instant,
): LossRefusal | undefined {
  const told = toldInstant(when, now);
  if (told === undefined) return noSuchMinute;
  if (told > now) return stillToCome;
  if (told < aware) return toldBefore;
  const isLate = whom === "commissioner" && parties.commissioner.told.length === 0 && told > ends;
  if (isLate === (late !== null)) return undefined;
  const ended = `The ${hours} hours ended ${lossMomentInWords(ends)}`;
  return isLate
    ? { rule: "why-late", says: `${ended}, before this.`, allows: "Write why it was late." }
    : {
        rule: "why-late",
        says: `Nothing was late here: ${ended.slice(0, 1).toLowerCase()}${ended.slice(1)}.`,
        allows: "Leave out why it was late.",
      };
}

const noSuchMinute: LossRefusal = {
  rule: "no-such-minute",
  says: "The clock in London never showed that minute: it went forward that night.",
  allows: "Correct the time.",
};
const stillToCome: LossRefusal = { rule: "still-to-come", says: "That is still to come.", allows: "Correct the day or the time." };
const toldBefore: LossRefusal = { rule: "known-before", says: "Nobody was told before the force knew.", allows: "Correct one of the two." };

function wordsOf({ body }: LossIntent): readonly string[] {
  return Object.values(body).filter((one): one is string => typeof one === "string");
}
