import { rules as texts } from "../rules-of-code.mjs";
export { isRefused } from "./of-ours.mjs";

/** The names of the rules. */
export const rules = Object.keys(texts);

let number = 0;
const plant = (rule, text, folder = "packages/law/src") => ({ rule, file: `${folder}/planted-${++number}.ts`, text: `${text}\n` });

/** What the world is called, each where it may not be: a screen, a command, a part of fittings. */
const worlds = [
  "fetch(address)",
  "localStorage.length",
  "sessionStorage.length",
  "indexedDB.open(address)",
  "caches.open(address)",
  "navigator.storage.estimate()",
  "navigator.sendBeacon(address)",
  "new BroadcastChannel(address)",
  "new XMLHttpRequest()",
  "new WebSocket(address)",
  "new EventSource(address)",
  "new Notification(address)",
  "document.cookie",
  "window.open(address)",
  "window.localStorage",
  'globalThis["fetch"]',
  "self.navigator.storage",
  "crypto.randomUUID()",
  "Date.now()",
  "performance.now()",
  "Math.random()",
  "process.argv",
  "(({ localStorage: kept } = window) => kept)()",
];
const quietPlaces = [
  "apps/person/src/screens",
  "apps/person/src/parts",
  "apps/cli/src/commands",
  "apps/console/src/screens",
  "apps/server/src/routes",
  "fittings/screen/src",
];

/** Ways to write SQL where none belongs. */
const strayStatements = [
  'import { sql } from "kysely";\nexport const planted = sql`1`;',
  'export const planted = (db: { selectFrom(table: string): unknown }): unknown => db.selectFrom("case_report");',
  'export const planted = "select name from officer";',
  "export const planted = (id: string): string => `delete from officer where id = ${id}`;",
];
/** What no statement may ask of a database. */
const wilful = [
  "select now() as at",
  "select current_timestamp as at",
  "select nextval('numbers') as number",
  "select pg_advisory_xact_lock(1)",
  "listen news",
  "notify news",
];
const wilfulMigrations = [
  "create table planted (id bigserial primary key);",
  "create table planted (id bigint generated always as identity);",
  "create trigger planted before insert on case_event execute function planted();",
  "create extension pgcrypto;",
  "create table planted (at timestamptz default now());",
  "create sequence planted;",
];

/** One or more for each rule. */
export const plants = [
  plant("no-class", "export class Planted {\n  readonly one = 1;\n}"),
  plant("no-class", "export const planted = class {\n  readonly one = 1;\n};", "apps/person/src/screens"),
  plant("parse-never-cast", "export const planted = (text: string): { readonly a: 1 } => JSON.parse(text) as { readonly a: 1 };"),
  plant("parse-never-cast", "export const planted = (value: unknown): string => <string>value;", "fittings/node/src"),
  {
    rule: "no-stale-exception",
    file: "packages/core/src/sha256.ts",
    change: (text) => text.replaceAll(" as Sha256", ""),
    at: "sha256.ts as Sha256",
  },
  plant("no-silent-catch", "export function planted(): void {\n  try {\n    start();\n  } catch {\n    // It does not matter.\n  }\n}"),
  plant("no-silent-catch", "export const planted = (work: Promise<void>): Promise<void> => work.catch(() => {});", "apps/cli/src/ports"),
  plant("a-dropped-failure-has-a-reason", "export function planted(work: Promise<void>): void {\n  work.catch(() => undefined);\n}"),
  plant("spread-of-known-size", "export const planted = (all: number[], more: number[]): number => all.push(...more);"),
  plant("spread-of-known-size", "export const planted = (all: number[]): number => Math.max(...all);"),
  plant("spread-of-known-size", "export const planted = (all: number[]): string => String.fromCharCode(...all);"),
  plant("spread-of-known-size", "export const planted = (all: number[]): Uint16Array => new Planted(1, ...all);"),
  plant("spread-of-known-size", "// bounded:\nexport const planted = (all: number[], more: number[]): number => all.unshift(...more);"),
  ...["Channel", "Kind", "Flag"].map((name) =>
    plant("partial-table-has-a-reason", `export const planted: Partial<Record<${name}, string>> = {};`),
  ),
  plant("front-door-names-what-is-public", 'export * from "./jurisdiction.ts";'),
  plant("by-name-never-by-path", 'export { instantToIso } from "../../core/src/index.ts";'),
  ...strayStatements.map((text, i) => plant("sql-in-its-place", text, i % 2 === 0 ? "apps/server/src/routes" : "apps/server/src/ports")),
  ...wilful.map((text) => plant("sql-that-every-database-runs", `export const planted = "${text}";`, "apps/server/src/sql/case")),
  plant(
    "sql-that-every-database-runs",
    'export const planted = (fn: (name: string) => unknown): unknown => fn("now");',
    "apps/server/src/sql",
  ),
  ...wilfulMigrations.map((text, i) => ({
    rule: "sql-that-every-database-runs",
    file: `apps/server/src/migrations/case/900${i}-planted.sql`,
    text: `-- planted\n${text}\n`,
  })),
  {
    rule: "what-is-off-keeps-the-focus",
    file: "apps/console/src/screens/planted-off.tsx",
    text: 'import type { ReactElement } from "react";\nexport const planted = (): ReactElement => <button disabled={true}>Go on</button>;\n',
  },
  ...worlds.map((world, i) =>
    plant(
      "only-ports-touch-the-world",
      `export const planted = (address: string): unknown => ${world};`,
      quietPlaces[i % quietPlaces.length],
    ),
  ),
];
