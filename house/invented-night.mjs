/**
 * The invented night of `npm start -- --demo`: the 23 letters of fixtures/night, eight of them with packs, go in by the doors that everybody uses. Every person is
 * invented; only keys and ids differ from one night to the next. Packs are made from the invented cases and from logs of calls that are made here.
 */
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "./root.mjs";

/** Its letters, and the logs of calls that are made for it. */
export const night = JSON.parse(readFileSync(join(root, "fixtures/night/letters.json"), "utf8"));

/** The cases that lie there as exports, and what each person states. */
const cases = {
  few: ["--me", "Imogen Vance", "--them", "Terry Quill", "--told-to-stop", "2026-05-19T18:40"],
  "co-parents": ["--me", "Erin Calloway", "--them", "Marcus Doyle", "--them", "+447700900614", "--told-to-stop", "2026-03-14T20:05"],
  couple: ["--me", "Josie Lund", "--them", "Callum Reid", "--them", "+447700900231", "--told-to-stop", "none"],
};

/** Programs at once: a process for each of two cores. */
const atOnce = 2;
const dayMs = 86_400_000;

/** Sends the night, or some letters of it, to the force at an origin, whoever is in danger first: the desk looks at them first. Resolves with how many came in. */
export async function sendNight(origin, recipient, say, letters = night.letters) {
  const folder = mkdtempSync(join(tmpdir(), "unmask-night-"));
  try {
    // Each pack is made when its first letter goes, so that no letter waits for the packs of others.
    const packs = new Map();
    const packOf = (name) => {
      if (!packs.has(name)) packs.set(name, makePack(folder, name, recipient));
      return packs.get(name);
    };
    let sent = 0;
    const sendOne = async ([nth, { letter, pack }]) => {
      const file = join(folder, `letter-${nth}.json`);
      writeFileSync(file, JSON.stringify(letter));
      await unmask(folder, ["send", ...(pack === undefined ? [] : [await packOf(pack)]), "--force", origin, "--letter", file]);
      sent += 1;
      if (sent % 5 === 0) say(`${sent} of ${letters.length} reports are in.`);
    };
    const isInDanger = ([, { letter }]) => letter.danger === "now";
    const all = [...letters.entries()];
    // The first pins the signer for all.
    const [first, ...rest] = [...all.filter(isInDanger), ...all.filter((one) => !isInDanger(one))];
    await sendOne(first);
    await inTurns(rest, sendOne);
    return letters.length;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function makePack(folder, name, recipient) {
  const out = join(folder, name);
  const calls = night.calls[name];
  const exports = calls === undefined ? join(root, "fixtures/cases", name, "exports") : writeCalls(join(folder, `${name}-exports`), calls);
  const said = cases[name] ?? ["--me", calls.me, "--them", calls.them, "--told-to-stop", calls.toldToStop];
  await unmask(folder, ["report", exports, "--zone", "Europe/London", ...said, "--to", recipient, "--out", out]);
  const pack = readdirSync(out).find((file) => file.endsWith(".age") && !file.includes("contact"));
  return join(out, pack);
}

/** A log of calls as a telephone's backup writes it, the same each time: more of them towards the end, some of them at night. */
function writeCalls(folder, { them, number, count, days, until, night: share }) {
  mkdirSync(folder);
  const chance = chanceFrom(count);
  const end = Date.parse(`${until}T00:00:00Z`);
  const rows = Array.from({ length: count }, () => {
    const day = Math.floor(days * chance() ** 2);
    const hour = chance() < share ? chance() * 5 : 7 + chance() * 16;
    return { at: end - day * dayMs + Math.floor(hour * 3_600_000), type: chance() < 0.8 ? 3 : 1, seconds: Math.floor(chance() * 90) };
  }).sort((a, b) => a.at - b.at);
  const lines = rows.map(
    ({ at, type, seconds }) =>
      `  <call number="${number}" duration="${type === 3 ? 0 : seconds}" date="${at}" type="${type}" presentation="1" subscription_id="1" readable_date="" contact_name="${them === number ? "(Unknown)" : them}" />`,
  );
  const head = `<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\n<calls count="${count}">`;
  writeFileSync(join(folder, "calls-20261127030000.xml"), `${head}\n${lines.join("\n")}\n</calls>\n`);
  return folder;
}

/** Numbers from 0 to 1 that look like chance and are the same each time (mulberry32, by Tommy Ettinger). */
function chanceFrom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

async function inTurns(list, work) {
  const left = [...list];
  const worker = async () => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) await work(next);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

/** Runs the program with a home of its own; the seven words that it prints are read, since it sends nothing where they would be lost, and kept nowhere. */
function unmask(folder, args) {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, UNMASK_HOME: join(folder, "home") };
    const child = spawn(process.execPath, [join(root, "apps/cli/bin/unmask.js"), ...args], { env, stdio: ["ignore", "pipe", "pipe"] });
    child.stdout.resume();
    let said = "";
    child.stderr.on("data", (piece) => (said += piece));
    child.on("error", reject);
    child.on("exit", (code) => (code === 0 || code === 3 ? resolve() : reject(new Error(`unmask ${args[0]} ended with ${code}: ${said}`))));
  });
}
