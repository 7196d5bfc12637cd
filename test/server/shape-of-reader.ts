/**
 * What a strict reader takes, as JSON Schema, found by asking it: nothing, then whatever it says is missing or is of another kind. The keys that it
 * asks for and that may be left out are heard as it asks; so are the values of a closed list. What is found is what the code reads,
 * and no second description that could say otherwise.
 */
import { readFileSync } from "node:fs";
import { mock } from "node:test";
import { type ReadValue, readStrictly } from "@unmask/core";

/** A part of what is offered to the reader, and what is known of it. */
interface Part {
  readonly path: string;
  offered: Offer;
  readonly left: Offer[];
  readonly keys: Map<string, Part>;
  readonly missing: Set<string>;
  /** Keys that the reader asked for. */
  readonly asked: Set<string>;
  /** Keys that it takes with a value that we do not know. */
  readonly unknown: Set<string>;
  /** Keys that it takes beside another value of a closed list than the one that is offered. */
  readonly beside: Map<string, Part>;
  /** Values of the closed lists that it looked in. */
  readonly values: Set<string>;
  isNullToo: boolean;
}

interface Offer {
  readonly type: "object" | "array" | "string" | "integer" | "boolean" | "any";
  readonly value?: unknown;
  readonly says?: object;
}

/** Looked for in every closed list, and in none. */
const nowhere = "not on any list";

/** What is offered in turn where an object is none. */
const offers: readonly Offer[] = [
  { type: "string", value: nowhere },
  { type: "string", value: "a few plain words" },
  { type: "string", value: "a-word" },
  { type: "integer", value: 1 },
  { type: "integer", value: Date.UTC(2026, 10, 27, 3) },
  { type: "boolean", value: true },
  { type: "array" },
  ...[
    ["2026-11-27", { format: "date" }],
    ["2026-11-27T03:00:00.000Z", { format: "date-time" }],
    ["2026-11-27T03:00", {}],
    ["2026-11", {}],
    ["03:00", {}],
    ["10", {}],
    ["R-2100", { pattern: "^R-\\d+$" }],
    ["T-2230", { pattern: "^T-\\d+$" }],
    ["E-1", { pattern: "^E-\\d+$" }],
    ["RF-1", { pattern: "^RF-\\d+$" }],
    ["D-1", { pattern: "^D-\\d+$" }],
    ["SA-1", { pattern: "^SA-\\d+$" }],
    ["L-1", { pattern: "^L-\\d+$" }],
    ["0412", { pattern: "^\\d+$" }],
    ["SPO-26-025", { pattern: "^[A-Z]{2,5}-\\d{2}-\\d{3,6}$" }],
    ["case/12", {}],
    ["person-0", {}],
    ["/queue", { pattern: "^/(?![/\\\\])[!-\\[\\]-~]*$" }],
    ["0".repeat(32), { pattern: "^[0-9a-f]{32}$" }],
    ["0".repeat(64), { pattern: "^[0-9a-f]{64}$" }],
  ].map(([value, says]): Offer => ({ type: "string", value, ...(typeof says === "object" && { says }) })),
  // The order of a force's queue: three groups, each once.
  {
    type: "array",
    value: ["breach", "repeat", "first"],
    says: { items: { type: "string", enum: ["breach", "repeat", "first"] }, minItems: 3, maxItems: 3, uniqueItems: true },
  },
  // The corners of an area, and a point, in degrees.
  {
    type: "array",
    value: [
      [51.5, -0.1],
      [51.6, -0.1],
      [51.6, -0.2],
    ],
    says: { items: { type: "array", items: { type: "number" }, minItems: 2, maxItems: 2 }, minItems: 3 },
  },
  { type: "array", value: [51.5, -0.1], says: { items: { type: "number" }, minItems: 2, maxItems: 2 } },
  { type: "any", value: null },
];

/** Keys of events, which a reader of commands takes out of a copy and so asks for unheard. */
const vectors: readonly { readonly body: object }[] = ["case-event", "order-event"].flatMap(
  (name) => JSON.parse(readFileSync(new URL(`../../docs/formats/vectors/${name}.json`, import.meta.url), "utf8")).events,
);
const keysOfEvents = new Set(["happened", ...vectors.flatMap(({ body }) => Object.keys(body))]);

/** Questions that a reader is asked at most: one that is asked more has no end. */
const mostQuestions = 12_000;

