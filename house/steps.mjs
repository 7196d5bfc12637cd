/**
 * The steps of `npm run check`, as data: `check.mjs` runs them over the project, `plants.mjs` over a copy with planted faults. Each is a
 * command from `node_modules/.bin`, or `node` with a script of ours, run in the root of what is checked.
 */

/** The compiler goes first: the type-aware linter needs a program that compiles. */
export const first = [
  { name: "types and purity", command: ["tsc", "-b"] },
  { name: "types of the tests", command: ["tsc", "-p", "house/tsconfig.tests.json"] },
];

/** Two at a time, in any order. */
export const rest = [
  { name: "layout", command: ["prettier", "--check", "--log-level", "warn", "."] },
  { name: "lint", command: ["oxlint", "--type-aware", "."] },
  { name: "boundaries", command: ["node", "house/boundaries.mjs"] },
  { name: "unused", command: ["knip", "--config", "house/knip.json", "--no-config-hints", "--no-progress"] },
  { name: "rules of code", command: ["node", "house/rules-of-code.mjs"] },
  { name: "docs on exports", command: ["node", "house/docs-on-exports.mjs"] },
  { name: "rooms", command: ["node", "house/rooms.mjs"] },
  { name: "dependencies", command: ["node", "house/dependencies.mjs"] },
  { name: "words", command: ["node", "house/words.mjs"] },
];

/** Every step. */
export const steps = [...first, ...rest];
