/** An order that several files of tests share: who is at the desk with it, how it is asked and written, and what they read of its answers. */
import { createHash } from "node:crypto";
import { expect } from "vitest";
import type { Role } from "@unmask/case";
import { msPerDay } from "@unmask/core";
import { because } from "./case-seed.ts";
import { type DeskStage, type Officer, type Reply, signIn } from "./desk-stage.ts";

/** Reason that is given for each look. */
export const reason = { code: "court", words: "" };

interface Duty {
  readonly order: string;
  readonly case: string | null;
  readonly stands: string;
  readonly due: string | null;
  readonly label: string | null;
  readonly isReminded: boolean;
}

/** What answers about orders hold, as far as a test reads them. */
interface OrderBody {
  readonly order: string;
  readonly saw: number;
  readonly condition: number;
  readonly change: string;
  readonly breach: string;
  readonly says: string;
  readonly changed: string;
  readonly events: readonly { readonly kind: string; readonly by: string; readonly body: Readonly<Record<string, unknown>> }[];
  readonly names: Readonly<Record<string, string>>;
  readonly officers: readonly { readonly id: string; readonly name: string }[];
  readonly refusals: readonly { readonly by: string; readonly kind: string; readonly rule: string; readonly says: string }[];
  readonly others: readonly { readonly order: string; readonly orders: readonly { readonly conditions: readonly object[] }[] }[];
  readonly namesakes: readonly object[];
  readonly waits: readonly { readonly what: string }[];
  readonly duties: readonly Duty[];
  readonly groups: readonly { readonly group: string; readonly many: number; readonly rows: readonly Duty[] }[];
  readonly notOurs: readonly { readonly order: string; readonly theirs: string }[];
  readonly reminders: { readonly beforeEnd: readonly number[] };
  readonly reminderDays: readonly number[];
  readonly notBegun: readonly { readonly subject: string; readonly jurisdiction: string; readonly case: string }[];
  readonly rows: readonly { readonly order: string; readonly group: string }[];
  readonly found: readonly Readonly<Record<string, unknown>>[];
  readonly draft: {
    readonly covered: number;
    readonly withheld: number;
    readonly close: readonly string[];
    readonly counts: object;
  } | null;
  readonly whyNot: string | null;
  readonly toLook: readonly string[];
  readonly made: readonly {
    readonly nth: number;
    readonly form: string;
    readonly exhibit: string;
    readonly sha256: string;
    readonly by: string;
  }[];
  readonly copies: readonly object[];
  readonly owed: readonly object[];
  readonly acknowledged: readonly object[];
  readonly paper: number;
  readonly exhibit: string;
  readonly sha256: string;
  readonly form: string;
  readonly pages: number;
  readonly refused: { readonly rule: string; readonly section?: string; readonly says: string; readonly allows: string };
}

/** A condition as it is written, on what it rests. */
export const condition = {
  type: "prohibition",
  kind: "prohibition/contact",
  says: "Not to contact Nadia Khan by any means.",
  persons: ["protected-1"],
  channels: ["any"],
  necessity: "He wrote on each of fourteen days.",
  evidence: ["LA/7"],
  interimToo: true,
};

/** An order of another force, as it is typed in from its copy: its number there, whom it binds, when it was made and how long it runs. */
export function westmereOrder(of: {
  readonly theirs: string;
  readonly subject: object;
  readonly made: string;
  readonly period: { readonly until: string | null };
}): object {
  return {
    ...{ jurisdiction: "EW", force: "Westmere Police", court: "Westmere Magistrates’ Court", order: "full", ...of },
    conditions: [{ ...condition, condition: 1, persons: undefined, says: "Not to contact Ada Marsh." }],
    protects: ["Ada Marsh"],
  };
}

/** What somebody tells in person at the counter of a station. */
export const toldInPerson = { at: "02:10", area: "local", inPerson: true, names: ["Gary Slade"], allNames: "yes" };

/** By what something is known. */
export const ground = { says: "Landlord’s letter", knowing: "record" };

/** The people at the desk of these tests. */
interface People {
  readonly bell: Officer;
  readonly parry: Officer;
  readonly okell: Officer;
  readonly marsh: Officer;
  readonly analyst: Officer;
  readonly barred: Officer;
}

