/**
 * What the inside of a force works with: its keys from the case's own folder, kept bodies, the way to the intake. The database and the log are
 * handed in, since others work with them too.
 */
import { join } from "node:path";
import { type Result, failed, ok, reveal } from "@unmask/core";
import { createAsk, createHashByName, createSha256, nativeAead, pause, readClock, workOut } from "@unmask/fittings-node";
import { bytesToText, parseSignerKey, signMessage } from "@unmask/seal";
import { type ForceSet, verifyForceSet } from "@unmask/submission";
import { machineRows } from "../access/as-machine.ts";
import type { OpeningWorld } from "../opening/world.ts";
import { openBlobs } from "./blobs-folder.ts";
import { readChance } from "./chance.ts";
import { openForceFolder, readSignedSet, sayDamagedSet } from "./force-folder.ts";
import { randomHex } from "./ids.ts";
import { keyedHashIn } from "./index-key.ts";
import { createIntakeClient } from "./intake-client.ts";
import { openNeighbours } from "./neighbour-folder.ts";
import { openFolderForOpened } from "./open-folder.ts";
import { openKeys } from "./opening-keys.ts";

/** What is handed in. */
export interface OpeningParts extends Pick<OpeningWorld, "database" | "collect" | "tell"> {
  /** The case's own folder, `DIR/case`; this process must hold its lock. */
  readonly folder: string;
  /** Origin of the intake. */
  readonly intake: string;
  /** Whom she asks and how, as the force has set it. */
  readonly contact?: string;
  /** Ends what is asked of other forces; never without it. */
  readonly stop?: AbortSignal;
}

/** The world of the inside. The error says which key is missing or spoiled, and what to do. */
export async function openOpeningWorld({
  folder,
  intake,
  contact,
  database,
  stop = new AbortController().signal,
  ...given
}: OpeningParts): Promise<Result<OpeningWorld, string>> {
  const keys = openForceFolder(folder);
  if (!keys.exists("set") || !keys.exists("openingKey") || !keys.exists("pull"))
    return failed(`There is no force in ${folder}. Make one with unmask force init, or put back its keys from where they are kept.`);
  const signed = await readSignedSet(keys);
  const set = verifyForceSet(signed.json, signed.signature, undefined);
  if (!set.ok) return failed(sayDamagedSet(folder));
  const identities = await openKeys(keys);
  if (!identities.ok) return identities;
  const pull = parseSignerKey(bytesToText(await keys.read("pull")) ?? "");
  if (!pull.ok) return failed(`The pull key in ${folder}: ${pull.error}`);
  const { force, limits, retention } = set.value;
  const ask = createAsk(stop);
  return ok({
    ...given,
    database: machineRows(database),
    blobs: await openBlobs(join(folder, "blobs")),
    client: createIntakeClient({ intake, force, sign: (message) => signMessage(message, reveal(pull.value.seed)) }),
    handing: {
      neighbours: openNeighbours(folder, ask),
      waiting: await openBlobs(join(folder, "handed-on")),
      ask,
      workOut: (challenge) => workOut(challenge, stop),
      pause: (ms) => pause(ms, stop),
      random: readChance,
    },
    force: {
      id: force,
      name: set.value.name,
      identities: identities.value,
      contact: contact ?? usualContact(set.value),
      replyWeeks: retention.replies,
      largestPack: limits.pack,
    },
    putAside: await openFolderForOpened(join(folder, "open")),
    aead: nativeAead,
    createHasher: createSha256,
    createHash: createHashByName,
    keyedHash: await keyedHashIn(folder),
    now: readClock,
    randomHex,
    after: (ms) => AbortSignal.timeout(ms),
  });
}

/** UTF-16 units of a force's name there: the line holds 300. */
const longestName = 120;

/** What stands in an acknowledgement until the force says it better: what holds for every force of the United Kingdom, and no promise beside it. */
function usualContact({ name }: ForceSet): string {
  return `Call 101, ask for ${name.slice(0, longestName)} and give this reference. In danger now, call 999.`;
}
