/** `npm start`: installs, builds, makes a force on first start, and serves the person's app and the force's door on this machine alone. */
import { join } from "node:path";
import { homedir } from "node:os";
import { existsSync, readFileSync } from "node:fs";
import { installPackages } from "./install.mjs";

installPackages();
const { build } = await import("./build.mjs");
await build();
const { main } = await import("../apps/server/dist/main.js");

const data = process.env["UNMASK_DATA"] ?? join(process.env["XDG_DATA_HOME"] ?? join(homedir(), ".local/share"), "unmask");
const set = join(data, "intake/unmask-force.json");
const isFirst = !existsSync(set);
console.error(`The force's keys and everything that comes in lie in ${data} (UNMASK_DATA names another folder).`);
const made = isFirst ? await main(["force", "init", "--data", data, "--name", "A force on this machine"]) : 0;
if (made !== 0) process.exit(made);
if (!isFirst) console.log(JSON.parse(readFileSync(set, "utf8")).signer);

/** Fixed, because what a browser keeps belongs to one origin, port included. */
const port = process.env["PORT"] ?? "4180";
console.error(`Once it says "intake", open http://localhost:${port}/ (to check a pack: http://localhost:${port}/verify). Ctrl+C stops it.`);
process.exit(await main(["server", "--role", "intake", "--data", join(data, "intake")]));
