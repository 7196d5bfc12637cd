import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { parseSignerKey, signMessage } from "@unmask/seal";
import { reveal } from "@unmask/core";
import { sealedLetterSizes } from "@unmask/submission";
import { pullMessage } from "../../apps/server/src/intake/inside-sessions.ts";
import { type AskedDoor, doorAt, letter } from "./intake-door.ts";

/** The intake as a force runs it: the built program, a process of its own, and everything that it writes. */
const home = mkdtempSync(join(tmpdir(), "unmask-attacks-"));
const launcher = join(import.meta.dirname, "../../apps/cli/bin/unmask.js");
const sizeOfLetter = sealedLetterSizes[0] ?? 0;
const workFrom = 20;
/** Words that must be found nowhere: what a letter says, a file's name, an address. */
const canary = "canary-b7f1-bluebell";
let running: ChildProcess;
let door: AskedDoor;
let written = "";

beforeAll(async () => {
  execFileSync(process.execPath, [launcher, "force", "init", "--data", home, "--name", "Example Constabulary"], { stdio: "pipe" });
  const args = [launcher, "server", "--role", "intake", "--data", join(home, "intake"), "--work-from", String(workFrom)];
  running = spawn(process.execPath, args, { env: { ...process.env, PORT: "0", DEBUG: "*" }, stdio: ["ignore", "pipe", "pipe"] });
  door = doorAt(
    await new Promise<number>((resolve, reject) => {
      running.on("exit", () => reject(new Error(written)));
      for (const stream of [running.stdout, running.stderr])
        stream?.on("data", (piece: Buffer) => {
          written += piece.toString();
          const port = /^intake http:\/\/localhost:(\d+)$/m.exec(written)?.[1];
          if (port !== undefined) resolve(Number(port));
        });
    }),
  );
});
afterAll(() => {
  running.kill("SIGKILL");
  rmSync(home, { recursive: true, force: true });
});

const newLetter = async (more: Parameters<typeof letter>[1] = {}) =>
  letter(await door.prove("letter"), { sealed: randomBytes(sizeOfLetter), ...more });

async function inside(): Promise<Readonly<Record<string, string>>> {
  const key = parseSignerKey(readFileSync(join(home, "case/pull.key"), "utf8"));
  if (!key.ok) throw new Error(key.error);
  const { force } = JSON.parse(readFileSync(join(home, "intake/unmask-force.json"), "utf8"));
  const { nonce } = (await door.post("/inside/challenge", {})).json;
  const signature = Buffer.from(signMessage(pullMessage(force, nonce), reveal(key.value.seed))).toString("base64");
  return { authorization: `Bearer ${(await door.post("/inside/session", { nonce, signature })).json.token}` };
}

it("attacks 1 and 2: neither the disk nor the log holds an address, a program's name, a file's name or a word of hers", async () => {
  const headers = { "user-agent": canary, referer: `http://${canary}.example`, "x-forwarded-for": "203.0.113.77", cookie: `a=${canary}` };
  const sent = await newLetter({ packs: [65_536] });
  expect((await door.post(`/intake/letters?${canary}`, sent, headers)).status).toBe(200);
  await door.post("/intake/letters", { ...sent, name: canary }, headers);
  await door.ask(`/intake/${canary}`, { headers });
  await door.ask("/intake/packs", {
    method: "POST",
    headers: { ...headers, "upload-metadata": `filename ${Buffer.from(canary).toString("base64")}` },
  });
  const wrong = (await door.prove("letter")).slice(0, -8);
  await door.post("/intake/letters", letter(wrong), headers);
  const dump = filesUnder(home).map((file) => readFileSync(file).toString("latin1"));
  for (const secret of [canary, Buffer.from(canary).toString("base64"), "203.0.113.77"]) {
    expect(dump.filter((one) => one.includes(secret)).length).toBe(0);
    expect(written).not.toContain(secret);
  }
  for (const id of [sent.id, sent.proof.slice(0, 40)]) expect(written).not.toContain(id);
  expect(written.split("\n").filter((line) => line !== "").length).toBe(1);
});

