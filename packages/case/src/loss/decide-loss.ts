import type { Instant } from "@unmask/core";
import { firstLondonInstant } from "../clock/london.ts";
import type { LossIntent, LossWords } from "./loss-event.ts";
import { type LossState, lossMomentInWords, toldInstant } from "./loss-state.ts";

/** Why something is not written of a loss, and what is open instead. */
export interface LossRefusal {
  readonly rule: "recorded-first" | "no-such-minute" | "still-to-come" | "known-before" | "told-already" | "why-late" | "names-somebody";
  readonly says: string;
  readonly allows: string;
}

/** Numbers of a report or an order, addresses of mail, telephone numbers: a register that is handed round would carry them out. */
const namesSomebody =
  /\bR[\s-]{0,3}\d{2,}\b|\b[A-Z]{2,5}[\s-]{0,3}\d{2}[\s-]{1,3}\d{3,6}\b|[^\s@]+@[^\s@]+|(?:\+\d|\b0\d)(?:[\s()./_-]{0,3}\d){8,}/i;
/** A day in numbers is no telephone number, whatever stands between them. */
const dayInNumbers = /\b\d{1,2}([./-])\d{1,2}\1\d{4}\b/g;

/** Whether words hold one of them, in digits of any script, in whatever width of letters, with whatever stroke between them and letters that nobody sees. */
function isNaming(words: string): boolean {
  const plain = words
    .normalize("NFKC")
    .replace(/\p{Default_Ignorable_Code_Point}/gu, "")
    .replace(/\p{Nd}/gu, inAscii)
    .replace(/[\p{Pd}·‧]/gu, "-");
  return namesSomebody.test(plain.replace(dayInNumbers, " "));
}

/** Digits of a script stand together, from nought to nine, and each begins at a multiple of ten counted from its own nought. */
function inAscii(digit: string): string {
  let nought = digit.codePointAt(0) ?? 0;
  const last = nought;
  while (last - nought < 9 && /\p{Nd}/u.test(String.fromCodePoint(nought - 1))) nought -= 1;
  return String(last - nought);
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
