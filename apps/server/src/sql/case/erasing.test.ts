import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { tablesErased } from "./erasing.ts";

/** Tables whose rows are of a case and stay: the log, which loses its words beside them. */
const staying = ["access_log", "access_waiting"];

test("every table whose rows belong to a case is erased with it, or is the log", () => {
  const written = readFileSync(new URL("../../../../../docs/access.md", import.meta.url), "utf8").split("\n## In the database\n")[1] ?? "";
  const withPolicy = written
    .split("\n")
    .flatMap((line) => (/^\| .* \| yes \|/.test(line) ? [...(line.split("|")[1]?.matchAll(/`([a-z_]+)`/g) ?? [])] : []));
  const decided = new Set([...tablesErased(), ...staying]);
  expect(withPolicy.map(([, table]) => table).filter((table) => !decided.has(table ?? ""))).toEqual([]);
});
