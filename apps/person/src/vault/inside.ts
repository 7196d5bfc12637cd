import { instantToIso, parseStatement, statementToJson } from "@unmask/core";
import {
  type Vault,
  joinSegments,
  listOriginals,
  readDocumentOf,
  readOpenings,
  stateDateOrder,
  takeApart,
  writeDocumentOf,
} from "@unmask/vault";
import { drill, makeCopyOf, watchedCopy } from "./copies.ts";
import { addToJournal, readEntries, toldOf } from "./journal.ts";
import { notDone, refuse } from "./not-done.ts";
import { readOrdinaryNotes, replaceOrdinaryNotes } from "./ordinary-notes.ts";
import { giveOriginal, takeIn } from "./originals.ts";
import { destroyPaper, readPapers, sealWriting, writePaper } from "./papers.ts";
import type { VaultAnswer, VaultAsk } from "./protocol.ts";
import { decide, showWaiting } from "./waiting.ts";
import { checkKept } from "./whole.ts";
import type { AtWork, VaultDeskWorld } from "./world.ts";

/** What is asked of a vault that is open. */
const insideAsks = [
  "waiting",
  "decide",
  "add entry",
  "amend entry",
  "withdraw entry",
  "entries",
  "papers",
  "write paper",
  "seal writing",
  "destroy paper",
  "ordinary notes",
  "write ordinary notes",
  "originals",
  "original",
  "take in",
  "state date order",
  "statement",
  "put statement",
  "openings",
  "make copy",
  "try copy",
  "check",
  "take as hers",
] as const;
type InsideAsk = Extract<VaultAsk, { ask: (typeof insideAsks)[number] }>;

const ofInside: ReadonlySet<string> = new Set(insideAsks);

/** Whether a question is one of them. */
export function isInsideAsk(question: { readonly ask: string }): question is InsideAsk {
  return ofInside.has(question.ask);
}

/** Answers it. What is written is on the disk when it answers. */
export async function answerInside(
  { world, vault }: { readonly world: VaultDeskWorld; readonly vault: Vault },
  question: InsideAsk,
  at: AtWork,
): Promise<VaultAnswer> {
  switch (question.ask) {
    case "waiting":
      return showWaiting(world, vault);
    case "decide":
      return decide(world, vault, question);
    case "add entry": {
      const told = await toldOf(world, vault, question.told ?? {});
      if (!told.ok) return told.error;
      const added = await addToJournal(world, vault, { body: { line: "entry", words: question.words, ...told.value }, by: question.by });
      // Nobody waits for it, and nothing depends on it.
      void joinSegments(vault).catch(() => undefined);
      return added;
    }
    case "amend entry": {
      const { to, words, by } = question;
      const told = await toldOf(world, vault, question.told ?? {});
      if (!told.ok) return told.error;
      return addToJournal(world, vault, { body: { line: "added", to, ...(words !== undefined && { words }), ...told.value }, by });
    }
    case "withdraw entry": {
      const { to, says, by } = question;
      return addToJournal(world, vault, { body: { line: "withdrawn", to, ...(says !== undefined && { says }) }, by });
    }
    case "entries":
      return readEntries(vault, world, question);
    case "papers":
      return { answer: "papers", ...(await readPapers(vault)) };
    case "write paper": {
      const { kind, words, path } = question;
      const written = await writePaper(vault, { kind, at: instantToIso(world.now()), words }, path);
      if (written === undefined) return refuse("not-kept");
      return written.ok ? { answer: "kept", path: written.value } : notDone(written.error);
    }
    case "seal writing": {
      const sealed = await sealWriting(vault, question.writing, { at: instantToIso(world.now()), isWanted: () => true });
      if (sealed === undefined) return refuse("not-kept");
      return sealed.ok ? { answer: "kept", path: sealed.value } : notDone(sealed.error);
    }
    case "destroy paper": {
      const done = await destroyPaper(vault, question.path);
      return done.ok ? { answer: "kept" } : notDone(done.error);
    }
    case "ordinary notes":
      return readOrdinaryNotes(world, vault, question.second);
    case "write ordinary notes":
      return replaceOrdinaryNotes(world, vault, question);
    case "originals": {
      const originals = await listOriginals(vault);
      return originals.ok ? { answer: "originals", originals: originals.value } : notDone(originals.error);
    }
    case "original":
      return giveOriginal(vault, question.sha256);
    case "take in":
      return takeIn(world, vault, question, at);
    case "state date order": {
      const stated = await stateDateOrder(vault, question.dateOrder);
      return stated.ok ? { answer: "kept" } : notDone(stated.error);
    }
    case "statement": {
      const text = await readDocumentOf(vault, "statement");
      if (!text.ok) return notDone(text.error);
      const read = text.value === undefined ? undefined : parseStatement(text.value);
      if (read?.ok === false)
        return refuse("not-kept", { says: "What you stated was written by a newer version of the app. Nothing was changed." });
      return { answer: "statement", ...(read && { statement: read.value }) };
    }
    case "put statement": {
      const written = await writeDocumentOf(vault, "statement", statementToJson(question.statement));
      return written.ok ? { answer: "kept" } : notDone(written.error);
    }
    case "openings":
      return { answer: "openings", openings: await readOpenings(vault) };
    case "make copy":
      return makeCopyOf(world, vault, question.to, at);
    case "try copy":
      return drill(world, vault, watchedCopy(question.file, 1, at));
    case "check":
      return checkKept(vault, question.isQuick === true, at);
    case "take as hers": {
      const taken = await takeApart(vault, question.which);
      return taken.ok ? { answer: "taken as hers", taken: taken.value.taken } : notDone(taken.error);
    }
  }
}