/** The shape; `{}` stands where a value of no kind that we know was taken. */
export function shapeOf(read: ReadValue<unknown>): object {
  const root = newPart("body");
  for (const key of keysOfEvents) root.asked.add(key);
  const tried = new Set<string>();
  let onTrial: Part | undefined;
  for (let asked = 0; asked < mostQuestions; asked += 1) {
    const fault = ask(read, root);
    if (fault !== undefined) {
      settle(root, fault, onTrial);
      continue;
    }
    const next = nextOptional(root, tried);
    if (next === undefined) {
      for (const part of partsOf(root)) hearNull(read, root, part);
      for (const part of partsOf(root)) for (const key of part.unknown) tryBeside(read, root, { part, key });
      return schemaOf(root);
    }
    tried.add(`${next.part.path}.${next.key}`);
    onTrial = newPart(`${next.part.path}.${next.key}`);
    next.part.keys.set(next.key, onTrial);
  }
  throw new Error("this reader has no end");
}

/** Offers a key that was not taken beside each value of the closed lists next to it: a way stands with "replaced", and only there. */
function tryBeside(read: ReadValue<unknown>, root: Part, { part, key }: { readonly part: Part; readonly key: string }): void {
  for (const list of [...part.keys.values()].filter(({ values }) => values.size > 0)) {
    const { offered } = list;
    for (const value of part.beside.has(key) ? [] : list.values) {
      list.offered = { type: "string", value };
      const fresh = newPart(`${part.path}.${key}`);
      part.keys.set(key, fresh);
      if (isTaken(read, root, fresh)) part.beside.set(key, fresh);
      part.keys.delete(key);
    }
    list.offered = offered;
  }
}

/** Whether one of the offers is taken there, with the keys that it may have, as far as each fault is of that place. */
function isTaken(read: ReadValue<unknown>, root: Part, fresh: Part): boolean {
  const tried = new Set<string>();
  let onTrial = fresh;
  for (let asked = 0; asked < mostQuestions; asked += 1) {
    const fault = ask(read, root);
    if (fault === undefined) {
      const next = nextOptional(fresh, tried);
      if (next === undefined) return true;
      tried.add(`${next.part.path}.${next.key}`);
      onTrial = newPart(`${next.part.path}.${next.key}`);
      next.part.keys.set(next.key, onTrial);
      continue;
    }
    const path = plainPath(fault.split(" ")[0] ?? "");
    if (path !== root.path && !path.startsWith(fresh.path)) return false;
    settle(root, fault, onTrial);
    if (!partsOf(root).includes(fresh)) return false;
  }
  return false;
}

/** Whether null is taken as well. */
function hearNull(read: ReadValue<unknown>, root: Part, part: Part): void {
  const { offered } = part;
  if (part === root || offered.type === "any") return;
  part.offered = { type: "any", value: null };
  part.isNullToo = ask(read, root) === undefined;
  part.offered = offered;
}

function newPart(path: string): Part {
  return {
    path,
    offered: { type: "object" },
    left: [...offers],
    keys: new Map(),
    missing: new Set(),
    asked: new Set(),
    unknown: new Set(),
    beside: new Map(),
    values: new Set(),
    isNullToo: false,
  };
}

/** Asks once; the fault as `path why`, undefined when all was taken. */
function ask(read: ReadValue<unknown>, root: Part): string | undefined {
  const lists: string[] = [];
  const get = Map.prototype.get;
  // A closed list is looked up in a map of its values (core/strict-json.ts, oneOf).
  const listening = mock.method(Map.prototype, "get", function (this: Map<unknown, unknown>, key: unknown) {
    if (key === nowhere) lists.push(...[...this.keys()].filter((one) => typeof one === "string"));
    return get.call(this, key);
  });
  try {
    const outcome = readStrictly(valueOf(root), "body", read);
    if (outcome.ok) return undefined;
    if (lists.length > 0) for (const value of lists) partAt(root, outcome.error.split(" ")[0] ?? "")?.values.add(value);
    return outcome.error;
  } catch {
    // A reader that reads on through what it has not looked at: what was offered is not what it takes.
    return "body is not what it reads";
  } finally {
    listening.mock.restore();
  }
}

function valueOf(part: Part): unknown {
  if (part.offered.type === "array" && part.offered.value === undefined) return [...part.keys.values()].map(valueOf);
  if (part.offered.type !== "object") return part.offered.value;
  const value = Object.fromEntries([...part.keys].map(([key, inner]) => [key, valueOf(inner)]));
  return new Proxy(value, {
    get: (target, key) => {
      if (typeof key === "string") part.asked.add(key);
      return Reflect.get(target, key);
    },
    getOwnPropertyDescriptor: (target, key) => {
      if (typeof key === "string") part.asked.add(key);
      return Reflect.getOwnPropertyDescriptor(target, key);
    },
  });
}

