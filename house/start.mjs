/**
 * `npm start`: installs, builds, makes a force on first start, and serves the person's app, the force's door and the officers' desk on this
 * machine alone. `npm start -- --demo` does it in a folder of its own and sends an invented night of reports in.
 */
import { homedir } from "node:os";
import { join } from "node:path";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { installPackages } from "./install.mjs";

const words = process.argv.slice(2);
const isDemo = words.includes("--demo");
if (words.some((word) => word !== "--demo")) fail(`npm start takes --demo and nothing else.`);

installPackages();
const { build } = await import("./build.mjs");
await build();
const { main } = await import("../apps/server/dist/main.js");

const usual = join(process.env["XDG_DATA_HOME"] ?? join(homedir(), ".local/share"), isDemo ? "unmask-demo" : "unmask");
const data = process.env["UNMASK_DATA"] ?? usual;
const set = join(data, "intake/unmask-force.json");
/** What marks a folder as invented: no real report may ever come to lie among invented ones, nor the other way round. */
const mark = join(data, "invented");
const isFirst = !existsSync(set);
if (!isFirst && existsSync(mark) !== isDemo)
  fail(
    isDemo
      ? `${data} holds a force that is not invented. Name another folder with UNMASK_DATA, or leave it out.`
      : `${data} holds an invented night. Start it with npm start -- --demo, or name another folder with UNMASK_DATA.`,
  );

console.error(`The force's keys and everything that comes in lie in ${data} (UNMASK_DATA names another folder).`);
if (isFirst) {
  if (isDemo) {
    mkdirSync(data, { recursive: true, mode: 0o700 });
    writeFileSync(mark, "Everybody in this folder is invented.\n");
  }
  const name = isDemo ? "Northshire Police (invented)" : "A force on this machine";
  const made = await main(["force", "init", "--data", data, "--name", name]);
  if (made !== 0) process.exit(made);
} else console.log(JSON.parse(readFileSync(set, "utf8")).signer);

/** Fixed, because what a browser keeps belongs to one origin, port included. */
const port = process.env["PORT"] ?? "4180";
const origin = `http://localhost:${port}`;
process.env["PORT"] = port;
const desk = `http://console.localhost:${Number(port) + 2}`;
const officer = ["--name", "Officer on this machine", "--role", "supervisor"];
const enrolled = await main(["force", "enrol", "--data", data, ...officer, "--console-origin", desk]);
if (enrolled !== 0) process.exit(enrolled);
if (isDemo && isFirst) {
  const written = await main(["force", "invented-orders", "--data", data]);
  if (written !== 0) process.exit(written);
}
console.error("Above: the force's signer, and a link by which one officer comes in, once (more: unmask force enrol).");
console.error(`Once it says "console", open ${origin}/ as a person who reports (to check a pack: ${origin}/verify). Ctrl+C stops it.`);

const running = main(["server", "--role", "both", "--data", data]);
if (isDemo && isFirst) await sendOnce().catch((error) => console.error(`The night did not come in whole: ${error.message}`));
process.exit(await running);

async function sendOnce() {
  const hasEnded = running.then(() => true);
  const waited = async () => new Promise((resolve) => setTimeout(() => resolve(false), 200));
  while (
    !(await fetch(`${origin}/.well-known/unmask-force.json`).then(
      ({ ok }) => ok,
      () => false,
    ))
  )
    if (await Promise.race([hasEnded, waited()])) return;
  const began = Date.now();
  const { sendNight } = await import("./invented-night.mjs");
  console.error(
    "Invented orders are there already, and the desk opens meanwhile. The invented reports are made and sent in one after another: how many are in is said here.",
  );
  const { recipients } = JSON.parse(readFileSync(set, "utf8"));
  const count = await sendNight(origin, recipients[0].recipient, (line) => console.error(line));
  console.error(`The night is in: ${count} reports in ${Math.round((Date.now() - began) / 1000)} s. Everybody in it is invented.`);
}

function fail(says) {
  console.error(says);
  process.exit(2);
}
