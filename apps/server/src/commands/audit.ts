import { instantToIso } from "@unmask/core";
import { acceptOlder } from "../access-log/accept-older.ts";
import { auditExport, auditVerify } from "../access-log/audit.ts";
import { parseOptions } from "../arguments.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { openKeptRows, openLockedRows, whyNoRows } from "../ports/case-rows.ts";
import { keptCheckpoints, layAside } from "../ports/head-file.ts";
import type { World } from "./world.ts";

/** `unmask audit verify`: one line `{entries, checkpoint}` and 0; 1 and the first entry that does not hold. */
export async function verifyLog(args: readonly string[], world: World): Promise<ExitCode> {
  const options = parseOptions(args, ["data", "database", "checkpoint"]);
  if (!options.ok) return refuse(world, options.error, exitCode.usage);
  const { data, database, checkpoint } = options.value;
  if (data === undefined) return refuse(world, "audit verify needs --data DIR.", exitCode.usage);
  const earlier = checkpoint === undefined ? undefined : await world.readText(checkpoint);
  if (checkpoint !== undefined && earlier === undefined) return refuse(world, `${checkpoint} cannot be read.`, exitCode.usage);
  const { inside } = world.folders(data);
  // Before the rows: the log goes on meanwhile, and what was seen is never ahead of it.
  const kept = await keptCheckpoints(inside.path);
  const rows = await openKeptRows(inside, database);
  if (!rows.ok) return refuse(world, rows.error, exitCode.failed);
  try {
    const { logSigner: signer, force } = rows.value;
    const verdict = await auditVerify({ database: rows.value.database, force: force.id, signer }, [
      ...kept,
      ...(earlier === undefined ? [] : [earlier]),
    ]);
    if (verdict.ok) {
      const { entries, checkpoint: signed, waiting } = verdict.value;
      await world.print(JSON.stringify({ entries, checkpoint: signed }));
      if (waiting > 0) world.say(sayWaiting(waiting));
    } else {
      await world.print(JSON.stringify(verdict.error));
      world.say(`unmask: the log does not hold. Entry ${verdict.error.number}: ${verdict.error.says}`);
    }
    return verdict.ok ? exitCode.done : exitCode.failed;
  } finally {
    await rows.value.database.close();
  }
}

function sayWaiting(many: number): string {
  const wait = many === 1 ? "1 entry waits for its number and is" : `${many} entries wait for their numbers and are`;
  return `unmask: ${wait} not yet under the checkpoint. Beside a running desk that lasts a moment; where they stay, nothing numbers them: start the case role.`;
}

/**
 * `unmask audit accept-copy`: an older copy of the rows was put back, by somebody who says why. That stands in the log; what was seen before is laid
 * aside, never removed.
 */
export async function acceptCopy(args: readonly string[], world: World): Promise<ExitCode> {
  const options = parseOptions(args, ["data", "database", "why"]);
  if (!options.ok) return refuse(world, options.error, exitCode.usage);
  const { data, database, why } = options.value;
  if (data === undefined || why === undefined)
    return refuse(world, "audit accept-copy needs --data DIR and --why WORDS: who put which copy back, and why.", exitCode.usage);
  const { inside } = world.folders(data);
  const missing = whyNoRows(inside.path, database);
  if (missing !== undefined) return refuse(world, missing, exitCode.failed);
  const opened = await openLockedRows(inside, database);
  if (!opened.ok) return refuse(world, opened.error, exitCode.failed);
  try {
    const { logSigner: signer, force, database: rows } = opened.value.rows;
    const log = { database: rows, force: force.id, signer };
    const accepted = await acceptOlder(log, { kept: await keptCheckpoints(inside.path), why, now: world.now, random: world.random });
    if (!accepted.ok) return refuse(world, accepted.error, exitCode.failed);
    await layAside(inside.path, instantToIso(world.now()).replaceAll(/[-:.]/g, ""));
    await world.print(JSON.stringify({ entries: accepted.value }));
    return exitCode.done;
  } finally {
    await opened.value.close();
  }
}

/** `unmask audit export`: one line of JSON an entry. */
export async function exportLog(args: readonly string[], world: World): Promise<ExitCode> {
  const options = parseOptions(args, ["data", "database"]);
  if (!options.ok) return refuse(world, options.error, exitCode.usage);
  const { data, database } = options.value;
  if (data === undefined) return refuse(world, "audit export needs --data DIR.", exitCode.usage);
  const rows = await openKeptRows(world.folders(data).inside, database);
  if (!rows.ok) return refuse(world, rows.error, exitCode.failed);
  try {
    for await (const line of auditExport({ database: rows.value.database })) if (!(await world.print(line))) break;
    return exitCode.done;
  } finally {
    await rows.value.database.close();
  }
}

function refuse(world: World, says: string, code: ExitCode): ExitCode {
  world.say(`unmask: ${says}`);
  return code;
}
