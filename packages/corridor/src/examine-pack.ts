import { type CheckedItem, type Statement, type StatementDocument, type Verdict, type Whose, createWhose } from "@unmask/core";
import { type PackCheck, type PackFiles, type VerifyOptions, layout, verifyPack } from "@unmask/pack";
import type { FilesInDoubt } from "./compare-acts.ts";
import type { FindingOfBoth } from "./compare-findings.ts";
import type { Agreement } from "./comparison.ts";
import type { ReadingWorld } from "./import-exports.ts";
import { type OpenedPack, type OpeningWorld, type PackInput, type UnopenedReason, openPack } from "./open-pack.ts";
import { type ReadAgain, readAgain, readStatement } from "./read-again.ts";
import { stateCase } from "./state-case.ts";
import { type ToldAct, type ToldPack, tellPack, toldActs } from "./tell-pack.ts";

/**
 * Everything that a force finds out about one pack, in one pass: does it open, is each item what was sealed, what does it tell, and do its
 * originals say the same when they are read again. A bad pack is a fate and never an error: what of it is genuine is told all the same, so that
 * one byte that went wrong on the way does not silence a report.
 */
export interface Examination {
  readonly fate: PackFate;
  /** A verdict for each item; one item without a path where nothing of it opens. */
  readonly check: PackCheck;
  /** What it tells; absent where its report or its list of acts is not what was sealed. */
  readonly told?: ToldPack;
  /** What she stated in it; absent where that is not what was sealed, or says nothing that this program can use. */
  readonly statement?: Statement;
  /** The same as the document that it stands in. */
  readonly stated?: StatementDocument;
  /** What reading the originals again gave; absent where that could not be done. */
  readonly again?: ReadAgain;
  /** Why the originals were not read again. */
  readonly notAgain?: string;
  /** Hers and those that are found here; where they differ both stay. */
  readonly findings: readonly FindingOfBoth[];
  /** Acts that were handed out. */
  readonly acts: number;
}

/** What became of a pack. */
export type PackFate =
  { readonly state: "opened" } | { readonly state: "marked"; readonly reason: MarkedReason; /** One sentence. */ readonly why: string };

/** Why a pack is marked: a closed list (fates of a delivery, beside the verdicts of its items). */
export type MarkedReason = UnopenedReason | "too-large" | "error";

/** An act, and whether the originals say the same. */
export interface ExaminedAct extends ToldAct {
  readonly agreement: Agreement;
  /** By whom it was done, by her statement; absent where there is none. */
  readonly whose?: Whose;
}

/** What examining may use of the world. */
export interface ExaminingWorld {
  readonly opening: Omit<OpeningWorld, "takesPart">;
  readonly verifying: VerifyOptions;
  /** Its signal ends the whole examination: whoever asks sets the time. */
  readonly reading: ReadingWorld;
  /** Bytes: a longer file is not opened at all (a stream of 10 GB that somebody sends to fill the disk). */
  readonly mostBytes: number;
  /** Takes the acts one by one, in the order of the pack's log, so that a long timeline is never held a second time. */
  takeAct(act: ExaminedAct, pack: Pick<Examination, "told" | "statement">): Promise<void>;
}

const tookTooLong = "too-large: looking at it took longer than one item may take. It is kept as it came.";

/** Examines a pack. Throws what the world throws (a full disk), never for what stands in the pack. */
export async function examinePack(input: PackInput, world: ExaminingWorld): Promise<Examination> {
  if ("file" in input && input.file.size > world.mostBytes)
    return unopened("too-large", {
      verdict: "error",
      why: "it is larger than a pack may be, so it was not opened. It is kept as it came.",
    });
  const { signal } = world.reading;
  const whole = "file" in input ? { ...input, stream: () => untilStopped(input.stream(), signal) } : input;
  const opened = await openPack(whole, { ...world.opening, takesPart: true }).catch((error: unknown) => {
    if (!isOver(signal)) throw error;
    return undefined;
  });
  if (opened === undefined) return unopened("too-large", { verdict: "error", why: tookTooLong });
  if (!opened.ok) return unopened(opened.error.reason, opened.error);
  try {
    return await examineFiles(opened.value, world);
  } finally {
    await opened.value.close();
  }
}

function unopened(reason: MarkedReason, { verdict, why }: Pick<CheckedItem, "verdict" | "why">): Examination {
  const check: PackCheck = { overall: "not-verified", items: [{ path: "", verdict, why }] };
  return { fate: { state: "marked", reason, why }, check, findings: [], acts: 0 };
}

async function* untilStopped(stream: AsyncIterable<Uint8Array>, signal: AbortSignal | undefined): AsyncGenerator<Uint8Array, void> {
  for await (const piece of stream) {
    signal?.throwIfAborted();
    yield piece;
  }
}

/** Asked anew each time: it changes while something else is awaited. */
function isOver(signal: AbortSignal | undefined): boolean {
  return signal?.aborted === true;
}

