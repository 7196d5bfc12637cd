/**
 * Brings what a fresh machine lacks: the npm packages of the lock file and, for the tests, a few of Debian's tools. Uses Node alone,
 * because nothing else is there yet.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./root.mjs";

/** `npm ci`, unless node_modules already holds what the lock file says. */
export function installPackages() {
  if (isInstalled()) return;
  console.log("Installing the npm packages (about a minute, once).");
  run("npm", ["ci", "--no-audit", "--no-fund"]);
}

/** Compares the lock file with npm's own list of what lies in node_modules. */
function isInstalled() {
  const wanted = packagesOf(join(root, "package-lock.json"));
  const there = packagesOf(join(root, "node_modules", ".package-lock.json"));
  return Object.entries(wanted).every(
    ([path, { version, link, optional }]) => !path.startsWith("node_modules/") || link || optional || there[path]?.version === version,
  );
}

function packagesOf(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).packages : {};
}

/** Debian package by the command it brings: what the tests run beside our own code, as strangers would. */
const debianPackageByCommand = {
  chromium: "chromium",
  "firefox-esr": "firefox-esr",
  age: "age",
  minisign: "minisign",
  openssl: "openssl",
  "spicy-litetlog": "litetlog",
  pdftotext: "poppler-utils",
};

/** Installs the missing tools as root on Debian; elsewhere says which they are and stops. */
export function installTools() {
  const missing = Object.entries(debianPackageByCommand)
    .filter(([command]) => !isOnPath(command))
    .map(([, name]) => name);
  if (missing.length === 0) return;
  const canInstall = process.getuid?.() === 0 && isOnPath("apt-get");
  if (!canInstall) {
    console.error(`The tests need these Debian packages: ${missing.join(" ")}\nInstall them: sudo apt-get install ${missing.join(" ")}`);
    process.exit(1);
  }
  console.log(`Installing Debian packages for the tests: ${missing.join(" ")}`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  run("apt-get", ["update", "-qq"], { env, stdio: ["ignore", "ignore", "inherit"] });
  run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...missing], { env, stdio: ["ignore", "ignore", "inherit"] });
}

function isOnPath(command) {
  return (process.env["PATH"] ?? "").split(":").some((folder) => existsSync(join(folder, command)));
}

/** Runs a command in the root of the project; ends this process with its exit code when it fails. */
export function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: "inherit", ...options });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}
