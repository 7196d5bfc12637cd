import type { HandedFile } from "./engine/protocol.ts";
import { type LetterDraft, emptyLetter } from "./letter-draft.ts";

/** A pack beside an answer. */
export interface Addition {
  readonly adds?: "report" | "saved" | undefined;
  readonly picked?: HandedFile | undefined;
}

/** What was begun with one receipt of seven words, while others are open. */
interface Aside {
  readonly mailbox: string;
  readonly draft: LetterDraft;
  readonly addition: Addition;
}

/**
 * What she has begun to write back: as long as this page is open, or until it went or she asks to forget it. It belongs to its seven words: two
 * people can use one page, and what one of them wrote, or the number that she gave, is nothing for the other to read or to send.
 */
export interface BegunAnswers {
  readonly draft: LetterDraft;
  /** What is to go with it: the report that was made here, or a pack that she chose. */
  readonly addition: Addition;
  /** The mailbox that it is for; undefined: nothing is begun, or a letter that waits for the words that she types next. */
  readonly draftOf?: string | undefined;
  readonly aside: readonly Aside[];
}

/** Nothing is begun with the words that are open. */
export const noneBegun = { draft: emptyLetter, addition: {}, draftOf: undefined };

/** Her words open this mailbox: what was begun with them stands there again, a letter that waited comes along, and nothing else does. */
export function withMailbox(begun: BegunAnswers, mailbox: string): BegunAnswers {
  const { draft, addition, draftOf, aside } = begun;
  if (draftOf === mailbox) return { draft, addition, draftOf, aside };
  const waits = draftOf === undefined ? { draft, addition } : noneBegun;
  const own = aside.find((one) => one.mailbox === mailbox);
  return {
    draft: own?.draft ?? waits.draft,
    addition: { ...own?.addition, ...waits.addition },
    draftOf: mailbox,
    aside: putAside(begun).aside.filter((one) => one.mailbox !== mailbox),
  };
}

/** A letter that is to go with the seven words that she types next, and whether the report goes along. */
export function withLetterToCarry(begun: BegunAnswers, letter: LetterDraft, adds: Addition["adds"]): BegunAnswers {
  return { ...putAside(begun), draft: letter, addition: adds ? { adds } : {} };
}

/** What was begun with words is shown to nobody any more, until they are typed again. */
export function putAside({ draft, addition, draftOf, aside }: BegunAnswers): BegunAnswers {
  const isBegun = draft !== emptyLetter || addition.adds !== undefined || addition.picked !== undefined;
  const others = aside.filter(({ mailbox }) => mailbox !== draftOf);
  return { ...noneBegun, aside: draftOf !== undefined && isBegun ? [...others, { mailbox: draftOf, draft, addition }] : others };
}
