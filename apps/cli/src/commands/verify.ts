import { type Result, failed, instantToIso, ok, type CheckedItem, exitCodeOf } from "@unmask/core";
import { type Comparison, type Continuation, type ReadAgain, type Unopened, checkContinuation, readAgain } from "@unmask/corridor";
import { type PackCheck, type PackFiles, verifyPack } from "@unmask/pack";
import { type Certificate, certificatesFromPem } from "@unmask/seal";
import { afterShape, openEarlier } from "../after.ts";
import { type Given, parseArguments } from "../arguments.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { createHashByName, openPackInput } from "@unmask/fittings-node";
import { readTextFile } from "../ports/named-file.ts";
import { oneLine } from "../one-line.ts";
import { openInput, readIdentities, stoppable } from "../open-pack.ts";
import { readingWorld } from "../reading-options.ts";
import { trustedSigners } from "../signer.ts";
import type { World } from "../world.ts";
import { refuse, refuseUsage } from "./refuse.ts";

/** `unmask verify`: a verdict for every file and every seal. Keys come from outside the pack, never from inside it. */
export async function verify(args: readonly string[], world: World): Promise<ExitCode> {
  const given = parseArguments(args, { ...afterShape, json: "yes", again: "yes", signer: "texts", "tsa-ca": "texts" });
  if (!given.ok) return refuseUsage(world, given.error);
  const [path, ...more] = given.value.words;
  if (path === undefined || more.length > 0) return refuseUsage(world, "name one pack, a file or a folder.");
  const signers = await trustedSigners(given.value.texts("signer"), world.signal);
  if (!signers.ok) return refuseUsage(world, signers.error);
  const authorities = await readAuthorities(given.value, world.signal);
  if (!authorities.ok) return refuseUsage(world, authorities.error);
  const identities = await readIdentities(given.value.texts("identity"), world.signal);
  if (!identities.ok) return refuseUsage(world, identities.error);
  const input = await openPackInput(path);
  if (!input.ok) return refuse(world, input.error);

  const opened = await openInput(input.value, identities.value, world);
  if (!opened.ok) return sayUnopened(world, given.value, opened.error);
  try {
    const files = stoppable(opened.value.files, world.signal);
    const check = await verifyPack(files, {
      createHash: createHashByName,
      trustedSigners: signers.value,
      signersNamed: given.value.texts("signer").length > 0,
      trustedTsa: authorities.value,
      now: world.now(),
    });
    const after = await checkAfter(given.value, { files, check }, { world, trustedTsa: authorities.value });
    if (!after.ok) return refuse(world, after.error);
    const again = given.value.isSet("again") && check.overall !== "not-verified" ? await readAgain(files, readingWorld(world)) : undefined;
    // What could not be read because the person stopped would look like a fault of the pack.
    world.signal.throwIfAborted();
    world.terminal.endProgress();
    if (again?.ok === false) return await refuseAgain(world, given.value, check, again.error);
    await world.terminal.write(
      given.value.isSet("json")
        ? `${JSON.stringify({ ...check, ...(after.value && { after: after.value }), ...(again && { again: again.value.again }) })}\n`
        : sayCheck(check, given.value.texts("signer").length > 0) +
            sayAfter(given.value, after.value) +
            (again ? sayAgain(again.value.again) : notReadAgain(given.value)),
    );
    return graver(exitCodeOfAfter(after.value), again ? exitCodeOfBoth(check, again.value.again) : exitCodeOf(check.overall));
  } finally {
    await opened.value.close();
  }
}

/** A pack that does not open has one item, so that programs that read our JSON get an answer of the one form. */
async function sayUnopened(world: World, given: Given, { verdict, why }: Unopened): Promise<ExitCode> {
  const check: PackCheck = { overall: "not-verified", items: [{ path: "", verdict, why }] };
  if (given.isSet("json")) await world.terminal.write(`${JSON.stringify(check)}\n`);
  return refuse(world, why);
}

async function readAuthorities(given: Given, signal: AbortSignal): Promise<Result<readonly Certificate[], string>> {
  const all: Certificate[] = [];
  for (const path of given.texts("tsa-ca")) {
    const text = await readTextFile(path, signal);
    const certificates = text === undefined ? undefined : certificatesFromPem(text);
    if (!certificates || certificates.length === 0) return failed(`--tsa-ca ${path}: not a file of certificates (PEM).`);
    for (const certificate of certificates) all.push(certificate);
  }
  return ok(all);
}

