import { type Instant, type Result, failed, ok, reveal } from "@unmask/core";
import { identitiesIn } from "@unmask/corridor";
import { bytesToText, createIdentity, parseSignerKey, recipientOf } from "@unmask/seal";
import { type ForceSet, isoWeek, largestPack, parseForceSet, verifyForceSet, writeForceSet } from "@unmask/submission";
import { parseCount, parseOptions } from "../arguments.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { type NewForce, makeForce } from "../force/new-force.ts";
import { changedSet, rotatedSet } from "../force/next-set.ts";
import { signSet } from "../force/sign-set.ts";
import { type ForceFolder, readSignedSet, sayDamagedSet, writeSignedSet } from "../ports/force-folder.ts";
import type { World } from "./world.ts";

/** More packs in a letter than these no set allows. */
const mostPacks = 20;

/** `unmask force init`: makes every key and the first set, once. Prints the signer, which people are told by another way. */
export async function forceInit(args: readonly string[], world: World): Promise<ExitCode> {
  const options = parseOptions(args, ["data", "name", "intake"]);
  if (!options.ok) return refuse(world, options.error, exitCode.usage);
  const { data, name, intake } = options.value;
  if (data === undefined || name === undefined) return refuse(world, "force init needs --data DIR and --name NAME.", exitCode.usage);
  const outcome = await initForce(world, { data, name, intake: intake ?? null });
  if (!outcome.ok) return refuse(world, outcome.error, exitCode.failed);
  world.say(`Made ${data}/intake (may be carried to another machine) and ${data}/case (holds the keys: keep a copy under lock).`);
  await world.print(outcome.value);
  return exitCode.done;
}

/** Makes a force in a data folder where there is none; its signer, to be told by another way. */
export async function initForce(
  world: World,
  { data, name, intake }: { readonly data: string; readonly name: string; readonly intake: string | null },
): Promise<Result<string, string>> {
  const { intake: outside, inside } = world.folders(data);
  if (outside.exists("set") || inside.exists("openingKey") || inside.exists("signer"))
    return failed(`there is a force in ${data} already. Its keys are the only ones that open what was sent to it, so nothing was changed.`);
  const identity = await createIdentity();
  let made: NewForce;
  try {
    made = await makeForce({ name, intake, identity }, world.now(), world.random);
  } catch (error) {
    // The room of sets says which of what was stated is none.
    return failed(`${error instanceof Error ? error.message : "this makes no force set"}. Nothing was made.`);
  }
  const { secrets } = made;
  // What opens letters is on the disk before anybody could send one.
  await inside.write("openingKey", secrets.openingKey);
  await inside.write("log", secrets.log);
  await inside.write("pull", secrets.pull);
  await inside.write("signer", secrets.signer);
  await writeSignedSet(inside, made.signed);
  await outside.write("mailboxSecret", secrets.mailboxSecret);
  await writeSignedSet(outside, made.signed);
  return ok(made.set.signer);
}

/** `unmask force set`: writes and signs the next edition, with another name, address or limit. */
export async function forceSet(args: readonly string[], world: World): Promise<ExitCode> {
  const options = parseOptions(args, ["data", "name", "intake", "pack", "packs"]);
  if (!options.ok) return refuse(world, options.error, exitCode.usage);
  const { data, name, intake } = options.value;
  const [pack, packs] = [countOf("pack", options.value.pack, largestPack), countOf("packs", options.value.packs, mostPacks)];
  if (!pack.ok) return refuse(world, pack.error, exitCode.usage);
  if (!packs.ok) return refuse(world, packs.error, exitCode.usage);
  if (data === undefined || Object.keys(options.value).length < 2)
    return refuse(world, "force set needs --data DIR and what changes: --name, --intake, --pack (bytes) or --packs.", exitCode.usage);
  const next = (set: ForceSet): ForceSet => changedSet(set, { name, intake, pack: pack.value, packs: packs.value }, world.now());
  return changeSet(world, data, (set) => Promise.resolve(ok(next(set))));
}

