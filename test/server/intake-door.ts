import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { type IncomingMessage, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import { bytesToBase64, createSignerKey } from "@unmask/seal";
import { type Place, type ServedApp, listen, readClock } from "@unmask/fittings-node";
import type { IntakeStore } from "../../apps/server/src/intake-store/intake-store.ts";
import { answerOrigin } from "../../apps/server/src/ports/intake-origin.ts";
import { openDoor } from "../../apps/server/src/ports/open-door.ts";
import { openPglite } from "../../apps/server/src/ports/database-pglite.ts";
import { readMigrations } from "../../apps/server/src/ports/migrate.ts";
import { createIntake } from "../../apps/server/src/roles/intake.ts";
import type { IntakeTables } from "../../apps/server/src/sql/intake/tables.ts";
import { intakeStoreOn } from "./intake-world.ts";

/** Bytes of the one size of letter that the tests hand in. */
export const letterSize = 16_640;
export const force = "0f".repeat(16);
export const pullKey = createSignerKey((size) => new Uint8Array(randomBytes(size)));

/** What the answers of the door say, each some of it. */
interface Said {
  readonly challenge: Challenge;
  readonly cost: number;
  readonly letter: string;
  readonly week: string;
  readonly uploads: readonly string[];
  readonly token: string;
  readonly looks: number;
  readonly envelopes: readonly string[];
  readonly nonce: string;
  readonly items: readonly {
    readonly number: number;
    readonly id: string;
    readonly kind: string;
    readonly letter: string;
    readonly size: number;
  }[];
}

/** An answer as it crossed the wire. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage["headers"];
  readonly body: Buffer;
  readonly json: Said;
}

export interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer | string;
}

/** What asks at a door. */
export interface AskedDoor {
  readonly port: number;
  ask(path: string, asked?: Asked): Promise<Answer>;
  post(path: string, body: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  challenge(purpose: "letter" | "look"): Promise<{ readonly challenge: Challenge; readonly cost: number }>;
  prove(purpose: "letter" | "look"): Promise<string>;
}

/** A door that runs in this process. */
export interface RunningDoor extends AskedDoor {
  /** Every line that the door told whoever runs it. */
  readonly told: string[];
  close(): Promise<void>;
}

type Challenge = Parameters<typeof solveChallenge>[0]["challenge"];

/** The proof as it is handed in. */
export async function solve(challenge: Challenge): Promise<string> {
  const solution = await solveChallenge({ challenge, deriveKey });
  return Buffer.from(JSON.stringify({ challenge, solution })).toString("base64");
}

/** What the door keeps things in: the store of a laptop, in a folder of its own that goes with it. */
export interface KeptStore {
  readonly folder: string;
  readonly store: IntakeStore;
  close(): Promise<void>;
}

/** Opens a store for the tests of one file. */
export async function openKept(): Promise<KeptStore> {
  const folder = mkdtempSync(join(tmpdir(), "unmask-door-"));
  const database = await openPglite<IntakeTables>(join(folder, "database"), await readMigrations("intake"));
  if (!database.ok) throw new Error(database.error);
  return {
    folder,
    store: await intakeStoreOn(database.value, join(folder, "items"), { now: readClock }),
    async close() {
      await database.value.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Starts a door over a store, on a free port. */
export async function startDoor(
  store: IntakeStore,
  parts: {
    readonly now?: () => number;
    readonly workFrom?: number;
    readonly force?: string;
    readonly pull?: string;
    readonly patience?: NonNullable<Place["patience"]> & { readonly bodyMs: number };
  } = {},
): Promise<RunningDoor> {
  const told: string[] = [];
  const door = openDoor({
    store,
    set: { json: Buffer.from('{"version":1}'), signature: Buffer.from("untrusted comment: none\n") },
    force: parts.force ?? force,
    pull: parts.pull ?? bytesToBase64(pullKey.publicKey),
    floor: 2_000,
    limits: { letterSizes: [letterSize], packs: 20, isBucket: (size) => size === 65_536 || size === 1_048_576 },
    workFrom: parts.workFrom ?? 200,
    secret: new Uint8Array(32).fill(7),
    now: parts.now ?? Date.now,
    week: () => "2026-W48",
  });
  const intake = await createIntake(door, (where) => told.push(where), undefined, parts.patience?.bodyMs);
  const site: ServedApp = { name: "localhost", folder: "/nowhere", contentPolicy: "", isNeverCached: () => false };
  const listening = await listen(
    answerOrigin(site, intake, (where) => told.push(where)),
    { port: 0, tryPort: String, ...(parts.patience && { patience: parts.patience }) },
  );
  if (!listening.ok) throw new Error(listening.error);
  const { port, close } = listening.value;
  return { ...doorAt(port), told, close: () => close() };
}

/** What asks at the door of a port of this machine. */
export function doorAt(port: number): AskedDoor {
  const ask: AskedDoor["ask"] = (path, asked) => askAt(port, path, asked);
  const post: AskedDoor["post"] = (path, body, headers) =>
    ask(path, { method: "POST", headers: { "content-type": "application/json", ...headers }, body: JSON.stringify(body) });
  const challenge: AskedDoor["challenge"] = async (purpose) => (await post("/intake/challenge", { for: purpose })).json;
  return { port, ask, post, challenge, prove: async (purpose) => solve((await challenge(purpose)).challenge) };
}

function askAt(port: number, path: string, { method = "GET", headers, body }: Asked = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request(
      { hostname: "127.0.0.1", port, path, method, agent: false, headers: { host: "localhost", ...headers } },
      (answer) => {
        const pieces: Buffer[] = [];
        answer.on("data", (piece: Buffer) => pieces.push(piece));
        answer.on("end", () => {
          const whole = Buffer.concat(pieces);
          const isJson = answer.headers["content-type"]?.startsWith("application/json") === true;
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            body: whole,
            json: isJson && whole.length > 0 ? JSON.parse(whole.toString()) : {},
          });
        });
        answer.on("error", reject);
      },
    );
    asked.on("error", reject);
    asked.end(body);
  });
}

/** A letter as it is handed in. */
export function letter(
  proof: string,
  { id = randomBytes(16).toString("hex"), sealed = randomBytes(letterSize), packs = [] as number[] } = {},
) {
  return { id, proof, letter: sealed.toString("base64"), packs };
}
