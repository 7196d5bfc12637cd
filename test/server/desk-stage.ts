/** A desk on a stage: its server, a clock that the test moves, and officers who come in with passkeys in software. */
import { createHmac, randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { type Instant, failed, later, ok, parseInstant } from "@unmask/core";
import type { CodeTable, Role } from "@unmask/case";
import { createSignerKey } from "@unmask/seal";
import type { DeskParts } from "../../apps/server/src/access/desk-parts.ts";
import type { DeskRoute } from "../../apps/server/src/access/desk-route.ts";
import { forceEnrol } from "../../apps/server/src/access/enrolment.ts";
import { startAccessLog } from "../../apps/server/src/access-log/access-log.ts";
import { openEditions } from "../../apps/server/src/ports/learn-files.ts";
import { readMigrations } from "../../apps/server/src/ports/migrate.ts";
import { openWaitingLinks } from "../../apps/server/src/ports/waiting-links.ts";
import { createUploads } from "../../apps/server/src/orders/uploads.ts";
import { createPaperFiles } from "../../apps/server/src/ports/paper-files.ts";
import { createPasskeys } from "../../apps/server/src/ports/passkeys.ts";
import { createDesk } from "../../apps/server/src/roles/case.ts";
import { deskRoutes } from "../../apps/server/src/routes/case/desk-routes.ts";
import type { CaseTables } from "../../apps/server/src/sql/case/case-tables.ts";
import { papersInMemory } from "./papers-in-memory.ts";
import { type SoftwarePasskey, softwarePasskey } from "./software-passkey.ts";
import type { Stage } from "./stage.ts";

/** What the file of exhibit 7 holds, on every stage. */
export const exhibitText = "25/10/2026, 01:17 - +44 7700 900388: You've changed the lock.\n<script>alert(1)</script>\n";

/** A photograph that tells where it was taken, in the words of its EXIF, and by whose camera. */
export function photoOfAPlace(): Uint8Array {
  const dot = readFileSync(new URL("../../fixtures/cases/few/exports/diary/the doll.jpg", import.meta.url));
  const told = Buffer.from("Exif\0\0GPSLatitude 51.5007 GPSLongitude -0.1246 by a camera of the tests", "latin1");
  const head = Buffer.from([0xff, 0xe1, (told.length + 2) >> 8, (told.length + 2) & 0xff]);
  return new Uint8Array(Buffer.concat([dot.subarray(0, 2), head, told, dot.subarray(2)]));
}

/** The table of codes that the force of the tests loaded. */
const codes: CodeTable = {
  table: "codes-2026.csv",
  rows: [
    { row: 87, says: "8Q · Stalking involving fear of violence", code: "8/65" },
    { row: 311, says: "8Q · Stalking" },
  ],
};

/** Where the desk of the tests is. */
export const origin = "http://console.localhost:4182";

/** What stands in answers, where it stands there. */
export interface Body {
  readonly refused: { readonly rule: string; readonly says: string; readonly allows: string };
  readonly log: { readonly number: number; readonly says: string; readonly hash: string; readonly before: string };
  readonly officer: { readonly id: string; readonly role: string };
  readonly dutyReason: object;
  readonly options: { readonly challenge: string };
  readonly challenge: string;
  readonly allowCredentials?: readonly object[];
  readonly link: string;
  readonly address: string;
  readonly place: string;
  readonly next?: string;
  readonly mark: string;
  readonly rows: readonly { readonly rank: number }[];
  readonly cases: readonly { readonly case: string; readonly closed: string | null }[];
  readonly changed?: string;
  readonly opening: string;
  readonly question?: string;
  readonly questions?: readonly object[];
  readonly told: readonly string[];
  readonly looks: readonly {
    readonly number: number;
    readonly actor: string;
    readonly what: string;
    readonly person: string | null;
    readonly result: string;
  }[];
  readonly officers: readonly {
    readonly officer: string;
    readonly name: string | null;
    readonly noTask: number;
    readonly atOneself: number;
  }[];
}

/** What came back. */
export interface Reply {
  readonly status: number;
  readonly body: Body;
  readonly cookie: string;
}

/** Somebody at the desk. */
export interface Officer {
  readonly id: string;
  readonly name: string;
  readonly key: SoftwarePasskey;
  ask(method: "GET" | "POST", path: string, body?: object): Promise<Reply>;
  /** The cookie of the session. */
  cookie: string;
}

/** The desk. */
export interface DeskStage {
  readonly parts: DeskParts;
  readonly app: FastifyInstance;
  readonly signer: ReturnType<typeof createSignerKey>;
  /** Lets time pass, ms. */
  pass(ms: number): void;
  /** Asks as the console does. */
  ask(method: "GET" | "POST", path: string, more?: { body?: object; cookie?: string; headers?: Record<string, string> }): Promise<Reply>;
  link(name: string, role: Role, signInName?: string): Promise<string>;
  /** Enrols somebody, who then has a session. */
  enrol(name: string, role: Role): Promise<Officer>;
}

/** Opens a desk; `more` are routes beside its own, `neighbours` the forces to which it can hand reports on, `provider` the force's own sign-in, `services` those to which something can be sealed. */
export async function openDesk(
  stage: Stage,
  more: readonly DeskRoute[] = [],
  neighbours: DeskParts["neighbours"] = { list: async () => [] },
  provider: (parts: Pick<DeskParts, "origin" | "now" | "random">) => DeskParts["provider"] = () => undefined,
  services: DeskParts["services"] = { list: async () => [] },
): Promise<DeskStage> {
  const random = (size: number): Uint8Array => new Uint8Array(randomBytes(size));
  const signer = createSignerKey(random);
  const start = parseInstant(Date.UTC(2026, 10, 27, 3, 40));
  if (start === undefined) throw new Error("a time of our calendar");
  let instant: Instant = start;
  const now = (): Instant => instant;
  const database = await stage.open<CaseTables>(await readMigrations("case"));
  const force = { id: "f0".repeat(16), name: "Northshire Police" };
  const log = await startAccessLog({ database, force: force.id, signer, now, random });
  const links = openWaitingLinks(join(stage.folder(), "links"));
  const keyedHash: DeskParts["keyedHash"] = (message) =>
    new Uint8Array(createHmac("sha256", "the index of the tests").update(message).digest());
  const openExhibit: DeskParts["openExhibit"] = async (file, most) =>
    file.path.endsWith("0009.jpg")
      ? ok(photoOfAPlace())
      : file.path.endsWith("0007.txt")
        ? ok(new TextEncoder().encode(exhibitText).subarray(file.start ?? 0, file.end ?? most))
        : failed("This file is not in the pack: it was held back, or the pack is cut short.");
  const papers = { papers: createPaperFiles(), keptPapers: papersInMemory(), templates: async () => [] };
  const ways = { neighbours, services, provider: provider({ origin, now, random }) };
  const files = { keyedHash, openExhibit, codeTable: async () => codes, editions: openEditions(stage.folder()), ...papers, ...ways };
  const made = { passkeys: createPasskeys(origin), uploads: createUploads() };
  const parts: DeskParts = { database, log, ...made, links, now, random, force, origin, ...files };
  const site = new Map([["/index.html", { type: "text/html; charset=utf-8", bytes: new TextEncoder().encode("<main></main>") }]]);
  const faults: string[] = [];
  const app = await createDesk({ parts, routes: [...deskRoutes, ...more], site, tell: (where) => void faults.push(where) });
  const ask: DeskStage["ask"] = async (method, path, { body, cookie = "", headers = {} } = {}) => {
    const reply = await app.inject({
      method,
      url: path,
      headers: { host: new URL(origin).host, cookie: cookie === "" ? "" : `unmask-desk=${cookie}`, "x-unmask-desk": "1", ...headers },
      ...(method === "POST" ? { payload: body ?? {} } : {}),
    });
    const set = String(reply.headers["set-cookie"] ?? "");
    const isJson = String(reply.headers["content-type"]).startsWith("application/json");
    return { status: reply.statusCode, body: (isJson ? reply.json() : {}) as Body, cookie: /unmask-desk=([0-9a-f]*)/.exec(set)?.[1] ?? "" };
  };
  const link: DeskStage["link"] = async (name, role, signInName) => {
    const made = await forceEnrol({ links, now, random, origin }, { name, role, signInName });
    return made.slice(made.indexOf("#") + 1);
  };
  return {
    parts,
    app,
    signer,
    ask,
    link,
    pass: (ms) => {
      instant = later(instant, ms);
    },
    enrol: async (name, role) => {
      const secret = await link(name, role);
      const key = softwarePasskey(origin);
      const options = await ask("POST", "/desk/enrol/begin", { body: { link: secret } });
      const done = await ask("POST", "/desk/enrol/finish", { body: { link: secret, response: key.create(options.body) } });
      if (done.status !== 200) throw new Error(`enrolment was refused: ${JSON.stringify(done.body)}; ${faults.join()}`);
      const me = await ask("GET", "/desk/me", { cookie: done.cookie });
      const self: Officer = {
        id: me.body.officer.id,
        name,
        key,
        cookie: done.cookie,
        ask: (method, path, body) => ask(method, path, { ...(body === undefined ? {} : { body }), cookie: self.cookie }),
      };
      return self;
    },
  };
}

/** Signs in again with a key; the reply has the cookie. */
export async function signIn(desk: DeskStage, key: SoftwarePasskey, dutyReason: object = { code: "shift" }): Promise<Reply> {
  const options = await desk.ask("POST", "/desk/sign-in/begin");
  return desk.ask("POST", "/desk/sign-in/finish", { body: { response: key.use(options.body), dutyReason } });
}
