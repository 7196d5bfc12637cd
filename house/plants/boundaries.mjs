import { rules } from "../boundaries.mjs";
import { apps, floors } from "../floors.mjs";
export { isRefused } from "./of-ours.mjs";
export { rules };

const [app, otherApp] = apps;
/** A room that is on its floor and need not exist yet: the copy gets it. */
const roomOf = (name) => `packages/${name}/src/planted.ts`;
const value = "export const planted = 1;\n";
const importing = (path) => `import { planted } from "${path}";\nexport const used = planted;\n`;

/** Every ground-floor room towards a first-floor one, every first-floor room towards its neighbour and the corridor. */
const floorPlants = [
  ...floors.ground.map((name) => ({
    rule: "ground-floor-knows-core-alone",
    file: `packages/${name}/src/planted-up.ts`,
    text: importing("../../law/src/planted.ts"),
    with: { [roomOf("law")]: value },
  })),
  {
    rule: "ground-floor-knows-core-alone",
    file: "packages/words/src/planted-beside.ts",
    text: importing("../../formats/src/planted.ts"),
    with: { [roomOf("formats")]: value },
  },
  ...floors.first.flatMap((name, i) => [
    {
      rule: "neighbours-never-meet",
      file: `packages/${name}/src/planted-beside.ts`,
      text: importing(`../../${floors.first.at(i - 1)}/src/planted.ts`),
      with: { [roomOf(floors.first.at(i - 1))]: value },
    },
    {
      rule: "neighbours-never-meet",
      file: `packages/${name}/src/planted-up.ts`,
      text: importing("../../corridor/src/planted.ts"),
      with: { [roomOf("corridor")]: value },
    },
  ]),
];

/** One or more for each boundary rule; the folders of rooms that are not built yet are planted as well. */
export const plants = [
  ...floorPlants,
  {
    rule: "no-cycles",
    file: "packages/core/src/planted-one.ts",
    text: 'import type { Other } from "./planted-other.ts";\nexport interface One {\n  readonly other: Other;\n}\n',
    with: {
      "packages/core/src/planted-other.ts":
        'import type { One } from "./planted-one.ts";\nexport interface Other {\n  readonly one: One;\n}\n',
    },
  },
  {
    rule: "core-depends-on-nothing",
    file: "packages/core/src/planted-package.ts",
    text: 'import { sha256 } from "@noble/hashes/sha2.js";\nexport const planted = sha256;\n',
  },
  { rule: "core-depends-on-nothing", file: "packages/core/src/planted-up.ts", text: 'export { patterns } from "@unmask/patterns";\n' },
  {
    rule: "a-room-opens-doors-downwards",
    file: "packages/pack/src/planted-stranger.ts",
    text: importing("../../stranger/src/planted.ts"),
    with: { "packages/stranger/src/planted.ts": value },
  },
  {
    rule: "a-room-opens-doors-downwards",
    file: "packages/corridor/src/planted-fitting.ts",
    text: importing("../../../fittings/node/src/planted.ts"),
    with: { "fittings/node/src/planted.ts": value },
  },
  {
    rule: "nothing-imports-an-app",
    file: "packages/law/src/planted-app.ts",
    text: importing(`../../../apps/${app}/src/planted.ts`),
    with: { [`apps/${app}/src/planted.ts`]: value },
  },
  {
    rule: "nothing-imports-an-app",
    file: "fittings/screen/src/planted-app.ts",
    text: importing(`../../../apps/${app}/src/planted.ts`),
  },
  {
    rule: "apps-never-meet",
    file: `apps/${otherApp}/src/planted-app.ts`,
    text: importing(`../../${app}/src/planted.ts`),
  },
  {
    rule: "fittings-never-meet",
    file: "fittings/screen/src/planted-fitting.ts",
    text: importing("../../node/src/planted.ts"),
    with: { "fittings/node/src/planted.ts": value },
  },
  ...["age-encryption", "hash-wasm", "@noble/hashes/sha2.js", "@noble/curves/ed25519.js", "pkijs", "asn1js"].map((name) => ({
    rule: "only-seal-has-cryptography",
    file: `packages/pack/src/planted-${name.replace(/\W/g, "-")}.ts`,
    text: `export * from "${name}";\n`,
  })),
  {
    rule: "rooms-never-touch-node",
    file: "packages/patterns/src/planted-node.ts",
    text: 'import { readFileSync } from "node:fs";\nexport const planted = readFileSync;\n',
  },
  {
    rule: "never-through-the-own-front-door",
    file: "packages/law/src/planted-door.ts",
    text: 'import { jurisdictions } from "./index.ts";\nexport const planted = jurisdictions;\n',
  },
  {
    rule: "only-through-the-front-door",
    file: "packages/patterns/src/planted-path.ts",
    text: 'import { parseInstant } from "../../core/src/instant.ts";\nexport const planted = parseInstant;\n',
  },
  ...["apps/cli/src/commands", "apps/person/src/screens", "apps/server/src/routes", "fittings/screen/src"].map((folder) => ({
    rule: "only-ports-touch-the-world",
    file: `${folder}/planted-node.ts`,
    text: 'import { readFile } from "node:fs/promises";\nexport const planted = readFile;\n',
  })),
  { rule: "everything-resolves", file: "packages/law/src/planted-nowhere.ts", text: 'export { nothing } from "./nowhere.ts";\n' },
  {
    rule: "every-source-is-looked-at",
    file: "house/boundaries.mjs",
    change: (text) => text.replace('/dist/";', '/dist/|planted-unseen";'),
    at: "packages/law/src/planted-unseen.ts",
    with: { "packages/law/src/planted-unseen.ts": value },
  },
];
