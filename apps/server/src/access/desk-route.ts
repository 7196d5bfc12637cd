import { type Instant, type ReadValue, type Result, object, readStrictly } from "@unmask/core";
import {
  type AccessRefusal,
  type CaseEvent,
  type OperationId,
  type OrderEvent,
  type Reason,
  operations,
  parseReason,
  reasonFor,
} from "@unmask/case";
import type { Transaction } from "kysely";
import type { LogDraft } from "../access-log/access-log.ts";
import type { CaseTables } from "../sql/case/case-tables.ts";
import { askAsMachine } from "../sql/case/membership.ts";
import { readSettings } from "../sql/case/settings.ts";
import type { DeskParts } from "./desk-parts.ts";
import { draftOf, known, sayLast } from "./look-entry.ts";
import { type About, type Standing, mayDoAs, relationOf } from "./relation-of.ts";
import { plainTextRefusal } from "./plain-text.ts";
import { sayAllows } from "./say-entry.ts";
import { type DeskSession, holdSession } from "./session.ts";

/**
 * The one way to a report or a case. A route says which operation of docs/access.md it is and what it is about; here session, role, need to
 * know and reason are checked, `run` is called in a transaction that asks for this officer, and the entries are written in it, one for each
 * person shown. The answer waits for their numbers. A refusal undoes what `run` did and is an entry by itself.
 *
 * @example
 * export const takeReport = deskRoute({
 *   method: "POST", path: "/desk/reports/:reference/take", operation: "take-report", body: noBody,
 *   about: ({ params }) => ({ report: params["reference"] ?? "" }),
 *   run: async ({ tx, officer, now }) => ({ body: {}, shown: [] }),
 * });
 */
export interface DeskRoute {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly operation: OperationId;
  /** Keys of the search that it reads; docs/openapi.json is made of these and of how the body is read. */
  readonly query: readonly string[];
  readonly body: ReadValue<unknown>;
  /** Bytes of a body that may be longer than others: a file in it. */
  readonly mostBody?: number;
  readonly handle: (request: DeskRequest, parts: DeskParts) => Promise<DeskReply>;
}

/** What came over the wire: everything in it is a claim. */
export interface DeskRequest {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
  /** The secret of the session's cookie; empty without. */
  readonly secret: string;
  /** The header `x-unmask-reason` of a GET: a reason as JSON, percent-encoded. A POST has it in its body as `reason`. */
  readonly reason: string;
  /** Whether the one who sent it has gone: the connection is closed, and nobody hears an answer. */
  readonly isGone?: () => boolean;
}

/** What goes back. */
export interface DeskReply {
  readonly status: number;
  readonly body: object;
  /** A new secret for the cookie; empty to take it away. */
  readonly cookie?: string;
  /** A file to be saved, instead of a body; never shown inside the desk. */
  readonly file?: { readonly name: string; readonly bytes: Uint8Array };
}

/** Who asks, with what they may do settled. */
export interface DeskCall<Body> {
  /** Asks for this officer: row-level security hides every other case. */
  readonly tx: Transaction<CaseTables>;
  readonly parts: DeskParts;
  readonly session: DeskSession;
  readonly officer: { readonly id: string; readonly name: string; readonly role: DeskSession["role"] };
  readonly now: Instant;
  readonly params: DeskRequest["params"];
  readonly query: DeskRequest["query"];
  readonly body: Body;
  readonly reason: Reason | undefined;
  readonly standing: Standing;
}

/** What `run` found. */
export interface DeskAnswer {
  /** 200 where it is left out. */
  readonly status?: number;
  readonly body: object;
  /** Ids of the persons whom the answer shows: each is an entry. */
  readonly shown: readonly string[];
  /** What the entries say beside that: item, hash, recipients, what was altered. */
  readonly entry?: Partial<LogDraft>;
  /** Entries beside those: what else was shown, of which report and case, each by itself. */
  readonly also?: readonly Partial<LogDraft>[];
  readonly cookie?: string;
  /** What is added to the body when the entries have their numbers: it reads files and asks no database. */
  readonly finish?: () => Promise<object>;
  /** A file to be handed out. Its bytes are fetched when the entries have their numbers; an error is a sentence for whoever asked. */
  readonly file?: { readonly name: string; read(): Promise<Result<Uint8Array, string>> };
}

/** What a route is made of. */
export interface DeskRouteParts<Body> {
  readonly method: DeskRoute["method"];
  readonly path: string;
  readonly operation: OperationId;
  /** Of which report or case; nothing for the desk itself. */
  readonly about?: (request: Pick<DeskRequest, "params">) => About;
  /** Keys of the search that `run` reads; no other reaches it. */
  readonly query?: readonly string[];
  /** Bytes of a body that may be longer than others. */
  readonly mostBody?: number;
  /** Reads the body without its `reason`; `noBody` where there is none. */
  readonly body: ReadValue<Body>;
  /** The answer does not tell the entry, though it is written. */
  readonly isSilent?: boolean;
  /** Nothing is kept where the one who sent it has gone before it is committed: it was cancelled, and the screen says so. */
  readonly isForWhoStays?: boolean;
  /** Refuses by throwing what `refuse` gives. */
  readonly run: (call: DeskCall<Body>) => Promise<DeskAnswer>;
  /** What is answered where the same was written before (`answerAsBefore`); its number where it is left out. */
  readonly again?: (call: DeskCall<Body>, before: WrittenBefore) => Promise<DeskAnswer>;
}

