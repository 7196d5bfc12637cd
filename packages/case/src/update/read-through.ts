import { daysFromCivil, parseCivilDay } from "@unmask/core";
import type { BodyOf } from "../event.ts";
import { withoutQuotationMarks } from "@unmask/words";
import type { Contact } from "../event/shapes.ts";
import { lacksToAcknowledge } from "../clock/acknowledgement.ts";
import type { CaseState } from "../fold/case-state.ts";
import type { AskedBefore } from "./asked-before.ts";
import { type PlacesSaid, repeatsOf } from "./places-said.ts";

/** Words of a sentence; a longer one is hard to read on a bad night. */
const longestSentence = 25;
/**
 * UTF-16 units of the words of one message to a mailbox. It holds 4,000 (docs/formats/mailbox.md): what is left stays for who writes, and for the
 * day on which they write again.
 */
export const longestUpdate = 3_600;

/**
 * One thing that is looked at before an update goes. `fits` says what was looked at and found in order; `mind` what is missing; `ask` is a question that
 * no program answers: whoever writes reads it and answers it.
 */
export interface UpdateCheck {
  readonly id: "tells" | "acknowledges" | "next" | "asked" | "sheet" | "words" | "emergency" | "size";
  readonly looks: string;
  readonly found: string;
  readonly verdict: "fits" | "mind" | "ask";
}