/** `unmask force rotate`: a new opening key. What was sealed to the old one stays readable: the old one is kept beside it. */
export async function forceRotate(args: readonly string[], world: World): Promise<ExitCode> {
  const options = parseOptions(args, ["data", "lost"]);
  if (!options.ok) return refuse(world, options.error, exitCode.usage);
  const { data, lost } = options.value;
  if (data === undefined) return refuse(world, "force rotate needs --data DIR.", exitCode.usage);
  return changeSet(world, data, async (set, inside) => {
    const before = await keysBefore(inside, set, { lost, now: world.now() });
    if (!before.ok) return before;
    const identity = await createIdentity();
    // The key is kept before the set names it.
    await inside.write("openingKey", `${reveal(identity)}\n${before.value}`);
    return ok(rotatedSet(set, await recipientOf(identity), world.now()));
  });
}

/**
 * The text of the keys that are there, where each recipient to whom people may seal has its own among them: a file that was cut or spoiled would
 * otherwise be written on, and nobody would hear that what comes sealed to an earlier one opens no more.
 */
async function keysBefore(
  inside: ForceFolder,
  { recipients }: ForceSet,
  { lost, now }: { readonly lost: string | undefined; readonly now: Instant },
): Promise<Result<string, string>> {
  const text = inside.exists("openingKey") ? (bytesToText(await inside.read("openingKey")) ?? "\ufffd") : "";
  const identities = text.trim() === "" ? ok([]) : identitiesIn(text);
  const where = `${inside.path}/opening-key.txt`;
  if (!identities.ok) return failed(`${where} is damaged: ${identities.error} Put it back from one of its copies. Nothing was changed.`);
  const held = new Set(await Promise.all(identities.value.map((one) => recipientOf(one))));
  const week = isoWeek(now);
  const missing = recipients.find(({ recipient, until }) => (until === null || until >= week) && !held.has(recipient))?.recipient;
  if (missing === undefined || missing === lost) return ok(text);
  return failed(
    `${where} has no key of ${missing}, to whom letters are sealed. Put it back from one of its copies. Where it is lost for good, what was sealed to it opens nowhere: say so with --lost ${missing}. Nothing was changed.`,
  );
}

/** What comes of a set, or why nothing does. */
type Change = (set: ForceSet, inside: ForceFolder) => Promise<Result<ForceSet, string>>;

async function changeSet(world: World, data: string, change: Change): Promise<ExitCode> {
  const { intake: outside, inside } = world.folders(data);
  if (!inside.exists("set") || !inside.exists("signer"))
    return refuse(world, `there is no force in ${data}. Make one: unmask force init --data ${data} --name NAME`, exitCode.failed);
  const signed = await readSignedSet(inside);
  const set = verifyForceSet(signed.json, signed.signature, undefined);
  if (!set.ok) return refuse(world, sayDamagedSet(inside.path), exitCode.failed);
  const signer = parseSignerKey(bytesToText(await inside.read("signer")) ?? "");
  if (!signer.ok) return refuse(world, `${inside.path}: ${signer.error}`, exitCode.failed);
  const changed = await change(set.value, inside);
  if (!changed.ok) return refuse(world, changed.error, exitCode.failed);
  const next = changed.value;
  const checked = checkSet(next);
  if (!checked.ok) return refuse(world, checked.error, exitCode.usage);
  const result = signSet(next, signer.value);
  await writeSignedSet(inside, result);
  if (outside.exists("set")) await writeSignedSet(outside, result);
  else world.say(`Carry ${inside.path}/unmask-force.json and its .minisig to the intake's machine.`);
  world.say("The intake hands out the new set once it is started again.");
  await world.print(`${next.number}`);
  return exitCode.done;
}

/** Whether what was asked for makes a set; what is wrong where it does not. */
function checkSet(set: ForceSet): Result<void, string> {
  try {
    const read = parseForceSet(writeForceSet(set));
    return read.ok ? ok(undefined) : failed(read.error);
  } catch (error) {
    return failed(`${error instanceof Error ? error.message : "this is no set"}. Nothing was changed.`);
  }
}

function countOf(name: string, text: string | undefined, most: number): Result<number | undefined, string> {
  return text === undefined ? ok(undefined) : parseCount(name, text, most);
}

function refuse(world: World, says: string, code: ExitCode): ExitCode {
  world.say(`unmask: ${says}`);
  return code;
}
