import type { Identity, IdentityKind, Kind } from "@unmask/core";
import type { PlacedAct } from "./placed-act.ts";
import { sayCount, sayFew, sayList } from "./sentences.ts";

/** What a person calls an act of a kind: one, several. */
const nounByKind: Readonly<Record<Kind, readonly [string, string]>> = {
  message: ["message", "messages"],
  call: ["call", "calls"],
  voicemail: ["voicemail", "voicemails"],
  reaction: ["reaction", "reactions"],
  comment: ["comment", "comments"],
  post: ["post", "posts"],
  mention: ["mention", "mentions"],
  follow: ["follow", "follows"],
  request: ["request", "requests"],
  view: ["view", "views"],
  block: ["block", "blocks"],
  login: ["log-in", "log-ins"],
  device: ["device", "devices"],
  location: ["location record", "location records"],
  transfer: ["bank transfer", "bank transfers"],
  visit: ["visit", "visits"],
  following: ["time that you were followed", "times that you were followed"],
  gift: ["thing left or sent", "things left or sent"],
  damage: ["thing damaged", "things damaged"],
  threat: ["threat", "threats"],
  entry: ["time that somebody came in", "times that somebody came in"],
  check: ["thing found by a check", "things found by a check"],
  other: ["other thing", "other things"],
};

/** Kinds beyond this many are summed up as other things: a sentence holds four numbers, the table holds them all. */
const mostKindsSaid = 4;

/** "214 messages", "180 messages, 31 calls and 3 log-ins". */
export function sayKinds(acts: readonly PlacedAct[]): string {
  const countByKind = new Map<Kind, number>();
  for (const { kind } of acts) countByKind.set(kind, (countByKind.get(kind) ?? 0) + 1);
  const sorted = [...countByKind].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const said = sorted.slice(0, sorted.length > mostKindsSaid ? mostKindsSaid - 1 : mostKindsSaid);
  const rest = sorted.slice(said.length).reduce((sum, [, count]) => sum + count, 0);
  const words = said.map(([kind, count]) => sayKind(kind, count));
  return sayList(rest > 0 ? [...words, sayCount(rest, "other thing")] : words);
}

/** "1 call", "31 calls". */
function sayKind(kind: Kind, count: number): string {
  const [one, several] = nounByKind[kind];
  return sayCount(count, one, several);
}

const nounByIdentity: Readonly<Record<IdentityKind, readonly [string, string]>> = {
  phone: ["number", "numbers"],
  email: ["mail address", "mail addresses"],
  handle: ["account", "accounts"],
  id: ["account", "accounts"],
  name: ["name", "names"],
  device: ["device", "devices"],
  group: ["group", "groups"],
  owner: ["phone of yours", "phones of yours"],
  withheld: ["withheld number", "withheld numbers"],
};

/** "three numbers", "one number, two accounts and one withheld number": the identities that the acts came from. */
export function sayIdentities(acts: readonly PlacedAct[]): string {
  const normalsByNoun = new Map<string, { readonly several: string; readonly normals: Set<string> }>();
  for (const { act } of acts) {
    const [one, several] = nounByIdentity[act.from.kind];
    let entry = normalsByNoun.get(one);
    if (!entry) normalsByNoun.set(one, (entry = { several, normals: new Set() }));
    entry.normals.add(act.from.normal);
  }
  return sayList([...normalsByNoun].map(([one, { several, normals }]) => `${sayFew(normals.size)} ${normals.size === 1 ? one : several}`));
}

/** The identity as the source wrote it, with the name shown beside it: "07700 900142 (R)". */
export function sayIdentity({ kind, wrote, name }: Identity): string {
  if (kind === "withheld") return "withheld number";
  const said = wrote === "" ? (nounByIdentity[kind][0] ?? kind) : wrote;
  return name === undefined || name === wrote ? said : `${said} (${name})`;
}
