import { type BegunWriting, withoutWriting, writingInTheWay, writingToText } from "../../begun-writing.ts";
import type { Walk } from "../../session.ts";

/** What is saved or thrown away is neither in the fields nor sealed at a lock, and what was sealed of it before is not offered again. */
export async function endWriting({ session, change, vault }: Walk, writing: BegunWriting): Promise<void> {
  change({ begun: withoutWriting(session.begun, writing) });
  if (writing.paper !== undefined) await vault.ask({ ask: "destroy paper", path: writing.paper });
}

/** Seals what was begun in the place of this one, which takes it; false where it could not be sealed. */
export async function makeWay({ session, vault }: Walk, writing: BegunWriting): Promise<boolean> {
  const other = writingInTheWay(session.begun, writing);
  const words = other && writingToText(other);
  if (words === undefined) return true;
  const path = other?.paper;
  const sealed = await vault.ask({ ask: "write paper", kind: "draft", words, ...(path !== undefined && { path }) });
  return sealed.answer === "kept";
}