function sayOverall({ overall, time, bag, signer }: PackCheck, isSignerNamed: boolean): string {
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

function sayCheck(check: PackCheck, isSignerNamed: boolean): string {
  const { items, id, signer, time, overall, bag } = check;
  const stranger = isSignerNamed ? "not the key you named" : "not known to you";
  const notValid = items.filter(({ verdict }) => verdict !== "valid");
  const lines = [
    sayOverall(check, isSignerNamed),
    ...(id === undefined ? [] : [`Pack: ${id}`]),
    ...(signer === undefined ? [] : [`Signed by: ${signer.publicKey} (${signer.known ? "known to you" : stranger})`]),
    ...(time === undefined || overall === "not-verified" ? [] : [`Existed at: ${instantToIso(time.time)}, says ${time.authority}`]),
    `Valid: ${items.length - notValid.length} of ${items.length}`,
    ...notValid.slice(0, maxLinesShown).map(sayItem),
    ...(notValid.length > maxLinesShown ? [`  and ${notValid.length - maxLinesShown} more (--json lists all)`] : []),
    ...(bag?.warnings ?? []).map((warning) => `  worth a look: ${warning}`),
  ];
  return textOf(lines);
}

/** A path, a pack's name and an authority's name are the words of whoever made the pack. */
function textOf(lines: readonly string[]): string {
  return lines.map((line) => `${oneLine(line)}\n`).join("");
}

function sayItem({ path, verdict, why }: CheckedItem): string {
  return `  ${verdict}: ${path}: ${why}`;
}

/** What --after asks; undefined where it was not given, and where the pack itself does not verify. */
async function checkAfter(
  given: Given,
  later: { readonly files: PackFiles; readonly check: PackCheck },
  { world, trustedTsa }: { readonly world: World; readonly trustedTsa: readonly Certificate[] },
): Promise<Result<Continuation | undefined, string>> {
  const path = given.text("after");
  if (path === undefined || later.check.overall === "not-verified") return ok(undefined);
  return openEarlier(path, given, {
    world,
    read: async (files) => ok(await checkContinuation(later, files, { createHash: createHashByName, now: world.now(), trustedTsa })),
  });
}

function sayAfter(given: Given, after: Continuation | undefined): string {
  const path = given.text("after");
  if (path === undefined) return "";
  if (after === undefined) return "Whether it goes on from the pack of --after was not looked at: first explain the lines above.\n";
  return after.outcome === "does-not" ? `Does NOT go on from ${path}: ${after.says}\n` : `Goes on from ${path}: ${after.says}\n`;
}

function exitCodeOfAfter(after: Continuation | undefined): ExitCode {
  if (after === undefined || after.outcome === "goes-on") return exitCode.done;
  return after.outcome === "does-not" ? exitCode.failed : exitCode.caveats;
}

function graver(a: ExitCode, b: ExitCode): ExitCode {
  if (a === exitCode.failed || b === exitCode.failed) return exitCode.failed;
  return a === exitCode.done ? b : a;
}

/** 1 when an act or a finding differs; 3 when another version of an importer can be the reason; else as the seals say. */
function exitCodeOfBoth({ overall }: PackCheck, { outcome }: ReadAgain): ExitCode {
  if (outcome === "differs") return exitCode.failed;
  return outcome === "other-version" ? exitCode.caveats : exitCodeOf(overall);
}

/** The seals hold, yet the pack cannot be read again: that is a fault of what was sealed. */
async function refuseAgain(world: World, given: Given, check: PackCheck, says: string): Promise<ExitCode> {
  const item: CheckedItem = { path: "data/", verdict: "error", why: `the originals cannot be read again: ${says}` };
  const whole: PackCheck = { ...check, overall: "not-verified", items: [...check.items, item] };
  await world.terminal.write(given.isSet("json") ? `${JSON.stringify(whole)}\n` : sayCheck(whole, given.texts("signer").length > 0));
  return exitCode.failed;
}

function notReadAgain(given: Given): string {
  return given.isSet("again") ? "The originals were not read again: first explain the lines above.\n" : "";
}

function sayAgain({ outcome, acts, findings, otherVersions }: ReadAgain): string {
  const lines = [
    saysByOutcome[outcome],
    sayComparison("acts", acts),
    sayComparison("findings", findings),
    ...otherVersions.map(({ importer, pack, here }) => `  importer ${importer}: version ${pack} made the pack, here is ${here ?? "none"}`),
    ...[...acts.differs, ...findings.differs].slice(0, maxLinesShown).map(({ which, why }) => `  differs: ${which}: ${why}`),
  ];
  return textOf(lines);
}

const saysByOutcome: Readonly<Record<ReadAgain["outcome"], string>> = {
  agrees: "Read again: what the pack says agrees with its originals, as far as it could be compared.",
  differs: "Read again: what the pack says DIFFERS from its originals. Do not rely on it until each line below is explained.",
  "other-version":
    "Read again: what the pack says differs from its originals, but another version of an importer made it, and that can be the reason.",
};

function sayComparison(what: string, { agrees, differing, notCompared, why }: Comparison): string {
  const reasons = notCompared === 0 ? "" : ` (${why.join("; ")})`;
  return `  ${what}: ${agrees} agree, ${differing} differ, ${notCompared} not compared${reasons}`;
}
