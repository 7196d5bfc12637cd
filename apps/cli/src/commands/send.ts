import { type Result, type Source, failed, ok, reveal } from "@unmask/core";
import { type Ask, type HashedPack, type NotTaken, handIn, sealLetter } from "@unmask/corridor";
import { createAsk, nativeAead, openPackInput, workOut } from "@unmask/fittings-node";
import { argon2id } from "@unmask/seal";
import { type ForceSet, type LetterFields, parseLetterFile, planPack } from "@unmask/submission";
import { type Given, parseArguments } from "../arguments.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { type OpenedForce, forceShape, openForce } from "../force/open-force.ts";
import { sendPacks } from "../force/send-packs.ts";
import { readUnfinished } from "../force/unfinished.ts";
import { readTextFile } from "../ports/home.ts";
import type { World } from "../world.ts";
import { refuse, refuseUsage } from "./refuse.ts";

/** Bytes that are hashed at once. */
const pieceSize = 1024 * 1024;

/** A pack that was named, and its hash. */
interface NamedPack extends HashedPack {
  close(): Promise<void>;
}

/**
 * `unmask send`: a letter to a force, and packs behind it. Standard output is the seven words of the receipt, once, when the letter is on the
 * force's disk; they are written to no file. A pack goes as it lies: nothing looks inside.
 */
export async function send(args: readonly string[], world: World): Promise<ExitCode> {
  const given = parseArguments(args, { ...forceShape, letter: "text", resume: "yes" });
  if (!given.ok) return refuseUsage(world, given.error);
  const { words: paths } = given.value;
  const isResumed = given.value.isSet("resume");
  if (paths.length === 0 && (isResumed || given.value.text("letter") === undefined))
    return refuseUsage(world, "name a pack to send, or a letter: --letter FILE.");
  const said = await readSaid(given.value);
  if (!said.ok) return refuseUsage(world, said.error);
  const ask = createAsk(world.signal);
  const force = await openForce(given.value, ask, world);
  if (!force.ok) return force.error.isUsage ? refuseUsage(world, force.error.says) : refuse(world, force.error.says);
  const packs = await openPacks(paths, force.value.set, world);
  if (!packs.ok) return refuse(world, packs.error);
  try {
    const sending = { packs: packs.value, force: force.value, ask, world };
    return isResumed ? await resume(sending) : await sendNew(sending, said.value);
  } finally {
    for (const pack of packs.value) await pack.close();
  }
}

interface Sending {
  readonly packs: readonly NamedPack[];
  readonly force: OpenedForce;
  readonly ask: Ask;
  readonly world: World;
}

async function sendNew({ packs, force, ask, world }: Sending, said: LetterFields): Promise<ExitCode> {
  const { set, intake } = force;
  const made = await sealLetter(said, { set, packs }, { now: world.now, random: world.random, argon2id, aead: nativeAead });
  if (!made.ok && made.error.kind === "letter") return refuseUsage(world, `${made.error.says}. Nothing was sent.`);
  if (!made.ok) return refuse(world, `${made.error.says} Nothing was sent.`);
  const { letter, sealed, words } = made.value;
  const port = { origin: intake, ask, workOut: (challenge: unknown) => workOut(challenge, world.signal) };
  const taken = await handIn(port, { id: letter.letter, sealed, buckets: letter.packs.map(({ bucket }) => bucket) });
  if (!taken.ok) return refuse(world, sayNotTaken(taken.error));
  await world.terminal.write(`${reveal(words)}\n`);
  world.terminal.say(
    `${set.name} has your letter. These seven words open its answers, and nothing else does: keep them where nobody looks.`,
  );
  world.terminal.say(`Answers stay for ${set.retention.replies} weeks.`);
  if (packs.length === 0) return exitCode.done;
  const sent = letter.packs.map((pack, index) => ({ ...pack, token: taken.value[index] ?? "", upload: null, isDone: false }));
  return sendPacks({ force: set.force, intake, letter: letter.letter, packs: sent }, filesOf(packs), ask, world);
}

/** What is told where no words can be given. A letter whose answer was lost may lie there, and its words were never shown. */
function sayNotTaken({ says, mayBeThere }: NotTaken): string {
  return mayBeThere
    ? `no answer came whether your letter was taken, and its words are worth nothing. Send it again: the force may then have it twice.`
    : `nothing was sent: the intake was asked, and ${says}. Try again later.`;
}

async function resume({ packs, force, ask, world }: Sending): Promise<ExitCode> {
  const known = await readUnfinished();
  if (!known.ok) return refuse(world, known.error);
  const hashes = new Set<string>(packs.map(({ sha256 }) => sha256));
  const isSame = (send: (typeof known.value)[number]): boolean =>
    send.force === force.set.force && send.packs.length === hashes.size && send.packs.every(({ sha256 }) => hashes.has(sha256));
  const found = known.value.findLast(isSame);
  return found === undefined
    ? refuse(world, "no unfinished upload of these packs to this force is known here. Send them anew, without --resume.")
    : sendPacks({ ...found, intake: force.intake }, filesOf(packs), ask, world);
}

function filesOf(packs: readonly NamedPack[]): ReadonlyMap<string, Source> {
  return new Map(packs.map(({ sha256, source }) => [sha256, source]));
}

async function readSaid(given: Given): Promise<Result<LetterFields, string>> {
  const path = given.text("letter");
  if (path === undefined) return ok({});
  const text = await readTextFile(path);
  if (text === undefined) return failed("there is no file at --letter. Look at how the path is written. Nothing was sent.");
  const said = parseLetterFile(text);
  return said.ok ? said : failed(`${said.error}. docs/formats/submission.md lists what may stand there. Nothing was sent.`);
}

async function openPacks(paths: readonly string[], { limits }: ForceSet, world: World): Promise<Result<readonly NamedPack[], string>> {
  if (paths.length > limits.packs) return failed(`the force takes ${limits.packs} packs with a letter. Nothing was sent.`);
  const packs: NamedPack[] = [];
  for (const path of paths) {
    const pack = await openPack(path, limits.pack, world);
    const isTwice = pack.ok && packs.some(({ sha256 }) => sha256 === pack.value.sha256);
    if (pack.ok) packs.push(pack.value);
    if (pack.ok && !isTwice) continue;
    for (const opened of packs) await opened.close();
    return pack.ok ? failed(`${path} is a pack that you named already. Nothing was sent.`) : pack;
  }
  return ok(packs);
}

async function openPack(path: string, largest: number, world: World): Promise<Result<NamedPack, string>> {
  const input = await openPackInput(path);
  if (!input.ok) return failed(`${input.error} Nothing was sent.`);
  if ("folder" in input.value) return failed(`${path} is a folder: name the sealed file of the pack, NAME.age. Nothing was sent.`);
  const { file, close } = input.value;
  if (planPack(file.size) === undefined || file.size > largest) {
    await close();
    return failed(`${path} is empty, or larger than the force takes (${largest} bytes). Nothing was sent.`);
  }
  const hash = world.createSha256();
  for (let at = 0; at < file.size;) {
    world.signal.throwIfAborted();
    const piece = await file.read(at, Math.min(file.size, at + pieceSize));
    if (piece.length === 0) throw new Error("a pack became shorter while it was read");
    hash.update(piece);
    at += piece.length;
  }
  return ok({ source: file, sha256: hash.digest(), close });
}
