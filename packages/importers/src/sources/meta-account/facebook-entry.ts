import { type When, owner } from "@unmask/core";
import { type JsonObject, filledField, integerField, objectField, objectsField } from "@unmask/formats";
import { parseIdentity } from "../../identity.ts";
import type { EntryReading } from "../../json-lists.ts";
import { deviceIdentity, whenOfSeconds } from "./entry.ts";

/** Entries of Facebook's lists, which have plain fields. See docs/formats/sources/meta.md. */

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
export function readActivity(value: JsonObject): EntryReading {
  const isLogout = /log(?:ged)?[ -]?out/i.test(filledField(value, "action") ?? "");
  const from = deviceIdentity(filledField(value, "user_agent"));
  return { kind: isLogout ? "other" : "login", when: secondsOf(value, "timestamp"), from, to: [owner], text: fieldLines(value) };
}

/** A device that is signed in. */
export function readActiveSession(value: JsonObject): EntryReading {
  const from = deviceIdentity(filledField(value, "user_agent") ?? filledField(value, "device"));
  return { kind: "device", when: secondsOf(value, "created_timestamp", "updated_timestamp"), from, to: [owner], text: fieldLines(value) };
}

/** A change of the account: its old and new address or number stand under `extra_info`. */
export function readAdminRecord(value: JsonObject): EntryReading {
  const session = objectField(value, "session") ?? {};
  const extra = Object.entries(objectField(value, "extra_info") ?? {}).flatMap(([key, one]) =>
    typeof one === "string" && one !== "" ? [`${key}: ${one}`] : [],
  );
  const text = [filledField(value, "event") ?? "", ...extra, fieldLines(session)].filter((line) => line !== "").join("\n");
  const when = secondsOf(session, "created_timestamp", "timestamp") ?? secondsOf(value, "timestamp");
  return { kind: "other", when, from: deviceIdentity(filledField(session, "user_agent")), to: [owner], text };
}

/** A comment, her own unless it names its author. */
export function readFacebookComment(value: JsonObject, country: string): EntryReading {
  const comment =
    objectsField(value, "data")
      .map((one) => objectField(one, "comment"))
      .find((one) => one !== undefined) ?? {};
  const author = filledField(comment, "author");
  const text = filledField(comment, "comment") ?? filledField(value, "title") ?? null;
  const from = author === undefined ? owner : parseIdentity(author, country);
  return { kind: "comment", when: secondsOf(comment, "timestamp") ?? secondsOf(value, "timestamp"), from, to: [], text };
}

/** A person who did something towards her: became a friend, asked to. */
export function readPerson(value: JsonObject, country: string, { kind, text }: Pick<EntryReading, "kind" | "text">): EntryReading {
  return { kind, when: secondsOf(value, "timestamp"), from: parseIdentity(filledField(value, "name") ?? "", country), to: [owner], text };
}