/** The shared order; the tests come one after another. */
export interface OrderStage extends People {
  /** "SPO-26-007", once it is begun. */
  order: string;
  /** Number of the last event that was seen of it. */
  saw: number;
  readonly stage: () => DeskStage;
  readonly body: (reply: Reply) => OrderBody;
  readonly today: (days?: number) => string;
  /** Everybody comes to the desk. */
  readonly comeIn: () => Promise<void>;
  readonly look: (who: Officer, path: string) => Promise<OrderBody & { readonly status: number }>;
  /** Writes an event of the order; what came back. */
  readonly write: (who: Officer, kind: string, more: object) => Promise<OrderBody & { readonly status: number }>;
  readonly must: OrderStage["write"];
  /** Takes a file out. */
  readonly bytesOf: (who: Officer, path: string) => Promise<{ readonly rawPayload: Buffer }>;
  /** Its hash and what it begins with. */
  readonly file: (
    who: Officer,
    path: string,
  ) => Promise<{ readonly status: number; readonly isFile: boolean; readonly sha256: string; readonly begins: string }>;
  /** Lets days pass, and everybody signs in again. */
  readonly passDays: (days: number) => Promise<void>;
  /** The hash of a paper of this order that is a draft: neither a copy nor an acknowledgement. */
  readonly hashOfDraft: () => Promise<string>;
  readonly group: (who: Officer, name: string) => Promise<readonly Duty[]>;
}

/** The order before it is begun. */
export function orderStage(stage: () => DeskStage): OrderStage {
  let here: People | undefined;
  const people = (): People => here ?? expect.fail("nobody is at the desk yet");
  const body = (reply: Reply): OrderBody => JSON.parse(JSON.stringify(reply.body));
  const taken = async (who: Officer, path: string) => {
    const headers = { host: new URL(stage().parts.origin).host, "x-unmask-desk": "1", cookie: `unmask-desk=${who.cookie}` };
    return stage().app.inject({ method: "GET", url: path, headers: { ...headers, ...because(reason).headers } });
  };
  const at: OrderStage = {
    ...{ order: "", saw: 0, stage, body, bytesOf: taken },
    get bell() {
      return people().bell;
    },
    get parry() {
      return people().parry;
    },
    get okell() {
      return people().okell;
    },
    get marsh() {
      return people().marsh;
    },
    get analyst() {
      return people().analyst;
    },
    get barred() {
      return people().barred;
    },
    today: (days = 0) => new Date(stage().parts.now() + days * msPerDay).toISOString().slice(0, 10),
    comeIn: async () => {
      const enrol = (name: string, role: Role): Promise<Officer> => stage().enrol(name, role);
      here = {
        bell: await enrol("DC 2093 Harriet Bell", "investigator"),
        parry: await enrol("Dilys Parry", "spo-coordinator"),
        okell: await enrol("Supt Marian Okell", "supervisor"),
        marsh: await enrol("PC 3310 Jo Marsh", "contact-handler"),
        analyst: await enrol("T. Lund", "analyst"),
        barred: await enrol("Ines Moor", "spo-coordinator"),
      };
    },
    look: async (who, path) => {
      const reply = await stage().ask("GET", path, { cookie: who.cookie, ...because(reason) });
      return { status: reply.status, ...body(reply) };
    },
    write: async (who, kind, more) => {
      const reply = await who.ask("POST", `/desk/orders/${at.order}/${kind}`, { saw: at.saw, reason, ...more });
      const answer = body(reply);
      if (reply.status === 200) at.saw = answer.saw;
      return { status: reply.status, ...answer };
    },
    must: async (who, kind, more) => {
      const answer = await at.write(who, kind, more);
      expect([kind, answer.status, answer.refused?.says, answer.changed]).toEqual([kind, 200, undefined, undefined]);
      return answer;
    },
    file: async (who, path) => {
      const reply = await taken(who, path);
      const isFile = String(reply.headers["content-disposition"]).startsWith("attachment");
      const sha256 = createHash("sha256").update(reply.rawPayload).digest("hex");
      return { status: reply.statusCode, isFile, sha256, begins: reply.rawPayload.subarray(0, 5).toString("latin1") };
    },
    passDays: async (days) => {
      stage().pass(days * msPerDay);
      for (const one of Object.values(people())) one.cookie = (await signIn(stage(), one.key)).cookie;
    },
    hashOfDraft: async () =>
      (await at.look(at.bell, `/desk/orders/${at.order}/bundle`)).made[0]?.sha256 ?? expect.fail("no draft was made"),
    group: async (who, name) => (await at.look(who, "/desk/register")).groups.find((one) => one.group === name)?.rows ?? [],
  };
  return at;
}
