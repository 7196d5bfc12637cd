import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { type Server, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { createIdentity, recipientOf } from "@unmask/seal";
import { afterAll, beforeAll, expect, it } from "vitest";
import { project, runUnmask } from "./run-unmask.ts";

/** Runs that end in the middle of writing a pack: they wait for a time-stamp authority that never answers. */

const folder = mkdtempSync(join(tmpdir(), "unmask-stopped-"));
const home = join(folder, "home");
const chat = join(folder, "chat.txt");
let recipient = "";
let server: Server;
const asked: (() => void)[] = [];
let authority = "";

beforeAll(async () => {
  writeFileSync(chat, "24/07/2026, 19:05 - Sam: hi\n24/07/2026, 19:06 - Alex: hello\n");
  recipient = await recipientOf(await createIdentity());
  server = createServer(() => asked.shift()?.());
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  authority = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

const people = ["--me", "Sam", "--them", "Alex", "--zone", "UTC"];
const launcher = join(project, "apps/cli/bin/unmask.js");

/** A run that hangs with half its pack written. */
async function halfWay(out: string, ...options: string[]): Promise<{ child: ChildProcess; said: () => string }> {
  const waiting = new Promise<void>((resolve) => asked.push(resolve));
  const child = spawn(process.execPath, [launcher, "report", chat, ...people, "--tsa", authority, "--out", out, ...options], {
    env: { ...process.env, UNMASK_HOME: home },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  child.stderr?.on("data", (piece: Buffer) => (said += piece.toString()));
  await waiting;
  return { child, said: () => said };
}

const signals = [
  ["SIGINT", 130],
  ["SIGTERM", 143],
  ["SIGHUP", 129],
] as const;
const kinds = [
  ["a sealed file", () => ["--to", recipient]],
  ["a folder", () => []],
] as const;

it.each(signals.flatMap(([signal, code]) => kinds.map(([kind, options]) => ({ signal, code, kind, options }))))(
  "a run that is ended by $signal while it writes $kind leaves nothing and ends with $code",
  async ({ signal, code, kind, options }) => {
    const out = join(folder, `${signal} ${kind}`);
    const { child, said } = await halfWay(out, ...options());
    expect(readdirSync(out)).toEqual([expect.stringMatching(/^\.unmask-unfinished-/)]);
    child.kill(signal);
    expect(await once(child, "close")).toEqual([code, null]);
    expect(readdirSync(out)).toEqual([]);
    expect(said()).toMatch(/Nothing was left half made/);
  },
);

it.each(kinds)(
  "a run that is killed outright leaves nothing under a pack's name, and the next run clears it away: %s",
  async (kind, options) => {
    const out = join(folder, `killed ${kind}`);
    const alive = await halfWay(out, ...options());
    const [livesOn = ""] = readdirSync(out);
    const killed = await halfWay(out, ...options());
    killed.child.kill("SIGKILL");
    await once(killed.child, "close");
    const left = readdirSync(out);
    expect(left.length).toBe(2);
    for (const name of left) expect(name).toMatch(/^\.unmask-unfinished-/);
    writeFileSync(join(out, ".unmask-unfinished-notes.txt"), "a person's own");

    const next = await runUnmask(["report", chat, ...people, "--out", out, ...options()], { home });
    expect(next.code).toBe(0);
    const names = readdirSync(out);
    expect(names).toContain(livesOn);
    expect(names).toContain(".unmask-unfinished-notes.txt");
    expect(names.filter((name) => name.startsWith("UM-")).length).toBe(2);
    expect(names.length).toBe(4);

    alive.child.kill("SIGTERM");
    await once(alive.child, "close");
    expect(readdirSync(out)).not.toContain(livesOn);
    const made = names.find((name) => /^UM-[0-9A-F]{12}$/.test(name));
    if (made !== undefined) expect((await runUnmask(["verify", join(out, made)], { home })).code).toBe(0);
  },
);

it("a second signal ends at once, and leaves nothing as well", async () => {
  const out = join(folder, "twice");
  const { child } = await halfWay(out);
  child.kill("SIGINT");
  child.kill("SIGINT");
  await once(child, "close");
  expect(readdirSync(out)).toEqual([]);
});

it("a reading from standard input that never ends is ended by a signal too", async () => {
  const child = spawn(process.execPath, [launcher, "read", "-"], {
    env: { ...process.env, UNMASK_HOME: home },
    stdio: ["pipe", "ignore", "ignore"],
  });
  child.stdin?.write("24/07/2026, 19:05 - Sam: hi\n");
  // Until it listens to signals, it is killed by one: what matters here is that it ends.
  await new Promise((resolve) => child.stdin?.write("24/07/2026, 19:06 - Sam: hi\n", resolve));
  child.kill("SIGTERM");
  const [code, signal] = await once(child, "close");
  expect([code, signal]).toSatisfy(([one, other]) => one === 143 || other === "SIGTERM");
});

/** Resolves once the run listens to signals; before that, one ends it as the system does. */
async function listens({ pid }: ChildProcess): Promise<void> {
  const caught = (): bigint => BigInt(`0x${/SigCgt:\t([0-9a-f]+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? "0"}`);
  // The first is SIGHUP: Node catches the others by itself, before the program does.
  await expect.poll(() => caught() & 1n, { timeout: 20_000 }).toBe(1n);
}

const force = ["--force", "http://127.0.0.1:9"];
const made = ["report", chat, ...people];
it.each([
  ["SIGTERM", "the force set", (pipe: string) => ["send", "--force", pipe, "--letter", join(folder, "letter.json")]],
  ["SIGINT", "a cover", (pipe: string) => [...made, "--cover", pipe]],
  ["SIGTERM", "a key that opens", (pipe: string) => ["verify", chat, "-i", pipe]],
  ["SIGINT", "seven words on standard input", () => ["mailbox", ...force]],
  ["SIGTERM", "a file on standard input", () => ["read", "-"]],
] as const)("%s ends a run at once that waits for %s which nobody writes", async (signal, what, command) => {
  writeFileSync(join(folder, "letter.json"), '{ "danger": "no" }');
  const pipe = join(folder, what);
  execFileSync("mkfifo", [pipe]);
  const child = spawn(process.execPath, [launcher, ...command(pipe)], {
    env: { ...process.env, UNMASK_HOME: home },
    stdio: ["pipe", "ignore", "pipe"],
  });
  let said = "";
  child.stderr.on("data", (piece: Buffer) => (said += piece.toString()));
  await listens(child);
  await setTimeout(300);
  const at = performance.now();
  child.kill(signal);
  expect(await once(child, "close")).toEqual([signal === "SIGINT" ? 130 : 143, null]);
  expect(performance.now() - at).toBeLessThan(2_000);
  expect(said).toContain("unmask: stopped.");
});

it.each([
  ["pattern", ["pattern", "-", "--me", "Jo", "--them", "Sam"]],
  ["a summary", ["read", "-", "--summary"]],
] as const)("nothing is told of half a file: %s that is stopped prints none of it", async (_, command) => {
  const child = spawn(process.execPath, [launcher, ...command], {
    env: { ...process.env, UNMASK_HOME: home },
    stdio: ["pipe", "pipe", "ignore"],
  });
  let out = "";
  child.stdout.on("data", (piece: Buffer) => (out += piece.toString()));
  const lines = Array.from({ length: 20_000 }, (_line, i) => `24/07/2026, 19:0${i % 10} - ${i % 2 ? "Sam" : "Jo"}: words ${i}\n`);
  child.stdin.on("error", () => undefined);
  await new Promise((resolve) => child.stdin.write(lines.join(""), resolve));
  child.kill("SIGINT");
  const [code, signal] = await once(child, "close");
  expect([code, signal]).toSatisfy(([one, other]) => one === 130 || other === "SIGINT");
  expect(out).toBe("");
});

it("two first runs at once both make their pack, with one key", async () => {
  const fresh = join(folder, "fresh");
  const outs = ["one", "two", "three"].map((name) => join(folder, "at once", name));
  const runs = await Promise.all(outs.map((out) => runUnmask(["report", chat, ...people, "--out", out], { home: fresh })));
  expect(runs.map(({ code }) => code)).toEqual([0, 0, 0]);
  const keys = outs.map((out) => readFileSync(join(out, readdirSync(out).find((name) => name.endsWith(".pub")) ?? ""), "utf8"));
  expect(new Set(keys).size).toBe(1);
});
