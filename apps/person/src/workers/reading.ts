import {
  type Finding,
  type ReadingTerms,
  type Report,
  type Result,
  type Statement,
  type Timeline,
  type TimelineAct,
  failed,
  ok,
  parseZone,
  reveal,
  withStatedTwins,
} from "@unmask/core";
import {
  type MadeReport,
  type ReadingWorld,
  country,
  importExports,
  makePack,
  makeReport,
  makingFailed,
  readGivenNumbers,
  readVault,
  stateCase,
  withGivenNumbers,
} from "@unmask/corridor";
import type { Imported } from "@unmask/importers";
import { findAll } from "@unmask/patterns";
import { pageVoice } from "@unmask/words";
import { createIdentity, createSignerKey, isRecipient, prepareSha256, recipientOf } from "@unmask/seal";
import { type Vault, listOriginals, openOriginal, readDocumentOf } from "@unmask/vault";
import { countActsByWeek } from "../engine/acts-by-week.ts";
import { sayNoReport, summariseImport } from "../engine/import-summary.ts";
import type { ForceAsk } from "../engine/force-protocol.ts";
import type { ForceDesk, Told } from "../engine/force-desk.ts";
import { viewTimeline, showFindings } from "../engine/timeline-view.ts";
import type { Answer, Ask, Made, PackWishes, Progress } from "../engine/protocol.ts";
import { viewLately } from "../engine/lately.ts";
import { shownActs } from "../engine/shown-act.ts";
import { preparePackHashes, readClock, sourceOfBlob } from "@unmask/fittings-browser";
import { removeOwnFiles, writePrivateFile } from "../ports/private-files.ts";
import type { VaultAsk } from "../vault/protocol.ts";
import { changeSettings } from "../vault/settings.ts";
import { setReport } from "../ports/report-thread.ts";
import { knownLock, keepLock } from "../ports/stored-lock.ts";
import { createAsk, pause } from "../ports/ask-intake.ts";

/**
 * What reads, finds and packs: the part of the worker that is fetched when it is first asked for, so that whoever opens her notes and writes does not
 * wait for it. What she handed over stays in the worker's memory; nothing is stored but the sealed pack that she is about to save.
 */
interface Held {
  readonly imported: Imported;
  readonly zone: string;
  /** It was read out of the vault. */
  readonly isKept: boolean;
  view?: Viewed;
}

interface Viewed {
  readonly statement: Statement;
  /** What was read, with her names of one person taken as one. */
  readonly timeline: Timeline;
  /** Worked out when first asked for. */
  findings?: readonly Finding[];
  actById?: ReadonlyMap<string, TimelineAct>;
}

/** Handles of the question at hand. */
export interface Conversation {
  readonly signal: AbortSignal;
  /** Tells how far it is; at most ten times a second, because the page redraws each time. */
  tell(progress: () => Progress): void;
  /** Tells what must not be missed. */
  tellNow(progress: Progress): void;
  /** The vault, whose one signer signs what is made of what it holds; undefined where it is locked. */
  opened(): Vault | undefined;
}

const version = "0.1.0";
const nothingRead: Answer = { answer: "failed", says: "No files were read yet. Choose your files first." };
const locked: Answer = { answer: "failed", says: "Your notes are locked. Open them first." };
const noDesk = "A part of this page could not be fetched. Look for the network, then try again.";
let held: Held | undefined;

/** This part of the worker, as whoever fetches it gets it. */
export interface ReadingPart {
  answerTo(question: ReadingAsk, conversation: Conversation): Promise<Answer>;
  readKept(vault: Vault, asked: KeptAsk, conversation: Conversation): Promise<Answer>;
  forgetKept(): void;
}

type KeptAsk = Extract<VaultAsk, { ask: "read kept" }>;

/** What the page asks of this part of the worker. */
type ReadingAsk = Exclude<Ask, VaultAsk>;

/** Answers one question. A stopped one throws, as the worker says. */
export async function answerTo(question: ReadingAsk, conversation: Conversation): Promise<Answer> {
  try {
    return await answerOf(question, conversation);
  } catch (error) {
    if (question.ask === "pack") await removeOwnFiles();
    const says = makingFailed(error);
    if (says === undefined || conversation.signal.aborted) throw error;
    return { answer: "failed", says };
  }
}

