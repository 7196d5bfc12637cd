import { useEffect, useState } from "react";
import { type BegunWriting, writingFromPaper } from "../../begun-writing.ts";
import type { KeptHere } from "../../vault/use-vault.ts";
import { isInNoCopy, lastWrittenOf } from "../keep/in-no-copy.ts";
import { sayNotDone } from "./use-asked.ts";

/** What home says of what is kept. */
export interface HomeFacts {
  readonly entries: number;
  /** Files whose bytes are here. */
  readonly originals: number;
  /** When she last kept what she answered to the questions: a moment. */
  readonly lastAnswers?: string | undefined;
  /** These, private notes, parts of the plan and what she kept of the questions. */
  readonly things: number;
  /** When the newest of it was written or brought in: a moment. */
  readonly last?: string | undefined;
  readonly lastBrought?: string | undefined;
  /** The opening before this one: a moment. */
  readonly openedBefore?: string | undefined;
  /** It was opened with the twelve words: the passphrase may be forgotten. */
  readonly isByWords: boolean;
  /** How many of the things came after the last copy; without a copy all. */
  readonly newer: number;
  /** What was sealed when it locked, the newest first. */
  readonly sealed: readonly BegunWriting[];
}

/** Entries that are looked at to count those that no copy has: more are told as so many. */
const mostCounted = 200;

/** Asks for all of it once, as home is come to. */
export function useHomeFacts(vault: KeptHere): { readonly facts: HomeFacts | undefined; readonly says: string | undefined } {
  const [held, setHeld] = useState<{ readonly facts?: HomeFacts; readonly says?: string | undefined }>({});
  const isOpen = vault.status?.is === "open";
  const copyMade = vault.status?.is === "open" ? vault.status.copyMade : undefined;
  useEffect(() => {
    if (!isOpen) return;
    let isGone = false;
    void readFacts(vault, copyMade).then((found) => {
      if (!isGone) setHeld(found);
    });
    return () => {
      isGone = true;
    };
  }, [isOpen, copyMade]);
  return { facts: held.facts, says: held.says };
}

async function readFacts(
  { ask }: KeptHere,
  copyMade: string | undefined,
): Promise<{ readonly facts?: HomeFacts; readonly says?: string | undefined }> {
  const [entries, originals, openings, papers] = await Promise.all([
    ask({ ask: "entries", from: 0, count: mostCounted }),
    ask({ ask: "originals" }),
    ask({ ask: "openings" }),
    ask({ ask: "papers" }),
  ]);
  if (entries.answer !== "entries") return { says: sayNotDone(entries) };
  // A list of files that does not open shuts nobody out: the rest is here, and a row says what is amiss.
  const listed = originals.answer === "originals" ? originals.originals : [];
  const here = listed.filter(({ file }) => file !== undefined);
  const written = entries.entries.map(lastWrittenOf);
  const brought = here.map(({ at }) => at);
  const isNewer = (at: string): boolean => isInNoCopy(at, copyMade);
  if (papers.answer !== "papers") return { says: sayNotDone(papers) };
  const own = papers.papers.filter(({ kind }) => kind !== "draft");
  const noted = own.map(({ at }) => at);
  const drafts = papers.papers.filter(({ kind }) => kind === "draft").reverse();
  const opened = openings.answer === "openings" ? openings.openings.map(({ at }) => at).sort() : [];
  return {
    facts: {
      entries: entries.total,
      originals: here.length,
      lastAnswers: latest(own.filter(({ kind }) => kind === "self-check").map(({ at }) => at)),
      things: entries.total + here.length + own.length,
      last: latest([...written, ...brought, ...noted]),
      lastBrought: latest(brought),
      isByWords: openings.answer === "openings" && openings.openings[0]?.by === "words",
      openedBefore: opened.at(-2),
      newer: [...written, ...brought, ...noted].filter(isNewer).length + (copyMade === undefined ? entries.total - written.length : 0),
      sealed: drafts.flatMap((paper) => writingFromPaper(paper) ?? []),
    },
  };
}

function latest(moments: readonly string[]): string | undefined {
  return moments.reduce<string | undefined>((last, moment) => (last === undefined || moment > last ? moment : last), undefined);
}
