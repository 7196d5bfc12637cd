import { type Result, type Source, failed, instantToIso, ok } from "@unmask/core";
import { type CheckedItem, type PackCheck, type PackFiles, exitCodeOf, openTar, verifyPack } from "@unmask/pack";
import { type Certificate, type Identity, certificatesFromPem, envelopeFailureOf, openStream, parseIdentity } from "@unmask/seal";
import { type Given, parseArguments } from "../arguments.ts";
import type { ExitCode } from "../exit-code.ts";
import { createHashByName, nativeAead } from "../ports/hashes.ts";
import { readTextFile } from "../ports/home.ts";
import { type PackInput, openPackInput } from "../ports/pack-input.ts";
import { type Spool, spool } from "../ports/spool.ts";
import { trustedSigners } from "../signer.ts";
import type { World } from "../world.ts";
import { refuse, refuseUsage } from "./refuse.ts";

/** `unmask verify`: a verdict for every file and every seal. Keys come from outside the pack, never from inside it. */
export async function verify(args: readonly string[], world: World): Promise<ExitCode> {
  const given = parseArguments(args, { json: "yes", identity: "texts", signer: "texts", "tsa-ca": "texts" });
  if (!given.ok) return refuseUsage(world, given.error);
  const [path, ...more] = given.value.words;
  if (path === undefined || more.length > 0) return refuseUsage(world, "name one pack, a file or a folder.");
  const signers = await trustedSigners(given.value.texts("signer"));
  if (!signers.ok) return refuseUsage(world, signers.error);
  const authorities = await readAuthorities(given.value);
  if (!authorities.ok) return refuseUsage(world, authorities.error);
  const identities = await readIdentities(given.value);
  if (!identities.ok) return refuseUsage(world, identities.error);
  const input = await openPackInput(path);
  if (!input.ok) return refuse(world, input.error);

  const opened = await openPack(input.value, identities.value, world);
  if (!opened.ok) return sayUnopened(world, given.value, opened.error);
  try {
    const { files } = opened.value;
    const check = await verifyPack(
      { list: files.list, read: (name) => untilStopped(files.read(name), world.signal) },
      {
        createHash: createHashByName,
        trustedSigners: signers.value,
        signersNamed: given.value.texts("signer").length > 0,
        trustedTsa: authorities.value,
        now: world.now(),
      },
    );
    // What could not be read because the person stopped would look like a fault of the pack.
    world.signal.throwIfAborted();
    world.terminal.endProgress();
    await world.terminal.write(
      given.value.isSet("json") ? `${JSON.stringify(check)}\n` : checkInWords(check, given.value.texts("signer").length > 0),
    );
    return exitCodeOf(check.overall);
  } finally {
    await opened.value.close();
  }
}

async function* untilStopped(stream: AsyncIterable<Uint8Array>, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  for await (const piece of stream) {
    signal.throwIfAborted();
    yield piece;
  }
}

interface OpenedPack {
  readonly files: PackFiles;
  close(): Promise<void>;
}

const ageHead = "age-encryption.org/";
const armorHead = "-----BEGIN AGE";

/** Why a pack does not open, as the one item of its check. */
type Unopened = Pick<CheckedItem, "verdict" | "why">;

async function openPack(input: PackInput, identities: readonly Identity[], world: World): Promise<Result<OpenedPack, Unopened>> {
  const refused = (why: string): Result<never, Unopened> => failed({ verdict: "error", why });
  if ("folder" in input) return ok({ files: input.folder, close: async () => {} });
  const head = new TextDecoder("latin1").decode(await input.file.read(0, 32));
  if (head.startsWith(armorHead))
    return refused("the file is age in letters (armour). Take the armour off first: age -d does it, or ask for the file itself.");
  if (!head.startsWith(ageHead)) return openTarIn(input.file, input.close);
  if (identities.length === 0) return refused("the pack is sealed. Name the file with your key: -i IDENTITY.");
  world.terminal.showProgress("Opening the pack");
  let opened: Spool;
  try {
    opened = await spool(input.file.name, openStream(untilStopped(input.stream(), world.signal), { identities, aead: nativeAead }));
  } catch (error) {
    const failure = envelopeFailureOf(error);
    if (!failure) throw error;
    return refused(failure.says);
  } finally {
    await input.close();
  }
  return openTarIn(opened.source, opened.close);
}

async function openTarIn(source: Source, close: () => Promise<void>): Promise<Result<OpenedPack, Unopened>> {
  const tar = await openTar(source);
  if (tar.ok) return ok({ files: tar.value, close });
  await close();
  const { verdict, why } = tar.error;
  if (verdict === "error") return failed({ verdict, why: `this is not a pack, or it is damaged: ${why}.` });
  return failed({
    verdict,
    why: `altered: the tar is not written as a pack's is (${why}), so another program could unpack other files than these. If somebody packed it again, unpack it with tar and verify the folder.`,
  });
}

