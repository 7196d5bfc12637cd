import { owner, withheld } from "@unmask/core";
import type { Importer } from "../../importer.ts";
import { type JsonList, type ListHead, listImporter } from "../../json-lists.ts";
import { repairObject } from "../../meta-text.ts";
import {
  type AccountEntry,
  type EntryWords,
  commentOf,
  deviceOf,
  headed,
  identityOfEntry,
  linesOf,
  named,
  readAccountEntry,
  whenOfEntry,
} from "./entry.ts";
import { readActiveSession, readActivity, readAdminRecord, readFacebookComment, readPerson } from "./facebook-entry.ts";

/**
 * Lists of an Instagram or Facebook account that bear on stalking: followers, blocks, requests, own comments, log-ins, devices and changes of
 * the account. Files of other shapes are left to be kept whole. Shapes: docs/formats/sources/meta.md
 */
export const metaAccount: Importer = listImporter({
  id: "meta-account",
  label: "Instagram and Facebook account lists (JSON)",
  version: "1",
  listsIn,
  repairs: repairObject,
});

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
const listByKey: ReadonlyMap<string, JsonList> = new Map([
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
const listByFile: readonly { readonly file: RegExp; readonly list: JsonList }[] = [
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
function listsIn({ name, text }: ListHead): ReadonlyMap<string, JsonList> | undefined {
  const key = /^\s*\{\s*"([a-z0-9_]{1,64})"\s*:\s*\[/.exec(text)?.[1];
  const keyed = key === undefined ? undefined : listByKey.get(key);
  if (key !== undefined && keyed) return new Map([[`${key}[]`, keyed]]);
  if (!/"(?:string_list_data|string_map_data|label_values)"\s*:/.test(text)) return undefined;
  const file = name.slice(name.lastIndexOf("/") + 1).toLowerCase();
  const list = listByFile.find((one) => one.file.test(file))?.list;
  if (!list) return undefined;
  return /^\s*\[/.test(text) ? new Map([["[]", list]]) : /^\s*\{/.test(text) ? new Map([["", list]]) : undefined;
}

function instagram(of: string, says: (entry: AccountEntry) => EntryWords): JsonList {
  return {
    channel: "instagram",
    entry: `an entry of the list of ${of}`,
    reads(value) {
      const entry = readAccountEntry(value);
      return { ...says(entry), when: whenOfEntry(entry) };
    },
  };
}

function facebook(of: string, reads: JsonList["reads"]): JsonList {
  return { channel: "facebook", entry: `an entry of the list of ${of}`, reads };
}