/** Reads what the vault holds as `read` reads what is handed over, each original as it was stated when it came in; `zone` is for the rest. */
export async function readKept(vault: Vault, { zone }: KeptAsk, conversation: Conversation): Promise<Answer> {
  return reading({ zone, isKept: true }, conversation, async (terms, world, onStep) => {
    return ok((await readVault(vault, { terms }, world, onStep)).imported);
  });
}

/** Forgets what was read out of the vault: it was locked. */
export function forgetKept(): void {
  if (held?.isKept === true) held = undefined;
}

async function answerOf(question: ReadingAsk, conversation: Conversation): Promise<Answer> {
  switch (question.ask) {
    case "read":
      return read(question, conversation);
    case "view":
      return view(question);
    case "findings":
      return findings();
    case "lately":
      return lately();
    case "acts":
      return acts(question);
    case "recipients":
      return { answer: "recipients", unknown: question.recipients.filter((recipient) => !isRecipient(recipient)) };
    case "pack":
      return pack(question.wishes, conversation);
    default:
      return atDesk(question, conversation);
  }
}

let desk: Promise<ForceDesk> | undefined;

/** What belongs to a force is fetched when it is first wanted; undefined: the network went before it came, and the next try fetches it. */
async function openDesk(): Promise<ForceDesk | undefined> {
  desk ??= Promise.all([import("../engine/force-desk.ts"), import("../ports/proof-of-work.ts")]).then(([{ openForceDesk }, { workOut }]) =>
    openForceDesk({
      origin: location.origin,
      ask: createAsk,
      workOut,
      pause,
      random,
      now: readClock,
      isConnected: () => navigator.onLine,
      prepareSha256,
      knownLock,
      keepLock,
    }),
  );
  return desk.catch(() => (desk = undefined));
}

async function atDesk(question: ForceAsk, { signal, tell, tellNow }: Conversation): Promise<Answer> {
  const force = await openDesk();
  if (force === undefined) return { answer: "not sent", says: noDesk };
  const told: Told = {
    letterThere: (words) => tellNow({ doing: "Sending", done: 0, total: 0, acts: 0, words }),
    progress: (doing, done, total) => tell(() => ({ doing, done, total, acts: 0 })),
  };
  switch (question.ask) {
    case "force": {
      const { set: _, ...offered } = await force.open(signal);
      return { answer: "force", ...offered };
    }
    case "send":
      return force.send(question.said, question.pack && sourceOfBlob("pack.age", question.pack), told, signal);
    case "go on":
      return force.goOn(question.of, told, signal);
    case "replies":
      return force.replies(question.words, signal);
    case "write back":
      return force.writeBack(question.said, question.pack && sourceOfBlob("pack.age", question.pack), told, signal);
    case "forget":
      return force.forget();
  }
}

function random(length: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(length));
}

function read({ files, zone, dateOrder }: Extract<Ask, { ask: "read" }>, conversation: Conversation): Promise<Answer> {
  const sources = files.map(({ name, file }) => sourceOfBlob(name, file));
  return reading({ zone, isKept: false }, conversation, async (terms, world, onStep) =>
    ok(await importExports(sources, { ...terms, ...(dateOrder && { dateOrder }) }, world, onStep)),
  );
}

/** Reads by `read`, whose error is a sentence. */
async function reading(
  { zone: name, isKept }: Pick<Held, "zone" | "isKept">,
  { signal, tell }: Conversation,
  read: (
    terms: ReadingTerms,
    world: ReadingWorld,
    onStep: NonNullable<Parameters<typeof importExports>[3]>,
  ) => Promise<Result<Imported, string>>,
): Promise<Answer> {
  const zone = parseZone(name);
  if (!zone) return { answer: "failed", says: "There is no such time zone. Choose another." };
  held = undefined;
  await removeOwnFiles();
  const createHasher = await prepareSha256();
  let found = 0;
  const actsByWeek = countActsByWeek(zone);
  const imported = await read(
    { zone, zoneStated: true, country, at: readClock() },
    {
      createHasher,
      onProgress: (done, total, doing) => tell(() => ({ doing, done, total, acts: found, weeks: actsByWeek.weeks() })),
      signal,
    },
    (step) => {
      if ("readings" in step)
        for (const reading of step.readings)
          if ("act" in reading) {
            found++;
            actsByWeek.add(reading.act);
          }
    },
  );
  if (!imported.ok) return { answer: "failed", says: imported.error };
  held = { imported: imported.value, zone: name, isKept };
  return { answer: "import-summary", importSummary: summariseImport(imported.value) };
}