/** A pack that does not open has one item, so that programs that read our JSON get an answer of the one form. */
async function sayUnopened(world: World, given: Given, { verdict, why }: Unopened): Promise<ExitCode> {
  const check: PackCheck = { overall: "not-verified", items: [{ path: "", verdict, why }] };
  if (given.isSet("json")) await world.terminal.write(`${JSON.stringify(check)}\n`);
  return refuse(world, why);
}

async function readAuthorities(given: Given): Promise<Result<readonly Certificate[], string>> {
  const all: Certificate[] = [];
  for (const path of given.texts("tsa-ca")) {
    const text = await readTextFile(path);
    const certificates = text === undefined ? undefined : certificatesFromPem(text);
    if (!certificates || certificates.length === 0) return failed(`--tsa-ca ${path}: not a file of certificates (PEM).`);
    for (const certificate of certificates) all.push(certificate);
  }
  return ok(all);
}

async function readIdentities(given: Given): Promise<Result<readonly Identity[], string>> {
  const all: Identity[] = [];
  for (const path of given.texts("identity")) {
    const text = await readTextFile(path);
    if (text === undefined) return failed(`-i ${path}: there is no such file.`);
    const found = identitiesIn(text);
    if (!found.ok) return failed(`-i ${path}: ${found.error}`);
    for (const identity of found.value) all.push(identity);
  }
  return ok(all);
}

/** Every identity of a file as age writes it: one a line, with blank lines and comments between. The error names a line, never what stands there. */
function identitiesIn(text: string): Result<readonly Identity[], string> {
  const all: Identity[] = [];
  for (const [i, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === "" || line.startsWith("#")) continue;
    const identity = parseIdentity(line.trim());
    if (!identity) return failed(`line ${i + 1} is not an age identity that this program can use (AGE-SECRET-KEY-1...).`);
    all.push(identity);
  }
  return all.length > 0 ? ok(all) : failed("no age identity in it (a line AGE-SECRET-KEY-1...).");
}

function overallInWords({ overall, time, bag, signer }: PackCheck, isSignerNamed: boolean): string {
  if (bag)
    return bag.isSound
      ? "This is no pack. It is a sound BagIt bag of another program: each file is as its lists say. Nobody's signature stands behind the lists."
      : "This is no pack. It is a BagIt bag of another program, and it is NOT sound. Do not rely on it until each line below is explained.";
  if (isSignerNamed && signer?.known === false) return "NOT verified. It is not signed by the key you named. Do not rely on this pack.";
  switch (overall) {
    case "verified":
      return time === undefined
        ? "Verified. Every file and every seal was checked, and the signer is known to you. No authority says when it was sealed."
        : "Verified. Every file and every seal was checked, and the signer and the time are known to you.";
    case "not-known":
      return "Nothing is altered. But the signer, or the authority for the time, is not known to you: ask for the key by another way, then use --signer or --tsa-ca.";
    case "not-verified":
      return "NOT verified. Do not rely on this pack until each line below is explained.";
  }
}

/** Lines of files shown; `--json` gives all. Hundreds of thousands would push the verdict off the screen. */
const maxLinesShown = 200;

function checkInWords(check: PackCheck, isSignerNamed: boolean): string {
  const { items, id, signer, time, overall, bag } = check;
  const stranger = isSignerNamed ? "not the key you named" : "not known to you";
  const notValid = items.filter(({ verdict }) => verdict !== "valid");
  const lines = [
    overallInWords(check, isSignerNamed),
    ...(id === undefined ? [] : [`Pack: ${id}`]),
    ...(signer === undefined ? [] : [`Signed by: ${signer.publicKey} (${signer.known ? "known to you" : stranger})`]),
    ...(time === undefined || overall === "not-verified" ? [] : [`Existed at: ${instantToIso(time.time)}, says ${time.authority}`]),
    `Valid: ${items.length - notValid.length} of ${items.length}`,
    ...notValid.slice(0, maxLinesShown).map(itemInWords),
    ...(notValid.length > maxLinesShown ? [`  and ${notValid.length - maxLinesShown} more (--json lists all)`] : []),
    ...(bag?.warnings ?? []).map((warning) => `  worth a look: ${warning}`),
  ];
  return `${lines.join("\n")}\n`;
}

function itemInWords({ path, verdict, why }: CheckedItem): string {
  return `  ${verdict}: ${path}: ${why}`;
}
