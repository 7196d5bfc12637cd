import { type Act, type Flag, type Identity, type Reading, normalName, owner } from "@unmask/core";
import { type Importer, type ReadContext, act, coversAt, covering, notice, unread } from "../../importer.ts";
import { type JsonObject, filledField, isJsonObject, stringField, scanJsonBytes } from "@unmask/formats";
import { type EntryReading, type JsonList, readListEntry } from "../../json-lists.ts";
import { type JsonRecord, type JsonRecordReader, readJsonRecords } from "../../json-records.ts";
import { type ThreadName, besideInJson, findsThreadNames, writeOverJson } from "../../write-over.ts";

import {
  type TelegramChat,
  type TelegramEvidence,
  authorOf,
  chatKey,
  chatOpenings,
  chatValues,
  gatherTelegramEvidence,
  identityOf,
  isChannel,
  learnChatField,
  messagePaths,
  recipientsOf,
  unshift,
} from "./chat.ts";
import { attachmentsOf, hasFile, marksOf, reactionsOf, readService, timeOf, wordsOf } from "./message.ts";

/**
 * Telegram Desktop, "Export chat history" and "Export Telegram data": `result.json`. Times are UTC seconds in newer exports, the exporter's
 * wall time in older ones. Shapes and fields of the ids: docs/formats/sources/telegram.md
 */
export const telegram: Importer = {
  id: "telegram",
  label: "Telegram Desktop (result.json)",
  version: "2",
  recognises({ text }) {
    return isChat(text) || isFullExport(text);
  },
  // By her own profile it is told which messages are hers.
  writeOver: (bytes, reading, encoding) =>
    "notice" in reading && reading.notice.says === ownProfile ? "stays" : writeOverJson(bytes, reading, encoding),
  beside: besideInJson({
    acts: ["reactions[].recent[]"],
    by: ["from", "from_id"],
    names: ["forwarded_from", "forwarded_from_id", "saved_from"],
  }),
  threadNames: (bytes) => [
    ...findAccounts(bytes).map((one) => {
      const id = Number(new TextDecoder().decode(bytes.subarray(one.start, one.end)));
      return { ...one, normals: [`telegram:${id}`, `telegram:${unshift(id)}`] };
    }),
    ...titlesOfGroups(bytes),
  ],
  spelling: "json",
  async *read(source, context) {
    const evidence = await gatherTelegramEvidence(source, context);
    yield* readJsonRecords(source, context, createReader(evidence, context));
  },
};

/** Numbers of accounts outside of quotes: with whom a chat between two is, who is mentioned, whose words were passed on, who reacted. */
const findAccounts = findsThreadNames([
  ["account", /"type"\s*:\s*"(?:personal|bot)_chat"\s*,\s*"id"\s*:\s*(\d+)/dg],
  ["account", /"(?:user_id|forwarded_from_id|saved_from_id|reply_to_peer_id)"\s*:\s*(\d+)/dg],
]);

/** Titles of groups, with the number that stands behind each. */
function titlesOfGroups(bytes: Uint8Array): readonly ThreadName[] {
  const text = new TextDecoder("latin1").decode(bytes);
  return [...text.matchAll(titleOfGroup)].map((match) => {
    const [start, end] = match.indices?.[1] ?? [0, 0];
    return { start, end, what: "title", thread: `telegram:group:${unshift(Number(match[2]))}` };
  });
}

const titleOfGroup =
  /"name"\s*:\s*"((?:[^"\\]|\\.)*)"\s*,\s*"type"\s*:\s*"(?:private|public)_(?:group|supergroup|channel)"\s*,\s*"id"\s*:\s*(\d+)/dgs;

const chatTypes =
  /"type"\s*:\s*"(?:personal_chat|bot_chat|saved_messages|replies|verification_codes|(?:private|public)_(?:group|supergroup|channel))"/;