function view({ stated }: Extract<Ask, { ask: "view" }>): Answer {
  if (!held) return nothingRead;
  const statement = stateCase({ ...stated, zone: held.zone, country });
  if (!statement.ok) throw new Error(statement.error);
  const timeline = withStatedTwins(held.imported.timeline, statement.value);
  held.view = { statement: statement.value, timeline };
  return { answer: "view", view: viewTimeline(timeline, statement.value) };
}

function findings(): Answer {
  if (!held?.view) return nothingRead;
  const { timeline } = held.view;
  return { answer: "findings", findings: showFindings(foundIn(timeline, held.view), timeline, held.view.statement) };
}

function lately(): Answer {
  if (!held?.view) return nothingRead;
  const { timeline, statement } = held.view;
  return { answer: "lately", lately: viewLately(timeline, statement, readClock()) };
}

function foundIn(timeline: Timeline, viewed: Viewed): readonly Finding[] {
  return (viewed.findings ??= findAll(timeline, viewed.statement, {
    voice: pageVoice,
    ...(held === undefined ? {} : { at: held.imported.terms.at }),
  }));
}

/** The acts that a finding rests on. */
function actsBehind(finding: number, timeline: Timeline, viewed: Viewed): readonly TimelineAct[] {
  viewed.actById ??= new Map(timeline.acts.map((act) => [act.id, act]));
  const { actById } = viewed;
  return (foundIn(timeline, viewed)[finding]?.acts ?? []).flatMap((id) => actById.get(id) ?? []);
}

function acts({ from, count, finding }: Extract<Ask, { ask: "acts" }>): Answer {
  const viewed = held?.view;
  if (!held || !viewed) return nothingRead;
  const { timeline } = viewed;
  const all = finding === undefined ? timeline.acts : actsBehind(finding, timeline, viewed);
  return { answer: "acts", acts: shownActs(all.slice(from, from + count), viewed.statement), total: all.length };
}

async function pack(wishes: PackWishes, conversation: Conversation): Promise<Answer> {
  if (!held?.view) return nothingRead;
  const { signal, tell, opened } = conversation;
  const vault = held.isKept ? opened() : undefined;
  if (held.isKept && vault === undefined) return locked;
  const stands = vault === undefined ? undefined : await leaveOutChanged(vault, conversation);
  if (stands?.ok === false) return { answer: "failed", says: stands.error };
  const { imported, view: viewed } = held;
  // Everything that leaves one vault is signed by one hand, and an exhibit has the number that it had before.
  const signer = vault?.keys.signer ?? createSignerKey(random);
  const given = vault === undefined ? ok<GivenNumbers>([]) : await givenNumbers(vault);
  if (!given.ok) return { answer: "failed", says: given.error };
  const says = sayNoReport(imported.caveats);
  if (says !== undefined) return { answer: "failed", says };
  await removeOwnFiles();
  const progress = (doing: string, done: number, total: number): void =>
    tell(() => ({ doing, done, total, acts: imported.timeline.acts.length }));
  progress("Setting the printed report", 0, 0);
  const report = reportOf(imported, viewed, wishes, given.value ?? []);
  // Numbers are kept before they are on any paper: one that is lost with a pack that was not saved is not given twice.
  const kept = vault === undefined || given.value === undefined ? ok(undefined) : await keepNumbers(vault, report);
  if (!kept.ok) return { answer: "failed", says: kept.error };
  const made = await makePack(report, imported.originals, signer, {
    setReport: (document) => setReport(document, { signal }),
    typesetter: "plain",
    random,
    createHash: await preparePackHashes(),
    onProgress: (done, total) => progress("Sealing the pack", done, total),
    signal,
  });
  if (!made.ok) return { answer: "failed", says: `There is no printed report: ${made.error}.` };
  const missing = (imported.missing ?? []).map(({ name }) => name);
  const { lostLines = [] } = imported;
  const files = await handOver(made.value, wishes);
  return { answer: "made", made: { ...files, missing, lostLines, isNumberedAnew: given.value === undefined } };
}

/**
 * No report rests on an original whose bytes are not those that were brought in: where one is missing or was changed since it was read, all is read
 * again without it. The error is a sentence.
 */
