import { type Instant, type ReadValue, count, flag, list, object, oneOf, text } from "@unmask/core";
import { instant } from "./instant.ts";
import { type LogEntry, logEntry } from "./log-entry.ts";
import { orNull } from "./or-null.ts";
import { type WayOfKnowing, waysOfKnowing } from "./way-of-knowing.ts";

/** How a link stands. `proposed`: one says that it is one person, and a second must agree. */
export const linkStates = ["undecided", "proposed", "confirmed", "refuted", "open"] as const;
export type LinkState = (typeof linkStates)[number];

/** Links of a case, with how far the index answered: a part that is down is said and is never "no link". */
export interface Links {
  readonly links: readonly LinkRow[];
  readonly isComplete: boolean;
  readonly searched: string;
  /** Numbers that stand in so many reports that they say nothing; empty: none. */
  readonly common: string;
  readonly log: LogEntry;
}

/** One of them. */
export interface LinkRow {
  readonly link: string;
  /** The other side: "R-2088", "0377". */
  readonly to: string;
  readonly identifiers: number;
  readonly state: LinkState;
  readonly again: Instant | null;
  readonly suggested: Instant;
}

/** One link: both sides as far as they bear on what they share, and nothing else of either. */
export interface Link {
  readonly link: string;
  readonly one: LinkSide;
  readonly other: LinkSide;
  readonly identifiers: readonly SharedIdentifier[];
  readonly state: LinkState;
  readonly again: Instant | null;
  readonly story: readonly LinkStory[];
  /** How many lines the story had: whoever wrote since is not written over. */
  readonly saw: number;
  /** What each choice opens, and to whom: said before it is made. */
  readonly opens: Readonly<Record<LinkChoice, string>>;
  readonly log: LogEntry;
}

/** What can be decided. */
export const linkChoices = ["confirmed", "refuted", "open"] as const;
export type LinkChoice = (typeof linkChoices)[number];

/** One side. */
export interface LinkSide {
  /** "Case 0412". */
  readonly says: string;
  readonly reference: string;
}

/** What both sides share, and what speaks for and against that one person holds it: rows of one kind. */
export interface SharedIdentifier {
  /** "07700900388"; null where no act shows it. */
  readonly identifier: string | null;
  readonly one: Uses;
  readonly other: Uses;
  readonly agrees: readonly ComparedRow[];
  readonly contradicts: readonly ComparedRow[];
  readonly notKnown: readonly ComparedRow[];
}

/** Acts of one side with it: their moments, and how many there are in all. */
export interface Uses {
  readonly total: number;
  readonly moments: readonly Instant[];
}

/** One thing compared. */
export interface ComparedRow {
  readonly says: string;
  readonly known: WayOfKnowing;
  readonly note?: string;
  readonly left: string;
  readonly right: string;
}

/** One thing that happened to the link. */
export interface LinkStory {
  readonly at: Instant;
  /** Id of an officer, or "desk". */
  readonly by: string;
  readonly says: string;
  readonly reason?: string;
  readonly again?: string | null;
}

const linkRow: ReadValue<LinkRow> = object(({ must }) => ({
  link: must("link", text),
  to: must("to", text),
  identifiers: must("identifiers", count),
  state: must("state", oneOf(linkStates)),
  again: must("again", orNull(instant)),
  suggested: must("suggested", instant),
}));

/** Reads the answer of `GET /desk/cases/:case/links`. */
export const links: ReadValue<Links> = object(({ must }) => ({
  links: must("links", list(linkRow)),
  isComplete: must("isComplete", flag),
  searched: must("searched", text),
  common: must("common", text),
  log: must("log", logEntry),
}));

const side: ReadValue<LinkSide> = object(({ must }) => ({ says: must("says", text), reference: must("reference", text) }));

const comparedRow: ReadValue<ComparedRow> = object(({ must, may }) => ({
  says: must("says", text),
  known: must("known", oneOf(waysOfKnowing)),
  ...may("note", text),
  left: must("left", text),
  right: must("right", text),
}));

/** Of an act with the identifier the screen draws when it was, and no more; the rest is read so that nothing unknown passes. */
const use: ReadValue<Instant> = object(({ must }) => {
  must("kind", text);
  must("channel", text);
  must("latest", instant);
  must("grade", text);
  must("exhibits", list(text));
  must("agreement", orNull(text));
  must("says", orNull(text));
  return must("earliest", instant);
});

const uses: ReadValue<Uses> = object(({ must }) => ({ total: must("total", count), moments: must("acts", list(use)) }));

const identifier: ReadValue<string> = object(({ must }) => {
  must("kind", text);
  const platform = must("platform", text);
  const normal = must("normal", text);
  return platform === "" ? normal : `${normal}, ${platform}`;
});

const shared: ReadValue<SharedIdentifier> = object(({ must }) => ({
  identifier: must("identifier", orNull(identifier)),
  one: must("one", uses),
  other: must("other", uses),
  agrees: must("agrees", list(comparedRow)),
  contradicts: must("contradicts", list(comparedRow)),
  notKnown: must("notKnown", list(comparedRow)),
}));

const story: ReadValue<LinkStory> = object(({ must, may }) => ({
  at: must("at", instant),
  by: must("by", text),
  says: must("says", text),
  ...may("reason", text),
  ...may("again", orNull(text)),
}));

/** Reads the answer of `GET /desk/links/:link`. */
export const link: ReadValue<Link> = object(({ must }) => ({
  link: must("link", text),
  one: must("one", side),
  other: must("other", side),
  identifiers: must("identifiers", list(shared)),
  state: must("state", oneOf(linkStates)),
  again: must("again", orNull(instant)),
  story: must("story", list(story)),
  saw: must("saw", count),
  opens: must(
    "opens",
    object((opens) => ({ confirmed: opens.must("confirmed", text), refuted: opens.must("refuted", text), open: opens.must("open", text) })),
  ),
  log: must("log", logEntry),
}));

/** How a link stands after it was decided on. */
export interface LinkWritten {
  readonly state: LinkState;
  readonly story: readonly LinkStory[];
  readonly saw: number;
  readonly log: LogEntry;
}

/** Reads the answer of `POST /desk/links/:link/decide` and of `/second`. */
export const linkWritten: ReadValue<LinkWritten> = object(({ must }) => {
  must("link", text);
  return {
    state: must("state", oneOf(linkStates)),
    story: must("story", list(story)),
    saw: must("saw", count),
    log: must("log", logEntry),
  };
});
