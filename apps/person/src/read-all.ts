import type { Answer, Progress } from "./engine/protocol.ts";
import { answersIn } from "./kept-statement.ts";
import type { Session, Walk } from "./session.ts";

/** "taking in": files are sealed with what is kept; "reading": acts are read out of them. */
export type ReadingStage = "taking in" | "reading";

/** How far it is. */
interface Told {
  tell(progress: Progress): void;
  enter(stage: ReadingStage): void;
}

/** The last answer, and what the session learns beside it: what became of her files, how they are read, what she stated before. */
interface ReadAll extends Partial<Session> {
  readonly answer: Answer;
}

/** Reads the files that she chose; where her notes are open they are taken in, and all that is kept is read. */
export async function readAll(walk: Walk, told: Told): Promise<ReadAll> {
  if (walk.vault.status?.is === "open") return readKept(walk, told);
  const { files, zone, dateOrder } = walk.session;
  return { answer: await walk.engine.ask({ ask: "read", files, zone, ...(dateOrder && { dateOrder }) }, told.tell) };
}

async function readKept({ session, vault, engine }: Walk, { tell, enter }: Told): Promise<ReadAll> {
  const { files, dateOrder } = session;
  const zone = files.length > 0 || dateOrder !== undefined ? session.zone : await keptZone(vault, session);
  // She says it once: it is kept with what she brought in, and of what comes in later she is asked again.
  if (files.length === 0 && dateOrder !== undefined) await vault.ask({ ask: "state date order", dateOrder });
  let takenIn: Session["takenIn"];
  if (files.length > 0) {
    enter("taking in");
    const answer = await vault.ask({ ask: "take in", files, zone, ...(dateOrder && { dateOrder }) }, tell);
    if (answer.answer !== "taken in") return { answer };
    takenIn = answer;
    enter("reading");
  }
  const answer = await vault.ask({ ask: "read kept", zone }, tell);
  const found = { zone, dateOrder: undefined, ...(takenIn && { takenIn, files: [] }) };
  if (answer.answer !== "import-summary") return { answer, ...found };
  const kept = await engine.ask({ ask: "statement" });
  if (kept.answer !== "statement" || kept.statement === undefined) return { answer, ...found };
  const { statement } = kept;
  return { answer, ...found, statement, ...answersIn(statement, answer.importSummary.people) };
}

/** The zone that days and nights are counted in: of the last file that has one. */
async function keptZone({ ask }: Walk["vault"], { zone }: Session): Promise<string> {
  const answer = await ask({ ask: "originals" });
  const terms = answer.answer === "originals" ? answer.originals.flatMap((one) => one.terms ?? []) : [];
  return terms.findLast((one) => one.zone)?.zone ?? zone;
}
