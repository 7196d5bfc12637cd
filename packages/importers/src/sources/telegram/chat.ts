import { type Identity, type Source, nameForm, owner, withheld } from "@unmask/core";
import type { ReadContext } from "../../importer.ts";
import { type JsonObject, filledField, integerField, isJsonObject, parseJson, stringField, type JsonPlan, scanJson } from "@unmask/formats";
import { decodeJson } from "../../json-records.ts";

/**
 * Whose chat it is, gathered in the first pass: the peer of a chat and the owner of the account. See docs/formats/sources/telegram.md.
 */
export interface TelegramChat {
  /** As the source names it; undefined for saved messages and deleted accounts. */
  name?: string;
  /** "personal_chat", "private_supergroup" …; undefined when the source does not say. */
  type?: string;
  /** The number the source gives it, without the shift of old exports. */
  id?: number;
  /** The first few different authors. */
  readonly authors: Map<string, Identity>;
}

/** What the first pass found. */
export interface TelegramEvidence {
  /** In the order of the document, as far as the pass went. */
  readonly chats: readonly TelegramChat[];
  /** Ids are numbers, as until May 2021. */
  readonly isOld: boolean;
  /** The holder of the account, where a full export names her. */
  readonly account: Identity | undefined;
}

/** Most chats remembered: a document of a million empty chats must not fill the memory. Messages of later ones have no thread. */
const mostChats = 100_000;
/** Authors remembered of a chat: a third one tells that it is no talk between two. */
const mostAuthors = 3;
/** Records of a chat looked at in search of its authors. A chat in which one side wrote this many in a row leaves the other unnamed. */
const mostSearched = 20_000;

const chatLists = ["chats.list[]", "left_chats.list[]"] as const;

/** Where messages stand: a single chat, or the chats of a full export. */
export const messagePaths: readonly string[] = ["messages[]", ...chatLists.map((list) => `${list}.messages[]`)];
/** Where chats begin. */
export const chatOpenings: readonly string[] = chatLists;
const chatFields = ["name", "type", "id"] as const;
/** Where it stands what a chat is. */
export const chatValues: readonly string[] = ["", ...chatLists.map((list) => `${list}.`)].flatMap((at) =>
  chatFields.map((field) => at + field),
);

const evidencePlan: JsonPlan = { records: messagePaths, openings: chatOpenings, values: [...chatValues, "personal_information"] };

/**
 * Reads the document for what stands around the messages.
 *
 * [Note: When the first pass may end] Telegram writes what a chat is before its messages, but a tool that sorts keys puts it behind them. The
 * first chat shows which it is: where its head stands before its messages and both sides of the talk are known, the second pass meets every
 * other head in time, and a file of gigabytes is read once, not twice.
 */
export async function gatherTelegramEvidence(source: Source, context: ReadContext): Promise<TelegramEvidence> {
  const single: TelegramChat = { authors: new Map() };
  const chats: TelegramChat[] = [];
  let chat = single;
  let searched = 0;
  let profile: unknown;
  let isOld = false;
  scan: for await (const pieces of scanJson(source, evidencePlan)) {
    if (context.signal?.aborted) break;
    for (const piece of pieces) {
      if (piece.piece === "opening") {
        chat = { authors: new Map() };
        searched = 0;
        if (chats.length < mostChats) chats.push(chat);
      } else if (piece.piece === "value") {
        const value = parseJson(decodeJson(piece.bytes).text);
        if (piece.path === "personal_information") profile = value;
        else learnChatField(chat, piece.path, value);
      } else if (piece.piece === "record" && searched < mostSearched && chat.authors.size < mostAuthors) {
        searched++;
        const record = parseJson(decodeJson(piece.bytes).text);
        if (!isJsonObject(record)) continue;
        const author = authorOf(record);
        isOld ||= typeof (record["from_id"] ?? record["actor_id"]) === "number";
        if (author.kind !== "withheld") chat.authors.set(author.normal, author);
        const isHeadFirst = chat.type !== undefined && chat.id !== undefined;
        if (
          isHeadFirst &&
          chat.authors.size > 0 &&
          (chat === single ? chat.authors.size > 1 : accountIdentity(profile, isOld) !== undefined)
        )
          break scan;
      }
    }
  }
  const all = chats.length > 0 ? chats : [single];
  if (isOld) for (const one of all) if (one.id !== undefined) one.id = unshift(one.id);
  return { chats: all, isOld, account: accountIdentity(profile, isOld) };
}

