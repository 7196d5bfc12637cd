import { join } from "node:path";
import { type Result, failed, ok } from "@unmask/core";
import { type Place, createSha256, listen, readClock, takeLock } from "@unmask/fittings-node";
import { bytesToText, hexToBytes } from "@unmask/seal";
import { type ForceSet, bucketOfPack, isoWeek, sealedLetterSizes, verifyForceSet } from "@unmask/submission";
import type { Door } from "../intake/door.ts";
import type { IntakeStore } from "../intake-store/intake-store.ts";
import { openIntakeStore } from "../intake-store/open-intake-store.ts";
import { createIntake } from "../roles/intake.ts";
import type { IntakeTables } from "../sql/intake/tables.ts";
import { openBlobs } from "./blobs-folder.ts";
import type { Database } from "./database.ts";
import { openPglite } from "./database-pglite.ts";
import { openPostgres } from "./database-postgres.ts";
import { openForceFolder, readSignedSet, sayDamagedSet } from "./force-folder.ts";
import { randomBelow } from "./ids.ts";
import { answerOrigin } from "./intake-origin.ts";
import { readMigrations } from "./migrate.ts";
import { openDoor } from "./open-door.ts";
import { personSite } from "./person-site.ts";

/** Bytes of the disk that packs may not fill: letters come in while it lasts. */
const reservedForLetters = 1024 ** 3;
/** What is past its last day goes every so often, in milliseconds. */
const expireMs = 3_600_000;
/** From so many weeks on, what the inside did not take is told: it never goes, and somebody has to look. */
const alarmWeeks = 2;
/** What is being answered when the server is told to end may finish within this, in milliseconds; an upload goes on later. */
const graceMs = 3_000;

/** How an intake is run. */
export interface IntakePlan {
  /** The folder of the intake: set, secret, database, items. */
  readonly folder: string;
  /** A PostgreSQL; one in the folder without it. */
  readonly database?: string | undefined;
  /** The number of waiting letters from which the work rises. */
  readonly workFrom: number;
  readonly place: Place;
  /** The host of the public origin, where a proxy stands before it. */
  readonly publicHost?: string | undefined;
  /** The folder of the apps. */
  readonly apps: URL;
  /** One line for whoever runs it: where something failed, never what. */
  tell(line: string): void;
}

/** A role that runs. */
export interface Running {
  readonly port: number;
  /** Ends it in order: no new request, then what is running, then the database. */
  close(): Promise<void>;
}

/** Starts the intake; it is open when this resolves. The failure is a sentence that says what to do. */
export async function runIntake(plan: IntakePlan): Promise<Result<Running, string>> {
  const keys = await readKeys(plan.folder);
  if (!keys.ok) return keys;
  const database = await openRows(plan);
  if (!database.ok) return database;
  const store = await openIntakeStore({
    database: database.value.rows,
    blobs: await openBlobs(join(plan.folder, "items")),
    now: readClock,
    weekOf: isoWeek,
    randomBelow,
    createSha256,
    reservedForLetters,
  });
  const intake = await createIntake(doorOf(plan, keys.value, store), plan.tell);
  const listening = await listen(answerOrigin(personSite(plan.apps, plan.publicHost), intake, plan.tell), plan.place);
  const stopExpiring = expireNowAndThen(store, plan.tell);
  const end = async (): Promise<void> => {
    stopExpiring();
    await intake.close();
    await database.value.close();
  };
  if (!listening.ok) {
    await end();
    return listening;
  }
  return ok({
    port: listening.value.port,
    async close() {
      await listening.value.close(graceMs);
      await end();
    },
  });
}

interface Keys {
  readonly set: ForceSet;
  readonly signed: Door["set"];
  readonly secret: Uint8Array;
}

async function readKeys(path: string): Promise<Result<Keys, string>> {
  const folder = openForceFolder(path);
  if (!folder.exists("set") || !folder.exists("signature") || !folder.exists("mailboxSecret"))
    return failed(`There is no intake in ${path}. Make a force first: unmask force init --data DIR --name NAME`);
  const signed = await readSignedSet(folder);
  const set = verifyForceSet(signed.json, signed.signature, undefined);
  if (!set.ok) return failed(sayDamagedSet(path));
  const secret = hexToBytes(bytesToText(await folder.read("mailboxSecret"))?.trim() ?? "");
  if (secret?.length !== 32) return failed(`mailbox-secret in ${path} is damaged: bring it back from a copy.`);
  return ok({ set: set.value, signed, secret });
}

interface Rows {
  readonly rows: Database<IntakeTables>;
  close(): Promise<void>;
}

async function openRows({ folder, database }: IntakePlan): Promise<Result<Rows, string>> {
  const migrations = await readMigrations("intake");
  if (database === undefined) {
    const rows = await openPglite<IntakeTables>(join(folder, "database"), migrations);
    return rows.ok ? ok({ rows: rows.value, close: () => rows.value.close() }) : rows;
  }
  // The rows are in another place, but the files of one folder belong to one process all the same.
  const lock = await takeLock(join(folder, "lock"));
  if (!lock.ok) return lock;
  const rows = await openPostgres<IntakeTables>(database, migrations);
  if (!rows.ok) {
    await lock.value();
    return rows;
  }
  return ok({
    rows: rows.value,
    async close() {
      await rows.value.close();
      await lock.value();
    },
  });
}

function doorOf(plan: IntakePlan, { set, signed, secret }: Keys, store: IntakeStore): Door {
  return openDoor({
    store,
    set: signed,
    force: set.force,
    pull: set.pull,
    floor: set.work.floor,
    limits: {
      letterSizes: sealedLetterSizes,
      packs: set.limits.packs,
      isBucket: (size) => size <= set.limits.pack && bucketOfPack(size) === size,
    },
    workFrom: plan.workFrom,
    secret,
    now: readClock,
    week: () => isoWeek(readClock()),
  });
}

/** Takes away what is past its day, and tells what nobody took; a failure is told, and tried again the next time. */
function expireNowAndThen(store: IntakeStore, tell: (line: string) => void): () => void {
  const look = async (): Promise<void> => {
    await store.expire();
    const forgotten = await store.waitingLongerThan(alarmWeeks);
    if (forgotten > 0)
      tell(`intake: the inside has not taken ${forgotten} letters and packs for ${alarmWeeks} weeks or longer. Look whether it runs.`);
  };
  const run = (): void => {
    look().catch(() => tell("intake: taking away what is past its day failed"));
  };
  run();
  const timer = setInterval(run, expireMs);
  return () => clearInterval(timer);
}