async function leaveOutChanged(vault: Vault, { signal, tell }: Conversation): Promise<Result<undefined, string>> {
  if (!held?.view || !(await isOneChanged(vault, held.imported))) return ok(undefined);
  const { view: viewed, imported } = held;
  const { imported: again } = await readVault(
    vault,
    { terms: imported.terms, areLookedThrough: true },
    {
      createHasher: await prepareSha256(),
      onProgress: (done, total, doing) => tell(() => ({ doing, done, total, acts: 0 })),
      signal,
    },
  );
  const { statement } = viewed;
  const [first] = again.missing ?? [];
  if (again.timeline.acts.length === 0 && first !== undefined)
    return failed(
      `\u2068${first.name}\u2069 was changed or is missing since it was brought in. Bring it in again, or bring your notes back from a copy.`,
    );
  held = { ...held, imported: again, view: { statement, timeline: withStatedTwins(again.timeline, statement) } };
  return ok(undefined);
}

async function isOneChanged(vault: Vault, { missing = [] }: Imported): Promise<boolean> {
  const left = new Set(missing.map(({ sha256 }) => sha256));
  const originals = await listOriginals(vault);
  for (const original of originals.ok ? originals.value : [])
    if (original.file !== undefined && !left.has(original.sha256) && !(await openOriginal(vault, original)).ok) return true;
  return false;
}

type MadeFiles = Omit<Made, "missing" | "lostLines" | "isNumberedAnew">;

/** What she saves: the printed report and her keys, and the pack unless she wanted the report alone. */
async function handOver({ id, pdf, publicKeyFile, publicKey, pack: startPack }: MadeReport, wishes: PackWishes): Promise<MadeFiles> {
  const identity = await createIdentity();
  const forForce = wishes.forForce ? await (await openDesk())?.recipient(new AbortController().signal) : undefined;
  const made = {
    id,
    forForce: forForce !== undefined,
    pdf: new Blob([viewOf(pdf)], { type: "application/pdf" }),
    publicKeyFile,
    publicKey,
    identity: `${reveal(identity)}\n`,
  };
  if (wishes.pdfOnly) return made;
  const sealed = startPack().sealedTo([...wishes.recipients, ...(forForce === undefined ? [] : [forForce]), await recipientOf(identity)]);
  return { ...made, pack: await writePrivateFile(`${id}.age`, owned(sealed)) };
}

/** The numbers that exhibits of this vault have for good; undefined where the file that has them is lost, which shuts out no report. The error is a sentence. */
async function givenNumbers(vault: Vault): Promise<Result<GivenNumbers | undefined, string>> {
  const settings = await readDocumentOf(vault, "settings");
  if (settings.ok) return readGivenNumbers(settings.value);
  return settings.error.kind === "not-whole" ? ok(undefined) : failed(settings.error.says);
}

async function keepNumbers(vault: Vault, { exhibits }: Report): Promise<Result<undefined, string>> {
  const faults: string[] = [];
  const written = await changeSettings(vault, (settings) => {
    const given = readGivenNumbers(settings);
    if (given.ok) return withGivenNumbers(settings, given.value, exhibits);
    faults.push(given.error);
    return undefined;
  });
  const [fault = written.ok ? undefined : written.error.says] = faults;
  return fault === undefined ? ok(undefined) : failed(fault);
}

type GivenNumbers = Parameters<typeof withGivenNumbers>[1];

function reportOf(imported: Imported, viewed: Viewed, { herName, impact, withheld }: PackWishes, numbers: GivenNumbers): Report {
  const { statement } = viewed;
  const named = herName.trim() === "" ? statement : { ...statement, me: { ...statement.me, label: herName.trim() } };
  const engine = /Chrom(?:e|ium)\/\d+|Firefox\/\d+|Version\/\d+/.exec(navigator.userAgent)?.[0] ?? "a browser";
  return makeReport(
    imported,
    { statement: named, withheld: new Set(withheld), impact, ...(numbers.length > 0 && { numbers }) },
    { at: readClock(), random, tool: { version, engine, zones: "not named by the browser" } },
  );
}

/** The disk takes bytes of memory that is not shared with another thread, which the type has to say. */
async function* owned(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for await (const piece of stream) yield viewOf(piece);
}

function viewOf(piece: Uint8Array): Uint8Array<ArrayBuffer> {
  const { buffer, byteOffset, length } = piece;
  return buffer instanceof ArrayBuffer ? new Uint8Array(buffer, byteOffset, length) : new Uint8Array(piece);
}