/** Takes over one field of a chat's head: `path` ends in its name. */
export function learnChatField(chat: TelegramChat, path: string, value: unknown): void {
  if (path.endsWith("name") && typeof value === "string") chat.name = value;
  else if (path.endsWith("type") && typeof value === "string") chat.type = value;
  else if (path.endsWith("id") && Number.isSafeInteger(value)) chat.id = Number(value);
}

function accountIdentity(value: unknown, isOld: boolean): Identity | undefined {
  if (!isJsonObject(value)) return undefined;
  const id = integerField(value, "user_id");
  const name = [filledField(value, "first_name"), filledField(value, "last_name")].filter((part) => part !== undefined).join(" ");
  if (id === undefined || id === 0) return undefined;
  return { kind: "id", wrote: String(id), normal: `telegram:${isOld ? unshift(id) : id}`, ...(name === "" ? {} : { name }) };
}

/** Who wrote a message or did what a service line tells. Nobody (`withheld`) where the source has neither id nor name. */
export function authorOf(record: JsonObject): Identity {
  const id = record["from_id"] ?? record["actor_id"];
  return identityOf(id, stringField(record, "from") ?? stringField(record, "actor"));
}

/** Identities remembered, because an export names the same few people a million times. Bounded against one of a million names. */
const mostIdentities = 4096;
const identityByWritten = new Map<string, Identity>();

/**
 * An account from its id and display name. `normal` is "telegram:" and the digits of a user; groups and channels keep their word before the
 * digits. Exports of October 2020 to May 2021 write ids as numbers shifted by 2^32, the earlier ones unshifted, later ones as "user…".
 */
export function identityOf(id: unknown, name: string | undefined): Identity {
  const key = `${typeof id === "number" || typeof id === "string" ? id : ""}\u0000${name ?? ""}`;
  const known = identityByWritten.get(key);
  if (known) return known;
  const identity = identityFrom(id, name);
  if (identityByWritten.size >= mostIdentities) identityByWritten.clear();
  identityByWritten.set(key, identity);
  return identity;
}

function identityFrom(id: unknown, name: string | undefined): Identity {
  const shown = name === undefined || name === "" ? {} : { name };
  if (typeof id === "number" && Number.isSafeInteger(id)) {
    return { kind: "id", wrote: String(id), normal: `telegram:${unshift(id)}`, ...shown };
  }
  if (typeof id === "string" && id !== "")
    return { kind: "id", wrote: id, normal: `telegram:${id.replace(/^user(?=\d+$)/, "")}`, ...shown };
  return shown.name === undefined ? withheld : { kind: "name", wrote: shown.name, normal: nameForm(shown.name) };
}

const shift = 2 ** 32;

/** Takes off the kind of peer that exports of 2020 and 2021 put above the 32 bits of an id: 1 a user, 2 a group. */
export function unshift(id: number): number {
  return id >= shift && id < 4 * shift ? id % shift : id;
}

/** The name of a chat in the ids of its acts: its number, else its name. */
export function chatKey(chat: TelegramChat): string {
  return chat.id !== undefined ? String(chat.id) : (chat.name ?? "");
}

/** Whom a message in a chat reached: the other one of a talk between two, else the group. Empty where the source does not say. */
export function recipientsOf(chat: TelegramChat, from: Identity, account: Identity | undefined): readonly Identity[] {
  if (isGroup(chat)) return [groupOf(chat)];
  if (chat.type === "saved_messages") return [account ?? owner];
  const peer = peerOf(chat);
  const others = [...chat.authors.values()].filter(({ normal }) => normal !== from.normal);
  if (peer && peer.normal !== from.normal) return [peer];
  if (account && account.normal !== from.normal) return [account];
  const other = others[0];
  if (other && others.length === 1) return [other];
  return peer ? [owner] : [];
}

function isGroup({ type, authors }: TelegramChat): boolean {
  return type === undefined ? authors.size >= mostAuthors : /group|channel/.test(type);
}

/** Whether only its owners write in it, to everybody who reads it. */
export function isChannel({ type }: TelegramChat): boolean {
  return type === "public_channel" || type === "private_channel";
}

function groupOf(chat: TelegramChat): Identity {
  const key = chatKey(chat);
  return { kind: "group", wrote: chat.name ?? key, normal: `telegram:group:${key}` };
}

function peerOf({ id, name, type, authors }: TelegramChat): Identity | undefined {
  if (id === undefined || (type !== "personal_chat" && type !== "bot_chat")) return undefined;
  const normal = `telegram:${id}`;
  return authors.get(normal) ?? { kind: "id", wrote: String(id), normal, ...(name === undefined ? {} : { name }) };
}
