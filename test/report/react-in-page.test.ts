import { readFileSync } from "node:fs";
import { Script } from "node:vm";
import { expect, test } from "vitest";
import { withTakenOnly, withoutAbsent } from "../../apps/person/vite-react.ts";

const libraries = new URL("../../node_modules/", import.meta.url);
const whole = readFileSync(new URL("react-dom/cjs/react-dom-client.production.js", libraries), "utf8");

test("her page's React asks of no part whether it is of a kind that no page of hers holds, and keeps those that they hold", () => {
  const left = withoutAbsent(whole);
  expect(() => new Script(left)).not.toThrow();
  expect(whole).toMatch(/\b13 === \w+\.tag\b/);
  expect(left).not.toMatch(/\b(?:1|4|9|1[0-9]|2[1-47]|26|3[01]) [!=]== \w+\.tag\b/);
  for (const kind of [3, 5, 6]) expect(left).toMatch(new RegExp(`\\b${kind} === \\w+\\.tag\\b`));
  expect(left).toMatch(/exports\.createRoot = function/);
  expect(left).not.toMatch(/exports\.hydrateRoot = function|\bif \(isHydrating\)/);
  // Hooks: those of her pages at three times, and none of the others.
  expect(left.match(/\buseState: function/g)).toHaveLength(3);
  expect(left).not.toMatch(/\buse(?:Reducer|Optimistic|Transition): (?!undefined)/);
});

test("of what React hands out her page fetches what it takes, and nothing is left where nothing is found", () => {
  const left = withTakenOnly("exports.useState = function () {};\nexports.lazy = function () {};\n", /^useState$/);
  expect(left).toBe("exports.useState = function () {};\nexports.lazy = undefined;\n");
  expect(() => withTakenOnly("export const lazy = 1;", /^useState$/)).toThrow(/another form/);
});

test("another release of React is refused until somebody has looked at it again", () => {
  expect(() => withoutAbsent(whole.replace("13 === ", "113 === "))).toThrow(/another form/);
  expect(() => withoutAbsent(whole.replace("function retryIfBlockedOn(", "function retryBlocked("))).toThrow(/another form/);
});
