import {
  type Act,
  type Channel,
  type Identity,
  type Kind,
  type Reading,
  type Source,
  type When,
  normalName,
  owner,
  withheld,
} from "@unmask/core";
import { farDate, type JsonObject, filledField, integerField, objectField, objectsField, readStretch } from "@unmask/formats";
import { parseIdentity } from "../../identity.ts";
import { type Importer, type ReadContext, type SourceHead, act, headSize, notice } from "../../importer.ts";

import { type JsonRecord, readJsonRecords } from "../../json-records.ts";
import { type AccountEntry, identityOfEntry, readAccountEntry, whenOfEntry, whenOfSeconds } from "./entry.ts";
import { repairObject } from "../../meta-text.ts";

/**
 * Lists of an Instagram or Facebook account that bear on stalking: followers, blocks, requests, own comments, log-ins, devices and changes of
 * the account. Files of other shapes are left to be kept whole. Shapes: docs/formats/sources/meta.md
 */
export const metaAccount: Importer = {
  id: "meta-account",
  label: "Instagram and Facebook account lists (JSON)",
  version: "1",
  recognises: (head) => listOf(head) !== undefined,
  async *read(source, context) {
    const list = listOf(await headOf(source));
    if (!list) return;
    yield* readJsonRecords(source, context, {
      plan: { records: [list.path] },
      reads: (record) => [readRecord(record, list.says, context)],
    });
  },
};

/** What an entry says. Without a time it is a notice; `to` and `from` as far as the list tells. */
interface EntryReading {
  readonly kind: Kind;
  readonly when: When | undefined;
  readonly from: Identity;
  readonly to: readonly Identity[];
  readonly text: string | null;
}

interface AccountList {
  readonly channel: Channel;
  /** What it is a list of, for a notice: "an entry of the list of followers". */
  readonly of: string;
  reads(value: JsonObject, country: string): EntryReading;
}

const followers = instagram("followers", (entry) => ({
  kind: "follow",
  from: identityOfEntry(entry) ?? withheld,
  to: [owner],
  text: null,
}));
const following = instagram("accounts followed", (entry) => ({ kind: "follow", from: owner, to: named(entry), text: null }));
const requestsSent = instagram("follow requests sent", (entry) => ({ kind: "request", from: owner, to: named(entry), text: null }));
const requestsReceived = instagram("follow requests received", (entry) => ({
  kind: "request",
  from: identityOfEntry(entry) ?? withheld,
  to: [owner],
  text: null,
}));
const blocked = instagram("blocked accounts", (entry) => ({ kind: "block", from: owner, to: named(entry), text: null }));
const restricted = instagram("restricted accounts", (entry) => ({ kind: "other", from: owner, to: named(entry), text: "Restricted" }));
const unfollowed = instagram("accounts unfollowed", (entry) => ({ kind: "other", from: owner, to: named(entry), text: "Unfollowed" }));
const comments = instagram("own comments", commentOf);
const logins = instagram("log-ins", (entry) => ({ kind: "login", from: deviceOf(entry), to: [owner], text: linesOf(entry) }));
const logouts = instagram("log-outs", (entry) => ({
  kind: "other",
  from: deviceOf(entry),
  to: [owner],
  text: headed("Logged out", entry),
}));
const passwords = instagram("password changes", (entry) => ({
  kind: "other",
  from: deviceOf(entry),
  to: [owner],
  text: headed("Password changed", entry),
}));
const devices = instagram("devices", (entry) => ({ kind: "device", from: deviceOf(entry), to: [owner], text: linesOf(entry) }));

/** Lists under a key of their own. */
const listByKey: ReadonlyMap<string, AccountList> = new Map([
  ["relationships_followers", followers],
  ["relationships_following", following],
  ["relationships_follow_requests_sent", requestsSent],
  ["relationships_permanent_follow_requests", requestsSent],
  ["relationships_follow_requests_received", requestsReceived],
  ["relationships_blocked_users", blocked],
  ["relationships_restricted_users", restricted],
  ["relationships_unfollowed_users", unfollowed],
  ["comments_media_comments", comments],
  ["comments_reels_comments", comments],
  ["comments_story_comments", comments],
  ["account_history_login_history", logins],
  ["account_history_logout_history", logouts],
  ["account_history_password_change_history", passwords],
  ["devices_devices", devices],
  ["account_activity_v2", facebook("account activity", readActivity)],
  ["account_accesses_v2", facebook("log-ins and log-outs", readActivity)],
  ["active_sessions_v2", facebook("devices signed in", readActiveSession)],
  ["admin_records_v2", facebook("changes of the account", readAdminRecord)],
  ["comments_v2", facebook("own comments", readFacebookComment)],
  ["friends_v2", facebook("friends", (value, country) => readPerson(value, country, { kind: "other", text: "Became friends" }))],
  [
    "received_requests_v2",
    facebook("friend requests received", (value, country) => readPerson(value, country, { kind: "request", text: null })),
  ],
]);