function isChat(text: string): boolean {
  if (!/^\s*\{/.test(text) || !/"messages"\s*:\s*\[/.test(text)) return false;
  return chatTypes.test(text) || /"(?:date_unixtime|text_entities|from_id)"\s*:/.test(text);
}

/** The chats of a full export may begin far behind the head, after contacts and sessions. */
function isFullExport(text: string): boolean {
  if (!/^\s*\{\s*"(?:about|personal_information)"\s*:/.test(text)) return false;
  return /"(?:personal_information|frequent_contacts|sessions|web_sessions|chats|left_chats)"\s*:\s*\{/.test(text);
}

const ownProfile = "profile of the account";
const sessionPaths = ["sessions.list[]", "web_sessions.list[]"];
const sections: ReadonlyMap<string, string> = new Map([
  ["personal_information", ownProfile],
  ["profile_pictures", "profile pictures of the account"],
  ["stories", "stories of the account"],
  ["contacts", "contacts of the account"],
  ["frequent_contacts", "frequent contacts of the account"],
  ["other_data", "other data of the account"],
]);

function createReader(evidence: TelegramEvidence, context: ReadContext): JsonRecordReader {
  let next = 0;
  let chat: TelegramChat = evidence.chats[0] ?? { authors: new Map() };
  const recipients = new Map<Identity, readonly Identity[]>();
  let latest = Number.NEGATIVE_INFINITY;
  const sessions = sessionsOf(evidence.account, context);
  return {
    plan: { records: [...messagePaths, ...sessionPaths], openings: chatOpenings, values: chatValues },
    sections,
    opens() {
      chat = evidence.chats[next++] ?? { authors: new Map() };
      recipients.clear();
      latest = Number.NEGATIVE_INFINITY;
    },
    meets(path, value) {
      learnChatField(chat, path, path.endsWith("id") && typeof value === "number" && evidence.isOld ? unshift(value) : value);
    },
    reads(record) {
      if (sessionPaths.includes(record.path)) return [readListEntry(record, { family: "telegram", list: sessions }, context)];
      const entry = readEntry(record, chat, context);
      if (!("time" in entry)) return [entry];
      const { earliest } = entry.time.when;
      const isLate = earliest < latest;
      if (!isLate) latest = earliest;
      const scene: Scene = { chat, recipients, account: evidence.account, context, record, order: isLate ? outOfOrder : none };
      return hasFile(record.value) ? readWithFiles(entry, scene) : readActs(entry, scene, noFiles);
    },
  };
}

const none: readonly Flag[] = [];
const outOfOrder: readonly Flag[] = ["out-of-order"];
const noFiles: Files = { attachments: [], flags: none };

type Files = Awaited<ReturnType<typeof attachmentsOf>>;

/** Where a message stands. */
interface Scene {
  readonly chat: TelegramChat;
  /** Whom each author of the chat reaches. */
  readonly recipients: Map<Identity, readonly Identity[]>;
  readonly account: Identity | undefined;
  readonly context: ReadContext;
  readonly record: JsonRecord;
  readonly order: readonly Flag[];
}

type Entry = Pick<Act, "kind" | "text" | "flags" | "duration"> & { readonly time: NonNullable<ReturnType<typeof timeOf>> };

/** What the entry is by itself: an act with its time, or already a reading. */
function readEntry(record: JsonRecord, chat: TelegramChat, context: ReadContext): Entry | Reading {
  const { value, span } = record;
  const type = stringField(value, "type") ?? "message";
  if (type === "unsupported") return notice("a message that the export left out: it says only that there was one", span);
  if (type !== "message" && type !== "service") return unread("an entry of a kind that is not known", span);
  const service = type === "service" ? readService(value) : undefined;
  const time = timeOf(value, "date", context);
  if (service && "says" in service) return covering(notice(service.says, span), coversAt(time));
  if (!time) return unread("a message without a possible time", span);
  if (service) return { ...service, time };
  return { kind: isChannel(chat) ? "post" : "message", text: wordsOf(value), flags: marksOf(value), time };
}

async function readWithFiles(entry: Entry, scene: Scene): Promise<readonly Reading[]> {
  return readActs(entry, scene, await attachmentsOf(scene.record.value, scene.context));
}

function readActs(entry: Entry, scene: Scene, files: Files): readonly Reading[] {
  const { chat, context, record, order } = scene;
  const { value, span } = record;
  const { kind, text, duration, time } = entry;
  const from = authorOf(value);
  const sourceId = sourceIdOf(value);
  const place = sourceId === undefined ? `${time.when.wrote}\u001f${from.normal}` : `${chatKey(chat)}\u001f${sourceId}`;
  const message: Act = {
    id: context.tally.idOf("telegram", [kind, place, text ?? ""]),
    kind,
    channel: "telegram",
    when: time.when,
    from,
    to: recipientsIn(scene, from),
    text,
    attachments: files.attachments,
    flags: [...entry.flags, ...files.flags, ...time.flags, ...order, ...record.flags],
    grade: "structured-export",
    source: span,
    ...(duration === undefined ? {} : { duration }),
    ...(chat.name === undefined ? {} : { thread: chat.name }),
    ...(sourceId === undefined ? {} : { sourceId }),
  };
  return "reactions" in value ? [act(message), ...readReactions(message, place, scene)] : [act(message)];
}

/** Recipients of an author are worked out once for a chat. Bounded: a group has many authors and one recipient. */
function recipientsIn({ chat, recipients, account }: Scene, from: Identity): readonly Identity[] {
  const known = recipients.get(from);
  if (known) return known;
  const to = recipientsOf(chat, from, account);
  if (recipients.size < mostRecipients) recipients.set(from, to);
  return to;
}

const mostRecipients = 256;

function sourceIdOf(value: JsonObject): string | undefined {
  const id = value["id"];
  return typeof id === "number" || (typeof id === "string" && id !== "") ? String(id) : undefined;
}

const reactionPlan = { records: ["reactions[].recent[]"] };

/** Reactions that say by whom and when. Their spans lie inside the span of their message. */
function readReactions(message: Act, place: string, { chat, context, record }: Scene): readonly Reading[] {
  const spots = scanJsonBytes(record.bytes, reactionPlan).filter((piece) => piece.piece === "record");
  return reactionsOf(record.value).flatMap(({ sign, recent }, i) => {
    const spot = spots[i];
    if (!spot || !isJsonObject(recent)) return [];
    const time = timeOf(recent, "date", context);
    const from = identityOf(recent["from_id"], stringField(recent, "from"));
    if (!time || from.kind === "withheld") return [];
    return [
      act({
        id: context.tally.idOf("telegram", ["reaction", place, from.normal, time.when.wrote, sign ?? ""]),
        kind: "reaction",
        channel: "telegram",
        when: time.when,
        from,
        to: message.from.kind === "withheld" ? [] : [message.from],
        text: sign,
        attachments: [],
        flags: time.flags,
        grade: "structured-export",
        source: context.spanOf(record.start + spot.start, record.start + spot.end),
        ...(chat.name === undefined ? {} : { thread: chat.name }),
      }),
    ];
  });
}

/** Devices and sites that were signed in when the export was made. Their time is when they signed in. */
function sessionsOf(account: Identity | undefined, context: ReadContext): JsonList {
  return { entry: "a device that is signed in", channel: "telegram", reads: (session) => readSession(session, account, context) };
}

function readSession(session: JsonObject, account: Identity | undefined, context: ReadContext): EntryReading {
  const created = timeOf(session, "created", context);
  const isKnown = created !== undefined && created.when.earliest > 0;
  const time = isKnown ? created : timeOf(session, "last_active", context);
  const fields = (keys: readonly string[]): string =>
    keys
      .map((key) => filledField(session, key))
      .filter((one) => one !== undefined)
      .join(" ");
  const device = fields(["device_model", "browser", "platform", "system_version"]);
  const lines = [
    device,
    fields(["application_name", "application_version", "domain_name", "bot_username"]),
    `IP ${fields(["last_ip"]) || "not given"}, ${[fields(["last_region"]), fields(["last_country"])].filter((one) => one !== "").join(", ")}`,
    ...(isKnown ? [`last active ${stringField(session, "last_active") ?? "not given"}`] : []),
  ];
  const text = lines.filter((line) => line !== "").join("\n");
  const when = time && time.when.earliest > 0 ? time.when : undefined;
  return {
    kind: "device",
    when,
    from: { kind: "device", wrote: device, normal: normalName(device) },
    to: [account ?? owner],
    text,
    flags: time?.flags ?? none,
    idFields: ["device", when?.wrote ?? "", text],
  };
}
