import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** What a run of the command left. */
export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly said: string;
}

/** The folder of the project. */
export const project = fileURLToPath(new URL("../..", import.meta.url));

/** The built command. */
export const launcher = fileURLToPath(new URL("../../apps/cli/bin/unmask.js", import.meta.url));

/** Runs the built command as a person would, with a home folder of its own. */
export function runUnmask(
  args: readonly string[],
  { home, input, cwd = project }: { home: string; input?: Uint8Array; cwd?: string },
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [launcher, ...args], { cwd, env: { ...process.env, UNMASK_HOME: home } });
    const out: Buffer[] = [];
    const said: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => said.push(chunk));
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, out: Buffer.concat(out).toString("utf8"), said: Buffer.concat(said).toString("utf8") }));
    child.stdin.end(input);
  });
}
