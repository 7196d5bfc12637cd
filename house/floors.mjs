/**
 * The floors of the house, in one table: the rules of boundaries, code, rooms and docs read it, and nothing else says who may open which
 * door. A room stands here before it is built; a folder that is not here is refused.
 */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { root } from "./root.mjs";

/** The rooms of `packages/`, floor by floor from below. */
export const floors = {
  /** Imports nothing: no room and no package. */
  foundation: ["core"],
  /** Imports the foundation only. */
  ground: ["words", "formats", "seal"],
  /** Imports the floors below; neighbours never meet. */
  first: ["importers", "patterns", "checks", "law", "vault", "pack", "submission", "link", "match", "case"],
  /** Imports every floor below: the composition of rooms, once. */
  second: ["corridor"],
};

/** Between the rooms and the apps, in `fittings/`: they import rooms, never each other; only apps import them. */
export const fittings = ["node", "screen", "browser"];

/** The top floor, in `apps/`: apps never meet. */
export const apps = ["person", "cli", "verifier", "server", "console"];

/** Every name that may stand in each folder of workspaces. */
export const namesByFolder = { packages: Object.values(floors).flat(), fittings, apps };

/**
 * The only files of apps and fittings that touch the world (disk, network, clock, chance, what a browser keeps). Each is one line with its
 * reason; everything else takes what it needs as an argument.
 */
export const worldlyFiles = [
  { files: "^(apps|fittings)/[^/]+/src/ports/", because: "a port is where the world comes in" },
  { files: "^fittings/node/", because: "the ports of a machine, shared by the apps" },
  { files: "^fittings/browser/", because: "the ports of a browser, shared by the apps" },
  { files: "^apps/[^/]+/src/workers/", because: "a worker is an entry: it makes the ports of its own thread" },
  { files: "^apps/[^/]+/src/main\\.tsx?$", because: "an entry introduces rooms and ports" },
  { files: "^apps/cli/bin/", because: "the launcher looks whether there is a build" },
  { files: "^apps/(person|verifier|console)/vite[^/]*\\.ts$", because: "the build of the page, which never reaches a device" },
  { files: "^apps/person/src/leave/", because: "leaving quickly clears what the page keeps, with as little code as can be" },
  { files: "^apps/person/src/offline/", because: "the service worker is the network of the page" },
];

/** The workspaces that exist, as `{ folder, name }`. */
export function workspaces() {
  return Object.keys(namesByFolder).flatMap((folder) =>
    foldersIn(folder)
      .filter((name) => existsSync(join(root, folder, name, "package.json")))
      .map((name) => ({ folder, name })),
  );
}

/** The names of the folders in a folder of the house; none where it is not there. */
export function foldersIn(folder) {
  const path = join(root, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort(byText);
}

/** Every source file of the workspaces, tests and builds left out, as paths from the root. */
export function sourceFiles() {
  return Object.keys(namesByFolder)
    .flatMap(filesUnder)
    .filter((file) => /\.(ts|tsx|js|mjs)$/.test(file) && !/\.test\.tsx?$/.test(file));
}

function filesUnder(folder) {
  const path = join(root, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path, { withFileTypes: true })
    .filter(({ name }) => name !== "node_modules" && name !== "dist")
    .flatMap((entry) => (entry.isDirectory() ? filesUnder(`${folder}/${entry.name}`) : [`${folder}/${entry.name}`]))
    .sort(byText);
}

function byText(one, other) {
  return one < other ? -1 : 1;
}