/** What was written when the same was sent before. */
export interface WrittenBefore {
  readonly event: CaseEvent | OrderEvent;
  /** The last number that was written with it. */
  readonly saw: number;
}

const senderGone = {
  rule: "sender-gone",
  says: "It was cancelled before it was kept. Nothing was kept.",
  allows: "Choose the file again.",
};

/** The body of a request that says nothing but its reason. */
export const noBody: ReadValue<undefined> = object(() => undefined);

/** Why nothing was done: which rule, and what is answered. */
interface Hindrance {
  readonly status: 403 | 409;
  readonly rule: string;
  readonly body: object;
  /** Keeps that it was refused, with the entry. */
  readonly keep?: KeepRefusal;
}

/** What is written of a refusal beside its entry; it asks as the machine. */
export type KeepRefusal = (tx: Transaction<CaseTables>) => Promise<void>;

const hindrances = new WeakMap<Error, Hindrance>();

/** What is kept of a refusal that was thrown; undefined: it is none, or leaves nothing. Whoever calls a command without a route asks for it. */
export function keptOf(error: unknown): KeepRefusal | undefined {
  return error instanceof Error ? hindrances.get(error)?.keep : undefined;
}

/** Requests whose body is not what the route reads. */
const misunderstood = new WeakSet<Error>();

function misunderstand(where: string): never {
  const error = new Error(where);
  misunderstood.add(error);
  throw error;
}

/** Refuses from inside `run`: what was done is undone, and the refusal is written. */
export function refuse(refused: AccessRefusal): never {
  const { rule, says, allows } = refused;
  return refuseByState({ rule, says, allows: sayAllows(allows) });
}

/** The same, where it is the state of a report, a case or an order that forbids it; `allows` says in words what is open instead, `section` the law. */
export function refuseByState(
  refused: { readonly rule: string; readonly section?: string; readonly says: string; readonly allows: string },
  keep?: KeepRefusal,
): never {
  return hinder({ status: 403, rule: refused.rule, body: { refused }, ...(keep !== undefined && { keep }) });
}

/** Somebody else saved first: nothing is done, and whoever is second is told what came. */
export function refuseAsChanged(changed: string): never {
  return hinder({ status: 409, rule: "changed", body: { changed } });
}

const before = new WeakMap<Error, WrittenBefore>();

/**
 * The same was written before, and the answer is what was written then. Thrown from inside `run`, so that whatever else it did is undone: nothing is written,
 * sent or numbered twice, in whichever order a route does it.
 */
export function answerAsBefore(written: WrittenBefore): never {
  const error = new Error(`written before: ${written.event.kind}`);
  before.set(error, written);
  throw error;
}

function hinder(hindrance: Hindrance): never {
  const error = new Error(`refused: ${hindrance.rule}`);
  hindrances.set(error, hindrance);
  throw error;
}

/** Makes a route. */
export function deskRoute<Body>(route: DeskRouteParts<Body>): DeskRoute {
  const { method, path, operation, query = [], body, mostBody } = route;
  return {
    method,
    path,
    operation,
    query,
    body,
    ...(mostBody !== undefined && { mostBody }),
    handle: (request, parts) => handle(route, request, parts),
  };
}

async function handle<Body>(route: DeskRouteParts<Body>, request: DeskRequest, parts: DeskParts): Promise<DeskReply> {
  const session = await holdSession(parts, request.secret);
  if (session === undefined) return { status: 401, body: { nobody: "Nobody is signed in here." } };
  const { reason, body } = partsOf(request);
  try {
    const write = (run: (call: DeskCall<Body>) => Promise<DeskAnswer>, as: Pick<DeskRoute, "method" | "operation">) =>
      parts.log.write(async (tx) => {
        const call = await settle(tx, { route, request, parts, session, reason, body });
        const answer = await run(call);
        if (route.isForWhoStays === true && request.isGone?.() === true) refuseByState(senderGone);
        return { value: answer, drafts: draftsOf(answer, as, call) };
      });
    const { value, entries } = await write(route.run, route).catch((error: unknown) => {
      const written = error instanceof Error ? before.get(error) : undefined;
      if (written === undefined) throw error;
      // Nothing was altered this time: it is a look at what was.
      return write((call) => answerAgain(route, call, written), { method: "GET", operation: route.operation });
    });
    const log = route.isSilent === true ? {} : sayLast(entries, session, route.operation);
    if (value.file !== undefined) return await replyWithFile(value.file, log);
    const more = value.finish === undefined ? {} : await value.finish();
    return {
      status: value.status ?? 200,
      body: { ...value.body, ...more, ...log },
      ...(value.cookie === undefined ? {} : { cookie: value.cookie }),
    };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if (misunderstood.has(error)) return { status: 400, body: { says: "This was not understood. Nothing was done." } };
    const hindrance = hindrances.get(error);
    if (hindrance === undefined) throw error;
    return hinderedReply(hindrance, { route, request, parts, session, reason });
  }
}