/** Bare lists, whose meaning only the name of the file tells. */
const listByFile: readonly { readonly file: RegExp; readonly list: AccountList }[] = [
  { file: /^followers(?:_\d+)?\.json$/, list: followers },
  { file: /^following(?:_\d+)?\.json$/, list: following },
  { file: /^(?:recent|pending)_follow_requests\.json$/, list: requestsSent },
  { file: /^follow_requests_you.?.?ve_received\.json$/, list: requestsReceived },
  { file: /^blocked_(?:profiles|accounts)\.json$/, list: blocked },
  { file: /^restricted_(?:profiles|accounts)\.json$/, list: restricted },
  { file: /^recently_unfollowed_(?:profiles|accounts)\.json$/, list: unfollowed },
  { file: /^(?:post_comments(?:_\d+)?|reels_comments)\.json$/, list: comments },
];

/** Finds the list and where its entries stand: under a key, as a bare list, or as one entry alone, which is how a list of one is written. */
function listOf({ name, text }: Pick<SourceHead, "name" | "text">): { readonly path: string; readonly says: AccountList } | undefined {
  const key = /^\s*\{\s*"([a-z0-9_]{1,64})"\s*:\s*\[/.exec(text)?.[1];
  const keyed = key === undefined ? undefined : listByKey.get(key);
  if (key !== undefined && keyed) return { path: `${key}[]`, says: keyed };
  if (!/"(?:string_list_data|string_map_data|label_values)"\s*:/.test(text)) return undefined;
  const file = name.slice(name.lastIndexOf("/") + 1).toLowerCase();
  const says = listByFile.find((one) => one.file.test(file))?.list;
  if (!says) return undefined;
  return /^\s*\[/.test(text) ? { path: "[]", says } : /^\s*\{/.test(text) ? { path: "", says } : undefined;
}

async function headOf(source: Source): Promise<Pick<SourceHead, "name" | "text">> {
  const bytes = await readStretch(source, 0, headSize);
  return { name: source.name, text: new TextDecoder().decode(bytes, { stream: true }) };
}

function readRecord(record: JsonRecord, list: AccountList, context: ReadContext): Reading {
  const { value, isDoubtful } = repairObject(record.value);
  const { kind, when, from, to, text } = list.reads(value, context.country);
  if (!when) return notice(`an entry of the list of ${list.of}, without a time`, record.span);
  const words = text === "" ? null : text;
  return act({
    id: context.tally.idOf("meta-account", [kind, when.wrote, from.normal, ...to.map(({ normal }) => normal), words ?? ""]),
    kind,
    channel: list.channel,
    when,
    from,
    to,
    text: words,
    attachments: [],
    flags: [...farDate(when.earliest, context.now), ...(isDoubtful ? (["decoding-doubtful"] as const) : record.flags)],
    grade: "structured-export",
    source: record.span,
  } satisfies Act);
}

function instagram(of: string, says: (entry: AccountEntry) => Omit<EntryReading, "when">): AccountList {
  return {
    channel: "instagram",
    of,
    reads(value) {
      const entry = readAccountEntry(value);
      return { ...says(entry), when: whenOfEntry(entry) };
    },
  };
}

function facebook(of: string, reads: AccountList["reads"]): AccountList {
  return { channel: "facebook", of, reads };
}

function named(entry: AccountEntry): readonly Identity[] {
  const identity = identityOfEntry(entry);
  return identity ? [identity] : [];
}

/** The first value is the comment, the second the account under whose post it stands; a known label outranks the order. */
function commentOf({ labelled }: AccountEntry): Omit<EntryReading, "when"> {
  const byLabel = new Map(labelled.map(({ label, value }) => [label, value]));
  const text = byLabel.get("Comment") ?? (byLabel.has("Media Owner") ? undefined : labelled[0]?.value) ?? null;
  const mediaOwner = byLabel.get("Media Owner") ?? labelled[1]?.value;
  return {
    kind: "comment",
    from: owner,
    to: mediaOwner === undefined ? [] : named({ title: undefined, labelled, seconds: undefined, handle: mediaOwner }),
    text,
  };
}

/** What was used to sign in, as the source describes it: the value that reads like an app or a browser, else nobody. */
function deviceOf({ labelled, title }: AccountEntry): Identity {
  const values = [...labelled.map(({ value }) => value), ...(title === undefined ? [] : [title])];
  return deviceIdentity(values.find((value) => /^(?:Instagram |Mozilla\/|Barcelona |Dalvik\/)/.test(value)));
}

function deviceIdentity(wrote: string | undefined): Identity {
  return wrote === undefined ? withheld : { kind: "device", wrote, normal: normalName(wrote) };
}

function linesOf({ labelled }: AccountEntry): string {
  return labelled.map(({ label, value }) => `${label}: ${value}`).join("\n");
}

function headed(head: string, entry: AccountEntry): string {
  return `${head}\n${linesOf(entry)}`.trim();
}

const activityFields = [
  "action",
  "event",
  "site",
  "site_name",
  "app",
  "device",
  "user_agent",
  "ip_address",
  "location",
  "city",
  "region",
  "country",
];

function fieldLines(value: JsonObject): string {
  return activityFields
    .map((key) => filledField(value, key))
    .filter((one) => one !== undefined)
    .join("\n");
}

function secondsOf(value: JsonObject, ...keys: readonly string[]): When | undefined {
  for (const key of keys) {
    const seconds = integerField(value, key);
    const when = seconds === undefined ? undefined : whenOfSeconds(seconds);
    if (when) return when;
  }
  return undefined;
}

/** A log-out is no log-in; what else happened in a session is told by its own words. */
function readActivity(value: JsonObject): EntryReading {
  const isLogout = /log(?:ged)?[ -]?out/i.test(filledField(value, "action") ?? "");
  const from = deviceIdentity(filledField(value, "user_agent"));
  return { kind: isLogout ? "other" : "login", when: secondsOf(value, "timestamp"), from, to: [owner], text: fieldLines(value) };
}

function readActiveSession(value: JsonObject): EntryReading {
  const from = deviceIdentity(filledField(value, "user_agent") ?? filledField(value, "device"));
  return { kind: "device", when: secondsOf(value, "created_timestamp", "updated_timestamp"), from, to: [owner], text: fieldLines(value) };
}

/** A change of the account: its old and new address or number stand under `extra_info`. */
function readAdminRecord(value: JsonObject): EntryReading {
  const session = objectField(value, "session") ?? {};
  const extra = Object.entries(objectField(value, "extra_info") ?? {}).flatMap(([key, one]) =>
    typeof one === "string" && one !== "" ? [`${key}: ${one}`] : [],
  );
  const text = [filledField(value, "event") ?? "", ...extra, fieldLines(session)].filter((line) => line !== "").join("\n");
  const when = secondsOf(session, "created_timestamp", "timestamp") ?? secondsOf(value, "timestamp");
  return { kind: "other", when, from: deviceIdentity(filledField(session, "user_agent")), to: [owner], text };
}

function readFacebookComment(value: JsonObject, country: string): EntryReading {
  const comment =
    objectsField(value, "data")
      .map((one) => objectField(one, "comment"))
      .find((one) => one !== undefined) ?? {};
  const author = filledField(comment, "author");
  const text = filledField(comment, "comment") ?? filledField(value, "title") ?? null;
  const from = author === undefined ? owner : parseIdentity(author, country);
  return { kind: "comment", when: secondsOf(comment, "timestamp") ?? secondsOf(value, "timestamp"), from, to: [], text };
}

function readPerson(value: JsonObject, country: string, { kind, text }: Pick<EntryReading, "kind" | "text">): EntryReading {
  return { kind, when: secondsOf(value, "timestamp"), from: parseIdentity(filledField(value, "name") ?? "", country), to: [owner], text };
}
