/** Builds the CLI and the person's app; each only when something it is made of has changed since its last build. */
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { installPackages } from "./install.mjs";
import { root } from "./root.mjs";

/** Brings both apps up to date. */
export async function build() {
  await buildIfChanged("apps/cli", async () => {
    const esbuild = await import("esbuild");
    // Pieces of an earlier build would stay beside the new ones.
    rmSync(join(root, "apps/cli/dist"), { recursive: true, force: true });
    await esbuild.build({
      absWorkingDir: root,
      entryPoints: { main: "apps/cli/src/main.ts", "typst-worker": "fittings/node/src/typst-worker.ts" },
      outdir: "apps/cli/dist",
      bundle: true,
      splitting: true,
      platform: "node",
      format: "esm",
      target: "node20",
      sourcemap: "linked",
      legalComments: "linked",
      external: ["@myriaddreamin/*", "@expo-google-fonts/*"],
      logLevel: "warning",
    });
  });
  await buildIfChanged("apps/person", async () => {
    const vite = await import("vite");
    await vite.build({ root: join(root, "apps/person"), logLevel: "warn" });
  });
}

async function buildIfChanged(app, make) {
  const stampFile = join(root, app, "dist", ".made-from");
  const madeFrom = hashOfInputs(app);
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === madeFrom) return;
  console.log(`Building ${app}`);
  await make();
  writeFileSync(stampFile, madeFrom);
}

/** One hash over the sources of an app, of every room and fitting, the lock file and this script. */
function hashOfInputs(app) {
  const hash = createHash("sha256");
  for (const file of ["package-lock.json", "house/build.mjs", ...filesUnder("packages"), ...filesUnder("fittings"), ...filesUnder(app)]) {
    hash
      .update(file)
      .update("\0")
      .update(readFileSync(join(root, file)))
      .update("\0");
  }
  return hash.digest("hex");
}

function filesUnder(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter(({ name }) => name !== "node_modules" && name !== "dist")
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesUnder(join(folder, entry.name)) : [join(folder, entry.name)]))
    .filter((file) => !/\.test\.tsx?$/.test(file));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  installPackages();
  await build();
}