/** What a fault asks for: a key that is missing, one that does not belong there, or another value at its place. One of the whole is of the key on trial. */
function settle(root: Part, fault: string, onTrial: Part | undefined): void {
  const [path = "", ...why] = fault.split(" ");
  const place = partAt(root, path);
  const [owner, key] = ownerOf(root, path);
  // What is wrong inside a list that was offered whole is a fault of that list.
  if (place === undefined && !key.endsWith("]") && owner?.offered.type === "object" && !owner.keys.has(key)) {
    owner.keys.set(key, newPart(`${owner.path}.${key}`));
    owner.missing.add(key);
    return;
  }
  const last = [...(place?.keys.keys() ?? [])].at(-1);
  if (why.join(" ").startsWith("has a key that does not belong there") && last !== undefined) {
    place?.keys.delete(last);
    return;
  }
  const whole = place ?? nearest(root, path);
  const part = whole === root && onTrial !== undefined && partsOf(root).includes(onTrial) ? onTrial : whole;
  const [value] = part.values;
  const next = value !== undefined && part.offered.value === nowhere ? { type: "string" as const, value } : part.left.shift();
  if (next === undefined) return forget(root, part, fault);
  part.offered = next;
  part.keys.clear();
  if (next.type === "array" && next.value === undefined) part.keys.set("0", newPart(`${part.path}[0]`));
}

/** Nothing that is offered is taken there. */
function forget(root: Part, part: Part, fault: string): void {
  const [owner, key] = ownerOf(root, part.path);
  if (owner === undefined || owner.missing.has(key)) throw new Error(`nothing that was offered is taken: ${fault}`);
  owner.keys.delete(key);
  owner.unknown.add(key);
}

function ownerOf(root: Part, path: string): readonly [Part | undefined, string] {
  const plain = plainPath(path);
  const cut = plain.lastIndexOf(".");
  return [partAt(root, plain.slice(0, Math.max(cut, 0))), plain.slice(cut + 1)];
}

function partsOf(part: Part): readonly Part[] {
  return [part, ...[...part.keys.values()].flatMap(partsOf)];
}

/** A command's event stands in `body` for its reader, and beside the keys of the command on the wire; what it calls reason is `words` there. */
function plainPath(path: string): string {
  return path.replace(/^body\.body\.reason$/, "body.words").replace(/(^body|\])\.body\b/, "$1");
}

function partAt(root: Part, path: string): Part | undefined {
  const plain = plainPath(path);
  return partsOf(root).find((part) => part.path === plain);
}

function nearest(root: Part, path: string): Part {
  for (let cut = path; cut !== ""; cut = cut.replace(/(?:\.[^.[]*|\[\d+\])$|^[^.[]*$/, "")) {
    const part = partAt(root, cut);
    if (part !== undefined) return part;
  }
  return root;
}

function nextOptional(part: Part, tried: ReadonlySet<string>): { readonly part: Part; readonly key: string } | undefined {
  const key = [...part.asked].find((one) => !part.keys.has(one) && !tried.has(`${part.path}.${one}`));
  if (key !== undefined && part.offered.type === "object") return { part, key };
  for (const inner of part.keys.values()) {
    const found = nextOptional(inner, tried);
    if (found !== undefined) return found;
  }
  return undefined;
}

const anything: Part = { ...newPart(""), offered: { type: "any" } };

function schemaOf(part: Part): object {
  const { type, says } = part.offered;
  if (type === "any") return {};
  const kinds = part.isNullToo ? [type, "null"] : type;
  if (part.values.size > 0) return { type: kinds, enum: [...part.values, ...(part.isNullToo ? [null] : [])] };
  if (type === "array" && says === undefined) return { type: kinds, items: schemaOf(part.keys.get("0") ?? newPart("")) };
  if (type !== "object") return { type: kinds, ...says };
  const unknown = [...part.unknown].map((key): [string, object] => [key, schemaOf(part.beside.get(key) ?? anything)]);
  const properties = Object.fromEntries([...[...part.keys].map(([key, inner]): [string, object] => [key, schemaOf(inner)]), ...unknown]);
  return { type: kinds, properties, ...(part.missing.size > 0 && { required: [...part.missing] }) };
}
