/** The built program as a force runs it: commands that end, and a server that runs until it is told to end. */
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { request } from "node:http";
import { join } from "node:path";

const launcher = join(import.meta.dirname, "../../apps/cli/bin/unmask.js");

/** What a command left. */
export interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command to its end. */
export function unmask(
  args: readonly string[],
  { env = {}, input = "" }: { env?: Record<string, string>; input?: string } = {},
): Promise<Ended> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [launcher, ...args],
      { env: { ...process.env, ...env }, maxBuffer: 64 * 1024 ** 2 },
      (_error, out, err) => resolve({ code: child.exitCode ?? -1, out, err }),
    );
    child.stdin?.end(input);
  });
}

/** A server of the force, with the doors that it printed. */
export interface Served {
  readonly intake: string;
  readonly console: string;
  readonly pid: number;
  /** Everything that it wrote. */
  written(): string;
  /** Tells it to end and waits; the code it ended with, and the signal when it did not end by itself. */
  end(signal?: NodeJS.Signals): Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>;
}

const roles = { intake: ["intake"], case: ["console"], both: ["intake", "console"] };

/** Starts a server on a port of the machine's choice; resolves when each of its doors answers. */
export async function serve(role: keyof typeof roles, args: readonly string[], env: Record<string, string> = {}): Promise<Served> {
  const child = spawn(process.execPath, [launcher, "server", "--role", role, ...args], {
    env: { ...process.env, PORT: "0", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let written = "";
  const doors = await new Promise<readonly string[]>((resolve, reject) => {
    child.on("exit", () => reject(new Error(`the server ended: ${written}`)));
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (piece: Buffer) => {
        written += piece.toString();
        const found = roles[role].map((door) => new RegExp(`^${door} (http\\S+)$`, "m").exec(written)?.[1] ?? "");
        if (!found.includes("")) resolve(found);
      });
  });
  return {
    intake: role === "case" ? "" : (doors[0] ?? ""),
    console: role === "intake" ? "" : (doors.at(-1) ?? ""),
    pid: child.pid ?? 0,
    written: () => written,
    end: (signal = "SIGTERM") => ended(child, signal),
  };
}

function ended(child: ChildProcess, signal: NodeJS.Signals): ReturnType<Served["end"]> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve({ code: child.exitCode, signal: child.signalCode });
    child.once("exit", (code, by) => resolve({ code, signal: by }));
    child.kill(signal);
  });
}

/** What the desk answered. */
export interface DeskAnswer {
  readonly status: number;
  readonly text: string;
  readonly cookie: string;
}

/** Asks the desk at its own name, as the console does; the name is this machine whatever it resolves to. */
export function askDesk(
  origin: string,
  path: string,
  { body, cookie = "", method = body === undefined ? "GET" : "POST" }: { body?: object; cookie?: string; method?: string } = {},
): Promise<DeskAnswer> {
  const { host, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const headers = {
      host,
      "x-unmask-desk": "1",
      cookie: cookie === "" ? "" : `unmask-desk=${cookie}`,
      "content-type": "application/json",
    };
    const asked = request({ host: "localhost", port, path, method, headers, agent: false }, (reply) => {
      let text = "";
      reply.setEncoding("utf8");
      reply.on("data", (piece: string) => (text += piece));
      reply.on("end", () => {
        const set = String(reply.headers["set-cookie"] ?? "");
        resolve({ status: reply.statusCode ?? 0, text, cookie: /unmask-desk=([0-9a-f]*)/.exec(set)?.[1] ?? "" });
      });
    });
    asked.on("error", reject);
    asked.end(body === undefined ? undefined : JSON.stringify(body));
  });
}
