/**
 * Every workspace stands on a floor, and none of the tools passes it over: a room that no table, reference or base names would be under no
 * rule, and everything would be green.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { foldersIn, namesByFolder, sourceFiles, workspaces } from "./floors.mjs";
import { runAsProgram } from "./report.mjs";
import { root } from "./root.mjs";

/** What each rule refuses. */
export const rules = {
  "every-room-has-a-floor": "it is in no table of house/floors.mjs",
  "every-room-is-compiled": "tsconfig.json does not refer to it",
  "every-room-has-the-base": "its tsconfig.json does not extend the base of its floor",
  "no-room-loosens-the-base": "an option that the base decides is set again",
  "every-room-is-a-workspace": "package.json does not list its folder among the workspaces",
  "a-room-names-what-it-imports": "its package.json does not name exactly the rooms that its sources import",
};

/** What a room may say for itself: where its output goes. An app and a fitting also say in which world they run. */
const ownOptions = ["rootDir", "outDir", "tsBuildInfoFile"];
const worldOptions = ["lib", "types", "jsx"];

runAsProgram(import.meta.url, rules, () => {
  const { references } = configIn("tsconfig.json");
  const { workspaces: folders } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const strangers = Object.entries(namesByFolder).flatMap(([folder, names]) =>
    foldersIn(folder)
      .filter((name) => !names.includes(name))
      .map((name) => ({ rule: "every-room-has-a-floor", at: `${folder}/${name}` })),
  );
  const sources = sourceFiles();
  return strangers.concat(
    workspaces().flatMap(({ folder, name }) => {
      const at = `${folder}/${name}`;
      const { extends: base, compilerOptions = {} } = configIn(`${at}/tsconfig.json`);
      const mine = folder === "packages" ? ownOptions : [...ownOptions, ...worldOptions];
      const wantedBase = `../../house/tsconfig.${folder === "packages" ? "room" : "app"}.json`;
      return [
        !references.some(({ path }) => path === at) && { rule: "every-room-is-compiled", at },
        base !== wantedBase && { rule: "every-room-has-the-base", at: `${at}/tsconfig.json` },
        ...Object.keys(compilerOptions)
          .filter((option) => !mine.includes(option))
          .map((option) => ({ rule: "no-room-loosens-the-base", at: `${at}/tsconfig.json (${option})` })),
        !folders.includes(`${folder}/*`) && { rule: "every-room-is-a-workspace", at },
        ...roomsAmiss(at, sources).map((room) => ({ rule: "a-room-names-what-it-imports", at: `${at}/package.json (${room})` })),
      ].filter(Boolean);
    }),
  );
});

/** Rooms that a workspace imports and does not name, or names and does not import. */
function roomsAmiss(at, sources) {
  const { dependencies = {} } = JSON.parse(readFileSync(join(root, at, "package.json"), "utf8"));
  const named = Object.keys(dependencies).filter((name) => name.startsWith("@unmask/"));
  const imported = sources
    .filter((file) => file.startsWith(`${at}/`))
    .flatMap((file) =>
      [...readFileSync(join(root, file), "utf8").matchAll(/(?:from |import\(|import )"(@unmask\/[a-z-]+)/g)].map(([, name]) => name),
    );
  return [...new Set([...named, ...imported])]
    .filter((name) => !named.includes(name) || !imported.includes(name))
    .toSorted((one, other) => (one < other ? -1 : 1));
}

function configIn(file) {
  const { config, error } = ts.readConfigFile(join(root, file), ts.sys.readFile);
  if (error) throw new Error(`${file}: ${ts.flattenDiagnosticMessageText(error.messageText, " ")}`);
  return config;
}
