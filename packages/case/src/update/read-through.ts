import type { BodyOf } from "../event.ts";
import type { Contact } from "../event/shapes.ts";
import type { CaseState } from "../fold/case-state.ts";
import type { ReportState } from "../fold/report-state.ts";
import { type PlacesSaid, repeatsOf } from "./places-said.ts";

/** Words of a sentence; a longer one is hard to read on a bad night. */
const longestSentence = 25;
/**
 * UTF-16 units of the words of one message to a mailbox. It holds 4,000 (docs/formats/mailbox.md): what is left stays for who writes, and for the
 * day on which they write again.
 */
export const longestUpdate = 3_600;

/** One thing that was looked at before an update goes. */
export interface UpdateCheck {
  readonly id: "tells" | "next" | "asked" | "sheet" | "words" | "emergency" | "size";
  readonly looks: string;
  readonly found: string;
  readonly ok: boolean;
}

/** Words of the desk that name her or somebody by what they are accused of or suffered, and promises that nobody can keep. */
const deskWords = /\b(victims?|suspects?|offenders?|perpetrators?|stalkers?|complainants?|IP|OIC|NFA|RUI|SPO|MG11)\b/i;
const promises = /\b(you are|you will be|you['’]re|keep you) (completely |perfectly )?safe\b/i;
/** Words that say it was the person's doing; "not your fault" is no such word. */
const blame =
  /\byou (?:should|ought to)(?: not|n['’]t)?(?: have|['’]ve)\b|\bwhy (?:did|do|have)(?: not|n['’]t)? you\b|\bif (?:only you|you had (?:only|told|rung|called|come|said|reported))\b|\byou (?:failed|neglected) to\b|(?<!\bnot )\byour (?:own )?fault\b/i;
const sections = /\b(s|section|sections)\.? ?\d+[A-Z]?\b/i;

/** What is known where a message is read through. */
export interface KnownOfHer extends PlacesSaid {
  readonly contact: Contact | null;
  /** The day at the force, as `2026-11-27`. */
  readonly today: string;
}

/** Whether a day on which somebody writes again has gone by. Days as `2026-11-27`. */
export function isPastDay(nextBy: string | undefined, today: string): boolean {
  return nextBy !== undefined && nextBy < today;
}

/** Reads an update through before it goes, and finds what is missing. It stops nobody: whoever writes decides. */
export function readThrough(
  draft: BodyOf<"update-written">,
  { codeEvents, thread }: CaseState,
  { contact, today, ...said }: KnownOfHer,
): readonly UpdateCheck[] {
  const untold = codeEvents.filter(({ number, told }) => told === undefined && !draft.tells.includes(number));
  const asked = thread.filter(
    ({ from, asks, answered, number }) => from === "her" && asks && answered === undefined && !draft.answers.includes(number),
  );
  const found = [...sheetWordsIn(draft.says, contact), ...repeatsOf(draft.says, said)];
  return [
    check(
      "tells",
      "What happened",
      untold.map(({ event }) => `not told of: ${event}`),
    ),
    check(
      "next",
      "What comes next, and when",
      draft.nextBy === undefined ? ["no day on which you write again"] : isPastDay(draft.nextBy, today) ? ["that day is past"] : [],
      `next by ${draft.nextBy ?? ""}`,
    ),
    check(
      "asked",
      "What the person asked",
      asked.map(({ says }) => `not answered here: “${says}”`),
    ),
    check("sheet", "Nothing of where the person sleeps, works, or of the contact sheet", found),
    check("words", "Plain words", wordsAgainst(draft.says)),
    check("emergency", "What to do in an emergency", draft.says.includes("999") ? [] : ["999 is not named"]),
    check(
      "size",
      "Size on the way",
      draft.says.length > longestUpdate ? ["too long for one message: say it shorter, or in two"] : [],
      "one envelope of 16 KiB, as every other",
    ),
  ];
}

function check(id: UpdateCheck["id"], looks: string, missing: readonly string[], fine = "nothing is missing"): UpdateCheck {
  return missing.length === 0 ? { id, looks, found: fine, ok: true } : { id, looks, found: missing.join("; "), ok: false };
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

/** How she learns that something is there: her own words, or none. A notice has no content, and never says who it is from. */
export type Notice =
  | {
      readonly goes: true;
      readonly channel: "call" | "text" | "email";
      readonly address: string;
      readonly says: string;
      readonly hours: string;
    }
  | { readonly goes: false; readonly why: string };

/**
 * The notice for an update. Without words that she chose, or a way that she said is safe, none goes: a guess could be read by somebody else. Nor
 * does one by a way that is older than words of hers that nobody has read for it.
 */
export function noticeFor({ contact, wroteSince }: Pick<ReportState, "contact" | "wroteSince">): Notice {
  if (wroteSince.length > 0)
    return {
      goes: false,
      why: "The person wrote since the way to reach them was said. Read that first, and write whether it still holds. Until then this waits in the mailbox.",
    };
  if (!contact?.channel || contact.address === undefined)
    return { goes: false, why: "No safe way was asked or said. It waits in the mailbox." };
  const { channel, address, codeWord, hours } = contact;
  if (channel !== "call" && channel !== "text" && channel !== "email")
    return { goes: false, why: "The way that was said takes no notice. It waits in the mailbox." };
  if (codeWord === undefined) return { goes: false, why: "Words for a notice were not asked. It waits in the mailbox." };
  return { goes: true, channel, address, says: codeWord, hours: hours ?? "hours were not asked: do not, unless there is danger" };
}