/** Words of the desk that name her or somebody by what they are accused of or suffered, and promises that nobody can keep. */
const deskWords = /\b(victims?|suspects?|offenders?|perpetrators?|stalkers?|complainants?|IP|OIC|NFA|RUI|SPO|MG11)\b/i;
const promises = /\b(you are|you will be|you['’]re|keep you) (completely |perfectly )?safe\b/i;
/** Words that say it was the person's doing; "not your fault" is no such word. */
const blame =
  /\byou (?:should|ought to)(?: not|n['’]t)?(?: have|['’]ve)\b|\bwhy (?:did|do|have)(?: not|n['’]t)? you\b|\bif (?:only you|you had (?:only|told|rung|called|come|said|reported))\b|\byou (?:failed|neglected) to\b|(?<!\bnot )\byour (?:own )?fault\b/i;
const sections = /\b(s|section|sections)\.? ?\d+[A-Z]?\b/i;

/** What is known where a message is read through. */
export interface KnownOfHer extends PlacesSaid, AskedBefore {
  readonly contact: Contact | null;
  /** The day at the force, as `2026-11-27`. */
  readonly today: string;
  /** Whether each of the reports was acknowledged in writing. */
  readonly isAcknowledged: boolean;
}

/** Whether a day on which somebody writes again has gone by. Days as `2026-11-27`. */
export function isPastDay(nextBy: string | undefined, today: string): boolean {
  return nextBy !== undefined && nextBy < today;
}

/** Days ahead of a promise to write again; a later one is a mistyped year, and nobody would see that it was broken. */
const farthestPromise = 366;

/** Whether a day on which somebody writes again is further away than anybody can promise. Days as `2026-11-27`. */
export function isFarDay(nextBy: string | undefined, today: string): boolean {
  const [next, from] = [nextBy ?? today, today].map(parseCivilDay);
  return next !== undefined && from !== undefined && daysFromCivil(next) - daysFromCivil(from) > farthestPromise;
}

/** Reads an update through before it goes, and finds what is missing. It stops nobody: whoever writes decides. */
export function readThrough(
  draft: BodyOf<"update-written">,
  state: CaseState,
  { contact, today, asks, wrote, isAcknowledged, ...said }: KnownOfHer,
): readonly UpdateCheck[] {
  const { codeEvents, thread } = state;
  // What another person was told, this one was not.
  const isToThem = ({ to }: { readonly to?: string }): boolean => to === undefined || draft.to === undefined || to === draft.to;
  const untold = codeEvents.filter(({ number, tellings }) => !draft.tells.includes(number) && !tellings.some(isToThem));
  const tells = codeEvents.filter(({ number }) => draft.tells.includes(number)).map(({ event }) => event);
  const open = thread.filter(({ from, asks: isAsked, answered }) => from === "her" && isAsked && answered === undefined);
  const left = open.filter(({ number }) => !draft.answers.includes(number));
  const compared = said.sheet.length + said.places.length;
  return [
    check("tells", "What happened", {
      missing: untold.map(({ event }) => `not told of: ${event}`),
      ask: tells.length + untold.length === 0 ? ["nothing is ticked that it tells of: does it say what happened?"] : [],
      fine: `ticked as told: ${tells.join(", ")}`,
    }),
    ...(isAcknowledged
      ? []
      : [
          check("acknowledges", "That the report is acknowledged in writing", {
            missing: lacksToAcknowledge(draft.says, state).map((one) => `it lacks ${one}`),
            fine: "a crime reference and whom to ask stand in it: the report is acknowledged by it",
          }),
        ]),
    check("next", "What comes next, and when", {
      missing:
        draft.nextBy === undefined
          ? ["no day on which you write again"]
          : [
              ...(isPastDay(draft.nextBy, today) ? ["that day is past"] : []),
              ...(isFarDay(draft.nextBy, today) ? ["that day is more than a year away"] : []),
            ],
      fine: `next by ${draft.nextBy ?? ""}`,
    }),
    check("asked", "What the person asked", {
      missing: left.map(({ says }) => `not answered here: “${withoutQuotationMarks(says)}”`),
      ask: [
        ...asks.map((one) => `they asked for: “${withoutQuotationMarks(one)}” Does it say what becomes of that?`),
        ...wrote.map((one) => `they wrote: “${withoutQuotationMarks(one)}” Does it answer that?`),
      ],
      fine:
        open.length === 0
          ? "no question of theirs is open, and nothing asked for stands in their letters"
          : "each open question is ticked as answered",
    }),
    check("sheet", "Where the person sleeps or works, and their contact sheet", {
      missing: [...sheetWordsIn(draft.says, contact), ...repeatsOf(draft.says, said)],
      ask: compared === 0 && contact === null ? ["no sheet and no place was said to compare with: does it name where they are?"] : [],
      fine: "none of it was found in these words",
    }),
    check("words", "Plain words", {
      missing: wordsAgainst(draft.says),
      fine: "no long sentence, word of the desk, section, blame or promise was found",
    }),
    check("emergency", "What to do in an emergency", {
      missing: draft.says.includes("999") ? [] : ["999 is not named"],
      fine: "999 is named",
    }),
    check("size", "Size on the way", {
      missing: draft.says.length > longestUpdate ? ["too long for one message: say it shorter, or in two"] : [],
      fine: "one envelope of 16 KiB, as every other",
    }),
  ];
}

/** What is missing comes with the questions: neither hides the other. */
function check(
  id: UpdateCheck["id"],
  looks: string,
  { missing, ask = [], fine }: { readonly missing: readonly string[]; readonly ask?: readonly string[]; readonly fine: string },
): UpdateCheck {
  const found = [...missing, ...ask].join("; ");
  if (missing.length > 0) return { id, looks, found, verdict: "mind" };
  return ask.length > 0 ? { id, looks, found, verdict: "ask" } : { id, looks, found: fine, verdict: "fits" };
}

/** Which of her sheet stands in it: named by its kind, never repeated. */
function sheetWordsIn(says: string, contact: Contact | null): readonly string[] {
  const bare = (text: string): string => text.toLowerCase().replace(/[\s-]+/g, "");
  const text = bare(says);
  const kinds = [
    ["the address of the sheet", contact?.address],
    ["the hours of the sheet", contact?.hours],
    ["the code word", contact?.codeWord],
  ] as const;
  return kinds.flatMap(([what, secret]) =>
    secret !== undefined && bare(secret) !== "" && text.includes(bare(secret)) ? [`${what} stands in it`] : [],
  );
}

function wordsAgainst(says: string): readonly string[] {
  const sentences = says.split(/[.!?]+\s|\n+/);
  const longest = sentences
    .map((one) => one.split(/\s+/).filter((word) => word !== "").length)
    .reduce((most, one) => Math.max(most, one), 0);
  return [
    ...(longest > longestSentence ? [`a sentence of ${longest} words`] : []),
    ...(deskWords.test(says) ? ["a word of the desk: say it as you would to a friend"] : []),
    ...(sections.test(says) ? ["a section number"] : []),
    ...(blame.test(says) ? ["words that blame: say what you do next"] : []),
    ...(promises.test(says) ? ["a promise that nobody can keep"] : []),
  ];
}
