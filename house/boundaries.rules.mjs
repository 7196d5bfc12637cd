import { apps, floors, worldlyFiles } from "./floors.mjs";

const any = (names) => `(${names.join("|")})`;
const cryptography = "node_modules/(@noble|@scure|age-encryption|hash-wasm|pkijs|asn1js)(/|$)";
const foundation = any(floors.foundation);
const ground = any(floors.ground);
const below = any([...floors.foundation, ...floors.ground]);
const first = any(floors.first);
const second = any(floors.second);

/**
 * The boundary law: a room opens doors only to a lower floor, rooms on one floor never meet, fittings stand between rooms and apps, and only
 * an app introduces them. Each rule has its planted fault in `plants/boundaries.mjs`.
 */
export default {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "core-depends-on-nothing",
      severity: "error",
      from: { path: `^packages/${foundation}/` },
      to: { path: "node_modules|^(packages|fittings)/", pathNot: "^packages/$1/" },
    },
    {
      name: "ground-floor-knows-core-alone",
      severity: "error",
      from: { path: `^packages/${ground}/` },
      to: { path: "^(packages|fittings)/", pathNot: `^packages/(${foundation}|$1)/` },
    },
    {
      name: "neighbours-never-meet",
      severity: "error",
      from: { path: `^packages/${first}/` },
      to: { path: `^packages/(${first}|${second})/`, pathNot: "^packages/$1/" },
    },
    // Refuses what is on no floor as well: a new room is put into the table first.
    {
      name: "a-room-opens-doors-downwards",
      severity: "error",
      from: { path: `^packages/(${first}|${second})/` },
      to: { path: "^(packages|fittings)/", pathNot: `^packages/(${below}|${first}|${second})/` },
    },
    { name: "nothing-imports-an-app", severity: "error", from: { path: "^(packages|fittings)/" }, to: { path: "^apps/" } },
    { name: "apps-never-meet", severity: "error", from: { path: `^apps/${any(apps)}/` }, to: { path: "^apps/", pathNot: "^apps/$1/" } },
    {
      name: "fittings-never-meet",
      severity: "error",
      from: { path: "^fittings/([^/]+)/" },
      to: { path: "^fittings/", pathNot: "^fittings/$1/" },
    },
    { name: "only-seal-has-cryptography", severity: "error", from: { pathNot: "^packages/seal/" }, to: { path: cryptography } },
    { name: "rooms-never-touch-node", severity: "error", from: { path: "^packages/" }, to: { dependencyTypes: ["core"] } },
    {
      name: "never-through-the-own-front-door",
      severity: "error",
      from: { path: "^packages/([^/]+)/src/", pathNot: "^packages/[^/]+/src/index\\.ts$" },
      to: { path: "^packages/$1/src/index\\.ts$" },
    },
    // These run before anything is built, where Node cannot import a room by its name.
    {
      name: "only-through-the-front-door",
      severity: "error",
      from: { path: "^(?:packages|fittings|apps)/([^/]+)/", pathNot: "^apps/person/vite-(?:phone|typst)\\.ts$" },
      to: { path: "^packages/", pathNot: "^packages/$1/|^packages/[^/]+/src/index\\.ts$" },
    },
    // util holds arithmetic on arguments and text, and nothing of the machine.
    {
      name: "only-ports-touch-the-world",
      severity: "error",
      from: { path: "^(apps|fittings)/", pathNot: worldlyFiles.map(({ files }) => files) },
      to: { dependencyTypes: ["core"], pathNot: "^(node:)?util$" },
    },
    // Vite gives addresses (?url) and modules that only the build makes (virtual:).
    { name: "everything-resolves", severity: "error", from: {}, to: { couldNotResolve: true, pathNot: "[?](url|worker)|^virtual:" } },
  ],
};
