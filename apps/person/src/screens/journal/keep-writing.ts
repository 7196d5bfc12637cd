import { useEffect } from "react";
import {
  type BegunEntry,
  type BegunPaper,
  type BegunWriting,
  sealedOf,
  typedSince,
  withWriting,
  withoutWriting,
  writingInTheWay,
  writingToText,
} from "../../begun-writing.ts";
import { type Walk, writingsIn } from "../../session.ts";

/** What is thrown away is neither in the fields nor sealed at a lock, and what was sealed of it before is not offered again. */
export async function endWriting({ now, change, vault }: Walk, writing: BegunWriting): Promise<void> {
  change({ begun: withoutWriting(now().begun, writing) });
  if (writing.paper !== undefined) await vault.ask({ ask: "destroy paper", path: writing.paper });
}

/** The same of what is saved, but for what she typed while it was: that goes on as a writing of its own. Gives it. */
export async function endSaved(
  walk: Walk,
  writing: BegunEntry | BegunPaper,
  at: { readonly counter?: number; readonly path?: string },
): Promise<BegunWriting | undefined> {
  const { begun } = walk.now();
  const since = typedSince(begun, writing, at);
  const ended = endWriting(walk, writing);
  if (since) walk.change({ begun: withWriting(walk.now().begun, since) });
  await ended;
  return since;
}

/** What was sealed of a letter that went since, or of words that are in a report since or were taken out of their field, is not offered again. */
export function useEndedPaper({ session, change, vault }: Walk, of: "letter" | "impact"): void {
  const { sealedAt } = session;
  const path = sealedAt[of];
  const isEnded = writingsIn(session).every((writing) => writing.of !== of || writingToText(writing) === undefined);
  useEffect(() => {
    if (path === undefined || !isEnded) return;
    change({ sealedAt: { ...sealedAt, [of]: undefined } });
    void vault.ask({ ask: "destroy paper", path });
  }, [path, isEnded]);
}

/** Seals what was begun in the place of this one, which takes it; false where it could not be sealed. */
export async function makeWay({ session, vault }: Walk, writing: BegunWriting): Promise<boolean> {
  const other = writingInTheWay(writingsIn(session), writing);
  const [sealing] = other === undefined ? [] : sealedOf([other]);
  return sealing === undefined || (await vault.ask({ ask: "seal writing", writing: sealing })).answer === "kept";
}
