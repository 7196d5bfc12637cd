const cryptography = "node_modules/(@noble|@scure|age-encryption|hash-wasm|pkijs|asn1js)(/|$)";

/** The boundary law: a room opens doors only to a lower floor, rooms on one floor never meet, only an app introduces them. */
export default {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "ground-floor-is-alone",
      severity: "error",
      from: { path: "^packages/(core|seal)/" },
      to: { path: "^(packages|apps)/", pathNot: "^packages/(core|$1)/" },
    },
    { name: "core-depends-on-nothing", severity: "error", from: { path: "^packages/core/" }, to: { path: "node_modules" } },
    {
      name: "neighbours-never-meet",
      severity: "error",
      from: { path: "^packages/([^/]+)/" },
      to: { path: "^packages/", pathNot: "^packages/(core|seal|$1)/" },
    },
    { name: "nothing-imports-an-app", severity: "error", from: { path: "^packages/" }, to: { path: "^apps/" } },
    { name: "apps-never-meet", severity: "error", from: { path: "^apps/([^/]+)/" }, to: { path: "^apps/", pathNot: "^apps/$1/" } },
    { name: "only-seal-has-cryptography", severity: "error", from: { pathNot: "^packages/seal/" }, to: { path: cryptography } },
    {
      name: "rooms-never-touch-node",
      severity: "error",
      from: { path: "^packages/" },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "never-through-the-own-front-door",
      severity: "error",
      from: { path: "^packages/([^/]+)/src/", pathNot: "/index\\.ts$" },
      to: { path: "^packages/$1/src/index\\.ts$" },
    },
    {
      name: "only-ports-touch-the-world",
      severity: "error",
      from: { path: "^apps/cli/src/", pathNot: "^apps/cli/src/(ports/|main\\.ts)" },
      to: { dependencyTypes: ["core"], path: "^(node:)?(fs|child_process|net|http|https|os|worker_threads|crypto)" },
    },
    // Vite gives addresses (?url) and modules that only the build makes (virtual:).
    { name: "everything-resolves", severity: "error", from: {}, to: { couldNotResolve: true, pathNot: "[?](url|worker)|^virtual:" } },
  ],
};
