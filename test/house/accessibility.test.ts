import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { criteria } from "../../apps/person/src/screens/accessibility/statement.ts";

/** What the accessibility statement says of tests, held to the tests that there are. */

const root = fileURLToPath(new URL("../..", import.meta.url));
const everyScreen =
  "can be read and used on every screen: light and dark, wide, narrow and enlarged, and no field tells what is written in it";
const keptScreens =
  "keeps the focus in sight, help in its place and what is pressed large on every screen of what is kept, of people who can help and of what is known";

/** By the number of each criterion: the file of the journeys and the name of the test in it that fails where it does not hold. */
const tests: Readonly<Record<string, readonly (readonly [file: string, test: string])[]>> = {
  "1.4.3": [["every-screen", everyScreen]],
  "1.4.10": [["every-screen", everyScreen]],
  "2.1.1": [
    ["keep", "by keyboard alone she makes four words, copies twelve, is told which were copied wrong, and has her notes"],
    [
      "journal",
      "keeps what she writes by keyboard alone, with her fear and a photo; what she adds and takes back stands behind it, also in the pack",
    ],
    [
      "notes-page",
      "opens by keyboard, by the passphrase or the twelve words, tells what is mistyped, and a wrong passphrase waits, also after a reload",
    ],
    ["support-and-learn", "is found by keyboard alone, entry by entry, warns before each button, and asks nothing of anybody"],
  ],
  "2.2.1": [
    [
      "notes-page",
      "warns after five minutes without a touch, without a word of what is there, then locks, and seals what she was writing first",
    ],
  ],
  "2.4.3": [["every-screen", everyScreen]],
  "2.4.11": [
    ["every-screen", everyScreen],
    ["accessibility", keptScreens],
  ],
  "2.5.7": [["../house/accessibility", "has one thing that can be dragged in all of her app, and buttons beside it that do the same"]],
  "2.5.8": [
    ["every-screen", everyScreen],
    ["accessibility", keptScreens],
  ],
  "3.2.6": [
    ["every-screen", everyScreen],
    ["accessibility", keptScreens],
  ],
  "3.3.7": [["accessibility", "asks nothing again: answers, the place, and what was written are there when she comes back to them"]],
  "3.3.8": [
    [
      "accessibility",
      "opens her notes with nothing to solve: what is pasted is taken, seen when she asks, and the twelve words come in one paste",
    ],
  ],
};

it("names in the accessibility statement what is tested, and nothing that is not", () => {
  expect(Object.keys(tests)).toEqual(criteria.map(({ number }) => number));
  const missing = Object.values(tests)
    .flat()
    .filter(([file, test]) => !readFileSync(join(root, `test/journeys/${file}.test.ts`), "utf8").includes(`it("${test}"`));
  expect(missing).toEqual([]);
});

it("has one thing that can be dragged in all of her app, and buttons beside it that do the same", () => {
  const sources = join(root, "apps/person/src");
  const files = readdirSync(sources, { recursive: true, encoding: "utf8" }).filter((name) => /(?<!\.test)\.tsx?$/.test(name));
  const textOf = (name: string): string => readFileSync(join(sources, name), "utf8");
  const dragged = files.filter((name) =>
    /\bon(?:Drag|Drop|PointerMove|MouseMove|TouchMove)|"(?:drag|drop|pointermove|mousemove)|draggable/i.test(textOf(name)),
  );
  expect(dragged).toEqual(["screens/files.tsx"]);
  expect(textOf("screens/files.tsx")).toMatch(/className=\{isOver \? "drop over"[^]*<Picker picks="files"[^]*<Picker picks="folder"/);
});
