/** `npm start`, as somebody runs it who only wants to look: one command, four things on the screen. */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { askDesk } from "./program.ts";

const home = mkdtempSync(join(tmpdir(), "unmask-start-"));
const data = join(home, "data");

afterAll(() => rmSync(home, { recursive: true, force: true }));

/** Runs the start; `until` is what ends it, by the signal that a terminal sends. */
function start(args: readonly string[], until: (out: string) => Promise<void>): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((resolve, reject) => {
    const script = join(import.meta.dirname, "../../house/start.mjs");
    const env = { ...process.env, UNMASK_DATA: data, PORT: "45180" };
    const child = spawn(process.execPath, [script, ...args], { env, stdio: ["ignore", "pipe", "pipe"] });
    let [out, err, isSeen] = ["", "", false];
    child.stdout.on("data", (piece: Buffer) => {
      out += piece.toString();
      if (isSeen || !out.includes("\nconsole ")) return;
      isSeen = true;
      until(out)
        .catch(reject)
        .finally(() => child.kill("SIGTERM"));
    });
    child.stderr.on("data", (piece: Buffer) => (err += piece.toString()));
    child.on("exit", (code) => resolve({ code, out, err }));
  });
}

/** Sends two letters of the night to the force that runs, as `npm start -- --demo` sends all. */
function sendTwoOfTheNight(): Promise<{ code: number | null; said: string }> {
  const set = join(data, "intake/unmask-force.json");
  const script = `
    import { readFileSync } from "node:fs";
    import { night, sendNight } from "./house/invented-night.mjs";
    const { recipients: [{ recipient }] } = JSON.parse(readFileSync(process.argv[1], "utf8"));
    console.log(await sendNight("http://localhost:45180", recipient, () => undefined, [night.letters[0], night.letters[22]]));`;
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ["--input-type=module", "-e", script, set], { cwd: join(import.meta.dirname, "../..") });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (piece: Buffer) => (said += piece.toString()));
    child.on("exit", (code) => resolve({ code, said }));
  });
}

test("prints the force's signer, a link for one officer, her app and the desk; and the same force the next time", async () => {
  const first = await start([], async (out) => {
    expect(out).toMatch(/^RW\S{54}$/m);
    expect(out).toMatch(/^http:\/\/console\.localhost:45182\/enrol#[0-9a-f]{64}$/m);
    expect(out).toMatch(/^intake http:\/\/localhost:45180$/m);
    expect(out).toMatch(/^console http:\/\/console\.localhost:45182$/m);
    const app = await fetch("http://localhost:45180/");
    expect([app.status, app.headers.get("content-security-policy")]).toEqual([200, expect.stringContaining("frame-ancestors 'none'")]);
    expect((await fetch("http://localhost:45180/verify")).status).toBe(200);
    expect((await askDesk("http://console.localhost:45182", "/")).status).toBe(200);
    // Two letters of the invented night, one with a pack, go in by the doors that everybody uses.
    expect(await sendTwoOfTheNight()).toEqual({ code: 0, said: "2\n" });
  });
  expect(first.code, first.err).toBe(0);
  const signer = /^RW\S+$/m.exec(first.out)?.[0];
  const again = await start([], async (out) => expect(out).toContain(`${signer}\n`));
  expect(again.code, again.err).toBe(0);
});

test("an invented night never comes to lie in a folder with a force that is not invented, nor the other way round", async () => {
  const mixed = await start(["--demo"], async () => expect.unreachable("it started"));
  expect([mixed.code, mixed.err]).toEqual([2, expect.stringContaining("not invented")]);
  writeFileSync(join(data, "invented"), "");
  const real = await start([], async () => expect.unreachable("it started"));
  expect([real.code, real.err]).toEqual([2, expect.stringContaining("invented night")]);
});