async function examineFiles({ files, broken }: OpenedPack, world: ExaminingWorld): Promise<Examination> {
  const { signal } = world.reading;
  const stoppable: PackFiles = { list: files.list, read: (path, start, end) => untilStopped(files.read(path, start, end), signal) };
  const check = await verifyPack(stoppable, world.verifying);
  if (isOver(signal)) return unopened("too-large", { verdict: "error", why: tookTooLong });
  const fate: PackFate = broken ? { state: "marked", reason: broken.reason, why: broken.why } : fateOf(check);
  const told = await tellPack(stoppable, check).catch(() => undefined);
  if (told === undefined) {
    // The list of acts is the first file of a pack that is long: before a cut it is mostly whole, though its seals are behind the cut.
    const acts = broken ? await handOut(toldActs(stoppable, { exhibits: [] }), world, {}) : 0;
    return { fate, check, findings: [], acts, notAgain: "its report or its list of acts is not there as it was sealed" };
  }
  const again = await readAgain(stoppable, world.reading, inDoubt(told, check)).catch((error: unknown) => {
    if (isOver(signal)) return { ok: false, error: tookTooLong } as const;
    if (error instanceof RangeError) return { ok: false, error: "its originals ask for more memory than one item may take" } as const;
    throw error;
  });
  // What was read until the time was over says nothing about what was not.
  const compared = again.ok && !isOver(signal) ? again.value : undefined;
  const stated = await readStatement(files);
  const usable = stated.ok && check.items.some(({ path, verdict }) => path === layout.statement && verdict === "valid");
  const statement = usable ? stateCase(stated.value) : undefined;
  const known = usable && statement?.ok ? { statement: statement.value, stated: stated.value } : {};
  const acts = await handOut(toldActs(files, told.report), world, { told, ...known, ...(compared && { agreements: compared.agreements }) });
  if (compared) return { fate, check, told, ...known, again: compared.again, findings: compared.findings, acts };
  const notAgain = again.ok ? tookTooLong : again.error;
  const findings = told.report.findings.map((hers): FindingOfBoth => ({ agreement: "not-compared", hers, why: notAgain }));
  return { fate, check, told, ...known, findings, acts, notAgain };
}

async function handOut(
  acts: AsyncIterable<ToldAct>,
  { takeAct }: ExaminingWorld,
  { agreements, ...pack }: Pick<Examination, "told" | "statement"> & { readonly agreements?: ReadonlyMap<number, Agreement> },
): Promise<number> {
  const whoseOf = pack.statement && createWhose(pack.statement);
  let count = 0;
  const all = acts[Symbol.asyncIterator]();
  for (;;) {
    // The list may end in the middle; whatever came before that is whole. What `takeAct` throws is the world's.
    const next = await all.next().catch(() => undefined);
    if (next === undefined || next.done === true) return count;
    const { number, act } = next.value;
    const agreement = agreements?.get(number - 1) ?? "not-compared";
    await takeAct({ ...next.value, agreement, ...(whoseOf && { whose: whoseOf(act) }) }, pack);
    count++;
  }
}

/** What the check says of the files of exhibits: what is not as it was sealed is read otherwise, or not at all. */
function inDoubt({ exhibits }: ToldPack, { items }: PackCheck): FilesInDoubt {
  const verdicts = new Map(items.map(({ path, verdict }) => [path, verdict]));
  const paths = exhibits.flatMap(({ file }) => (file ? [file.path] : []));
  const withVerdict = (fits: (verdict: Verdict | undefined) => boolean): ReadonlySet<string> =>
    new Set(paths.filter((path) => fits(verdicts.get(path))));
  return {
    altered: withVerdict((verdict) => verdict === "altered"),
    unread: withVerdict((verdict) => verdict !== "altered" && verdict !== "valid"),
  };
}

/** How a fault of a packed file is told that would unpack to more than it may. */
const bomb = "unpacks to more than such a file may";

/** An item that is not what was sealed marks the pack; a signer or a time that nobody vouches for does not. */
function fateOf({ overall, items, bag }: PackCheck): PackFate {
  if (bag) return { state: "marked", reason: "not-a-pack", why: "it is a bag of another program: nobody's signature stands behind it." };
  if (overall !== "not-verified") return { state: "opened" };
  const bad = items.filter(({ verdict }) => isBad(verdict));
  const tooLarge = bad.find(({ why }) => why.includes(bomb));
  if (tooLarge) return { state: "marked", reason: "too-large", why: `${tooLarge.path}: ${bomb}. It was stopped, and is kept as it came.` };
  const altered = bad.filter(({ verdict }) => ["altered", "missing", "unlisted"].includes(verdict));
  const [first] = altered.length > 0 ? altered : bad;
  if (!first) return { state: "marked", reason: "error", why: "it has nothing that can be checked." };
  const why = `${bad.length === 1 ? "one item is" : `${bad.length} items are`} not as sealed, first ${first.path}: ${first.why}`;
  return { state: "marked", reason: altered.length > 0 ? "altered" : "error", why };
}

function isBad(verdict: Verdict): boolean {
  return !["valid", "no-time", "unknown-signer", "untrusted-time"].includes(verdict);
}