it("attacks 7 and 8: a flood pays more with each doubling, and somebody who reports is still taken", async () => {
  const before = (await door.challenge("letter")).cost;
  for (let sent = 0; sent < 3 * workFrom; sent += 1) await door.post("/intake/letters", await newLetter());
  const after = (await door.challenge("letter")).cost;
  expect(after / before).toBeGreaterThan(2.5);
  const mine = await newLetter();
  expect((await door.post("/intake/letters", mine)).status).toBe(200);
  const auth = await inside();
  expect((await door.ask("/inside/items?limit=500", { headers: auth })).json.items.map(({ id }) => id)).toContain(mine.id);
});

it("attacks 5, 6 and 9: a box that exists and one that does not answer alike, in length and in time, look after look", async () => {
  const auth = await inside();
  const known = randomBytes(32);
  const lookup = createHash("sha256").update(known).digest("hex");
  for (const _ of [1, 2, 3]) {
    const reply = { id: randomBytes(16).toString("hex"), lookup, envelope: randomBytes(16_384).toString("base64"), weeks: 26 };
    expect((await door.post("/inside/replies", reply, auth)).status).toBe(200);
  }
  const unknown = randomBytes(32);
  const times: [number[], number[]] = [[], []];
  let token = "";
  for (let look = 0; look < 240; look += 1) {
    if (look % 60 === 0) token = (await door.post("/intake/looks", { proof: await door.prove("look") })).json.token;
    const which = look % 2 === 0 ? 0 : 1;
    const began = performance.now();
    const { status, body } = await door.post("/intake/mailbox", { token, lookup: [known, unknown][which]?.toString("hex"), page: 0 });
    times[which].push(performance.now() - began);
    expect([status, body.length]).toEqual([200, 87_419]);
  }
  const t = welch(times[0].slice(20), times[1].slice(20));
  console.log(
    `a known box ${median(times[0]).toFixed(2)} ms, an unknown one ${median(times[1]).toFixed(2)} ms; Welch t = ${t.toFixed(2)} over 200 looks`,
  );
  expect(Math.abs(t)).toBeLessThan(4.5);
});

it("attack 10: a sender that drips or says nothing takes no memory, and gigabytes that nobody asked for are not read", async () => {
  const idle = rss();
  const sockets = Array.from({ length: 300 }, () => connect(door.port, "127.0.0.1").on("error", () => undefined));
  for (const one of sockets)
    one.write("POST /intake/letters HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 350000\r\n\r\n{");
  expect((await door.challenge("look")).cost).toBeGreaterThan(0);
  const flood = connect(door.port, "127.0.0.1").on("error", () => undefined);
  flood.write("POST /intake/letters HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 10000000000\r\n\r\n");
  const piece = Buffer.alloc(1_048_576, 0x20);
  for (let sent = 0; sent < 64 && !flood.destroyed; sent += 1) await new Promise((done) => flood.write(piece, done));
  expect(flood.destroyed || flood.readableEnded || !flood.writable).toBe(true);
  console.log(`300 dripping senders and a flood: ${rss() - idle} MB above idle`);
  expect(rss() - idle).toBeLessThan(60);
  for (const one of [...sockets, flood]) one.destroy();
});

it("attack 21: what came in is dated by its week alone", async () => {
  const { json } = await door.post("/intake/letters", await newLetter());
  expect(json.week).toMatch(/^\d{4}-W\d{2}$/);
  expect(Object.keys(json)).toEqual(["letter", "week", "uploads"]);
});

it("told to end, it ends in order", async () => {
  const code = await new Promise((resolve) => {
    running.removeAllListeners("exit");
    running.on("exit", resolve);
    running.kill("SIGTERM");
  });
  expect(code).toBe(0);
  expect(readdirSync(join(home, "intake"))).not.toContain("lock");
});

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name));
}

function rss(): number {
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${running.pid}/status`, "utf8"))?.[1]) / 1024);
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}

/** Welch's t over the middle nine tenths: what another program of the machine did to single looks is no difference of boxes. */
function welch(one: readonly number[], other: readonly number[]): number {
  const [a, b] = [one, other].map((values) => {
    const middle = values.toSorted((x, y) => x - y).slice(0, Math.floor(values.length * 0.9));
    const mean = middle.reduce((sum, value) => sum + value, 0) / middle.length;
    return { mean, error: middle.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (middle.length - 1) / middle.length };
  });
  return a === undefined || b === undefined ? Number.NaN : (a.mean - b.mean) / Math.sqrt(a.error + b.error);
}