async function answerAgain<Body>(route: DeskRouteParts<Body>, call: DeskCall<Body>, written: WrittenBefore): Promise<DeskAnswer> {
  const { event, saw } = written;
  const item = `${event.kind} ${event.number}`;
  const answer: DeskAnswer = (await route.again?.(call, written)) ?? { body: { saw }, shown: [] };
  return { ...answer, entry: { op: "consult", item, ...answer.entry } };
}

async function replyWithFile({ name, read }: NonNullable<DeskAnswer["file"]>, log: object): Promise<DeskReply> {
  const bytes = await read();
  return bytes.ok ? { status: 200, body: log, file: { name, bytes: bytes.value } } : { status: 409, body: { says: bytes.error, ...log } };
}

/** The reason, and the body without it. */
function partsOf({ body, reason: header }: DeskRequest): { readonly reason: Reason | undefined; readonly body: object } {
  const { reason: told, ...rest }: { readonly reason?: unknown } = typeof body === "object" && body !== null ? body : {};
  return { reason: parseReason(told ?? fromHeader(header)), body: rest };
}

function fromHeader(header: string): unknown {
  try {
    return header === "" ? undefined : JSON.parse(decodeURIComponent(header));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof URIError) return undefined;
    throw error;
  }
}

interface Asked<Body> {
  readonly route: DeskRouteParts<Body>;
  readonly request: DeskRequest;
  readonly parts: DeskParts;
  readonly session: DeskSession;
  readonly reason: Reason | undefined;
}

async function settle<Body>(tx: Transaction<CaseTables>, asked: Asked<Body> & { readonly body: object }): Promise<DeskCall<Body>> {
  const { route, request, parts, session, reason } = asked;
  const now = parts.now();
  const officer = { id: session.officer, name: session.name, role: session.role };
  // First of all: a database cannot be asked for what is no text.
  const noPath = plainTextRefusal(request.params);
  if (noPath !== undefined) refuseByState(noPath);
  const standing = await relationOf(tx, { force: parts.force.id, officer: officer.id, now }, route.about?.(request));
  const access = mayDoAs(officer.role, route.operation, standing);
  if (!access.allowed) refuse(access.refused);
  const noText = plainTextRefusal({ ...asked.body, ...request.query, reason });
  if (noText !== undefined) refuseByState(noText);
  if (await needsOwnReason(tx, route.operation, parts)) {
    const enough = reasonFor(route.operation, reason);
    if (!enough.ok) refuse({ rule: "reason", says: enough.error, allows: [] });
  }
  const { params } = request;
  const query = Object.fromEntries(Object.entries(request.query).filter(([key]) => route.query?.includes(key)));
  const body = readStrictly(asked.body, "body", route.body);
  if (!body.ok) return misunderstand(body.error);
  return { tx, parts, session, officer, now, params, query, reason, standing, body: body.value };
}

async function needsOwnReason(tx: Transaction<CaseTables>, operation: OperationId, parts: DeskParts): Promise<boolean> {
  if (operation === "preview-report") return (await readSettings(tx, parts.force.id)).reasonBefore === "preview";
  return operations[operation].reason === "own";
}

function draftsOf<Body>(answer: DeskAnswer, route: Pick<DeskRoute, "method" | "operation">, call: DeskCall<Body>): readonly LogDraft[] {
  const { shown, entry = {}, also = [] } = answer;
  const base = { ...draftOf(route, call), case: call.standing.case ?? call.standing.toldIn ?? null, ...entry };
  const first = shown.length === 0 ? [base] : shown.map((person) => ({ ...base, person }));
  return [...first, ...also.map((one) => ({ ...base, ...one }))];
}

async function hinderedReply<Body>(
  { status, rule, body, keep }: Hindrance,
  { route, request, parts, session, reason }: Asked<Body>,
): Promise<DeskReply> {
  const about = route.about?.(request);
  // A reason that is no text is kept nowhere.
  const kept = reason !== undefined && plainTextRefusal(reason) === undefined ? reason : undefined;
  const draft: LogDraft = {
    ...draftOf(route, { session, reason: kept, params: request.params }),
    case: about !== undefined && "case" in about ? known(about.case) : null,
    result: "refused",
    rule,
  };
  const { entries } = await parts.log.write(async (tx) => {
    if (keep !== undefined) {
      await askAsMachine(tx);
      await keep(tx);
    }
    return { value: undefined, drafts: [draft] };
  });
  return { status, body: { ...body, ...sayLast(entries, session, route.operation) } };
}
