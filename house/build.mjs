/** Builds the CLI, the server and the pages (her app, the verifier, the console); each only when something it is made of has changed since. */
import { createHash } from "node:crypto";
import { cpSync, existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { installPackages } from "./install.mjs";
import { root } from "./root.mjs";

/**
 * The CLI: one program for each command, which loads what that command needs and no more. Blanks are left out and names are kept: a program of
 * a megabyte is read at every start, and a fault must still name its place. Made anew each time: what builds writes into it.
 */
const commandLine = () => ({
  configFile: false,
  root,
  publicDir: false,
  logLevel: "warn",
  ssr: { noExternal: true },
  build: {
    ssr: true,
    outDir: join(root, "apps/cli/dist"),
    emptyOutDir: true,
    target: "node20",
    sourcemap: true,
    rolldownOptions: {
      input: { main: join(root, "apps/cli/src/main.ts"), "typst-worker": join(root, "fittings/node/src/typst-worker.ts") },
      external: [/^@myriaddreamin\//, /^@expo-google-fonts\//],
      output: {
        entryFileNames: "[name].js",
        chunkFileNames: "[name]-[hash].js",
        // A `const` stays one: what the engine knows never to change it reads no second time, which is a twentieth of a long reading.
        topLevelVar: false,
        minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
      },
    },
  },
});

/** A thread's own program: the server starts it by its name beside the main one. */
const isThread = (file) => /(thread|worker)\.ts$/.test(file);

/**
 * The server: the house's own code in one place, its packages where they are installed, since a database, a typesetter and fonts bring files of
 * their own. Rows are laid out by the migrations, which are copied beside it.
 */
function server() {
  const made = commandLine();
  const threads = filesUnder("apps/server/src").filter(isThread);
  made.build.outDir = join(root, "apps/server/dist");
  made.build.rolldownOptions.input = {
    main: join(root, "apps/server/src/main.ts"),
    "typst-worker": join(root, "fittings/node/src/typst-worker.ts"),
    ...Object.fromEntries(threads.map((file) => [basename(file, ".ts"), join(root, file)])),
  };
  made.build.rolldownOptions.external.push(...packagesOf("apps/server"));
  return made;
}

/** The packages that an app itself names, each with what lies inside it. */
function packagesOf(app) {
  const { dependencies } = JSON.parse(readFileSync(join(root, app, "package.json"), "utf8"));
  return Object.keys(dependencies)
    .filter((name) => !name.startsWith("@unmask/"))
    .map((name) => new RegExp(`^${name}(/|$)`));
}

/** Brings the apps up to date. */
export async function build() {
  await buildIfChanged("apps/cli", async () => {
    const vite = await import("vite");
    await vite.build(commandLine());
  });
  await buildIfChanged("apps/server", async () => {
    const vite = await import("vite");
    await vite.build(server());
    const migrations = join(root, "apps/server/src/migrations");
    if (existsSync(migrations)) cpSync(migrations, join(root, "apps/server/dist/migrations"), { recursive: true });
  });
  await buildIfChanged("apps/person", async () => {
    const vite = await import("vite");
    await vite.build({ root: join(root, "apps/person"), logLevel: "warn" });
  });
  await buildIfChanged("apps/verifier", async () => {
    const vite = await import("vite");
    await vite.build({ root: join(root, "apps/verifier"), logLevel: "warn" });
    // A page cannot hold its own hash: whoever gives it out publishes this one.
    console.log(`SHA-256 of apps/verifier/dist: ${readFileSync(join(root, "apps/verifier/dist/verify.html.sha256"), "utf8").trim()}`);
  });
  await buildIfChanged("apps/console", async () => {
    const vite = await import("vite");
    await vite.build({ root: join(root, "apps/console"), logLevel: "warn" });
  });
}

async function buildIfChanged(app, make) {
  const stampFile = join(root, app, "dist", ".made-from");
  const madeFrom = hashOfInputs(app);
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === madeFrom) return;
  console.log(`Building ${app}`);
  const given = process.env["NODE_ENV"];
  // A start out of a test hands its own on: her first page would be three times as large, made for a developer.
  process.env["NODE_ENV"] = "production";
  try {
    await make();
  } finally {
    if (given === undefined) delete process.env["NODE_ENV"];
    else process.env["NODE_ENV"] = given;
  }
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
