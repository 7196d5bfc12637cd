/** A force from one command to the next: made, started, an officer let in, its log verified, ended; on both databases. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type PostgresServer, startPostgres } from "./postgres-server.ts";
import { herComputer } from "./her-computer.ts";
import { type Served, askDesk, serve, unmask } from "./program.ts";
import { softwarePasskey } from "./software-passkey.ts";

const home = mkdtempSync(join(tmpdir(), "unmask-program-"));
let postgres: PostgresServer;
let owner = "";
let desk = "";

beforeAll(async () => {
  postgres = await startPostgres();
  const root = new pg.Client({ connectionString: postgres.url });
  await root.connect();
  await root.query("create role force_owner login password 'invented' createrole");
  await root.query("create database force owner force_owner");
  await root.end();
  owner = Object.assign(new URL(postgres.url), { username: "force_owner", password: "invented", pathname: "/force" }).href;
  desk = Object.assign(new URL(owner), { username: "unmask_desk", password: "invented" }).href;
});
afterAll(async () => {
  await postgres.stop();
  rmSync(home, { recursive: true, force: true });
});

/** Comes in by a link; the session's cookie. */
async function enter(served: Served, link: string): Promise<string> {
  const secret = link.trim().slice(-64);
  const key = softwarePasskey(served.console);
  const options = await askDesk(served.console, "/desk/enrol/begin", { body: { link: secret } });
  const done = await askDesk(served.console, "/desk/enrol/finish", {
    body: { link: secret, response: key.create(JSON.parse(options.text)) },
  });
  expect(done.status, done.text).toBe(200);
  return done.cookie;
}

/** A letter goes in, and the inside answers it. */
async function report({ intake }: Served): Promise<void> {
  const her = herComputer(join(home, "hers"));
  const words = await her.send(intake, { account: "A van across the road.", danger: "now" });
  expect((await her.mailbox(intake, words, 1)).lines[0]).toMatchObject({ kind: "acknowledgement", reference: "R-1" });
}

/** What is the same on both databases; `address` is what the commands are given beside the folder. */
async function runForce(data: string, address: readonly string[]): Promise<void> {
  const served = await serve("both", ["--data", data, ...address]);
  const [intake, desks] = [new URL(served.intake), new URL(served.console)];
  expect([desks.hostname, Number(desks.port)]).toEqual(["console.localhost", Number(intake.port) + 2]);
  expect((await fetch(`${served.intake}/.well-known/unmask-force.json`)).status).toBe(200);
  expect((await askDesk(served.console, "/")).text).toContain("<title>");
  // Neither answers to the other's name.
  expect((await fetch(`http://localhost:${desks.port}/`)).status).toBe(421);
  expect((await askDesk(`http://console.localhost:${intake.port}`, "/")).status).toBe(421);

  const beside = await unmask(["server", "--role", "both", "--data", data, ...address], { env: { PORT: "0" } });
  expect([beside.code, beside.out]).toEqual([1, ""]);
  expect(beside.err).toContain("in use by process");

  // The link's page is where the desk is.
  const made = await unmask(["force", "enrol", "--data", data, "--name", "Sgt Wren", "--role", "supervisor"], {
    env: { PORT: intake.port },
  });
  expect(made.out.trim()).toMatch(new RegExp(`^${served.console}/enrol#[0-9a-f]{64}$`));
  const cookie = await enter(served, made.out);
  const me = await askDesk(served.console, "/desk/me", { cookie });
  expect(JSON.parse(me.text).officer).toMatchObject({ name: "Sgt Wren", role: "supervisor" });

  await report(served);
  expect(await served.end()).toEqual({ code: 0, signal: null });
  const verified = await unmask(["audit", "verify", "--data", data, ...address]);
  expect(verified.code, verified.err).toBe(0);
  const { entries, checkpoint } = JSON.parse(verified.out);
  const exported = (await unmask(["audit", "export", "--data", data, ...address])).out.trim().split("\n");
  expect(exported.map((line) => JSON.parse(line).number)).toEqual(Array.from({ length: entries }, (_, nth) => nth + 1));
  const kept = join(data, "kept.txt");
  writeFileSync(kept, checkpoint);
  expect((await unmask(["audit", "verify", "--data", data, "--checkpoint", kept, ...address])).code).toBe(0);
  // The words of a link stand nowhere but on the screen of who asked for it.
  expect(exported.join("") + served.written()).not.toContain(made.out.trim().slice(-64));
}

test("on one trusted machine with nothing but a folder, both doors stand, an officer comes in, and what happened is in a log that holds", async () => {
  const data = join(home, "folder");
  const init = await unmask(["force", "init", "--data", data, "--name", "Example Police"]);
  expect(init.out).toMatch(/^RW\S+\n$/);
  await runForce(data, []);
});

describe("on PostgreSQL", () => {
  test("the owner makes the tables; the desk's login does the day's work, and can make none", async () => {
    const data = join(home, "postgres");
    await unmask(["force", "init", "--data", data, "--name", "Example Police"]);
    const first = await serve("both", ["--data", data, "--database", owner]);
    expect((await first.end()).code).toBe(0);
    const tables = new pg.Client({ connectionString: owner });
    await tables.connect();
    await tables.query(readFileSync(join(import.meta.dirname, "../../apps/server/src/migrations/desk-login.sql"), "utf8"));
    await tables.query("alter role unmask_desk password 'invented'");
    await runForce(data, ["--database", desk]);

    // An upgrade brings a step that this login may not make: it says so, and changes nothing.
    await tables.query("delete from case_migration where name = (select max(name) from case_migration)");
    const refused = await unmask([
      "server",
      "--role",
      "case",
      "--intake",
      "http://localhost:9",
      "--data",
      join(data, "case"),
      "--database",
      desk,
    ]);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain("this login may not make them");
    await tables.end();
  });
});

test("a role that is not understood is told, and the doors of a force that is not there are not opened", async () => {
  const nobody = join(home, "nobody");
  expect((await unmask(["server", "--role", "desk", "--data", nobody])).code).toBe(2);
  expect((await unmask(["server", "--role", "case", "--data", nobody])).code).toBe(2);
  expect((await unmask(["server", "--role", "both", "--data", nobody, "--console-origin", "desk.example.org/x"])).code).toBe(2);
  const missing = await unmask(["server", "--role", "case", "--intake", "http://localhost:9", "--data", nobody]);
  expect(missing.code).toBe(1);
  expect(missing.err).toContain("unmask force init");
  // A sign-in in the clear starts nothing, and its secret stands in no line.
  const file = join(home, "sign-in.json");
  const says = { version: 1, issuer: "http://login.example.org", client: "desk", secret: "a secret of the tests", claim: "sub", says: "X" };
  writeFileSync(file, JSON.stringify(says));
  const unsafe = await unmask(["server", "--role", "both", "--data", nobody, "--sign-in", file]);
  expect([unsafe.code, unsafe.err]).toEqual([2, expect.stringContaining("sign-in.issuer is not https")]);
  expect(unsafe.err).not.toContain("secret of");
});
