import { type Channel, type Identity, type Source, normalName } from "@unmask/core";
import type { ReadContext } from "../../importer.ts";
import { parseIdentity } from "../../identity.ts";
import { type JsonObject, filledField, isJsonObject, objectField, parseJson, type JsonPlan, scanJson } from "@unmask/formats";
import { decodeJson } from "../../json-records.ts";

import { repairText } from "../../meta-text.ts";

/**
 * What stands around the messages of a thread, partly behind them: who takes part, its name, and by which of Meta's apps it was written.
 * Layouts: docs/formats/sources/meta.md
 */
export interface MetaThread {
  /** Layout C, the download of end-to-end encrypted chats: other field names, and text that needs no repair. */
  readonly isEncryptedDownload: boolean;
  readonly channel: Channel;
  readonly participants: readonly Identity[];
  /** Name of the thread; says so when it lay among the message requests. */
  readonly name: string | undefined;
  /** Folder of the thread in the export, unique within it. */
  readonly path: string | undefined;
}

const evidencePlan: JsonPlan = { records: ["messages[]"], values: ["participants", "title", "threadName", "thread_path"] };
/** Messages looked at for signs of the app. Instagram writes the owner of a shared post; one in twenty messages shares a post. */
const mostSearched = 1_000;
/** Largest group of whom the single people are named. */
const mostParticipants = 1_000;

/** Reads the document once for what stands around the messages. */
export async function gatherMetaThread(source: Source, context: ReadContext): Promise<MetaThread> {
  const valueByPath = new Map<string, unknown>();
  let searched = 0;
  let isInstagram = /instagram/i.test(source.name);
  let isEncryptedDownload = false;
  for await (const pieces of scanJson(source, evidencePlan)) {
    if (context.signal?.aborted) break;
    for (const piece of pieces) {
      if (piece.piece === "value") valueByPath.set(piece.path, parseJson(decodeJson(piece.bytes).text));
      else if (piece.piece === "record" && searched < mostSearched) {
        searched++;
        const record = parseJson(decodeJson(piece.bytes).text);
        if (!isJsonObject(record)) continue;
        isEncryptedDownload ||= "senderName" in record;
        isInstagram ||= hasSharedPost(objectField(record, "share") ?? {});
      }
    }
  }
  const people = valueByPath.get("participants");
  isEncryptedDownload ||= Array.isArray(people) && people.some((one) => typeof one === "string");
  const read = isEncryptedDownload ? (text: string) => text : (text: string) => repairText(text).value;
  const path = textOf(valueByPath.get("thread_path"));
  const title = textOf(valueByPath.get(isEncryptedDownload ? "threadName" : "title"));
  const isRequest = /(?:^|\/)message_requests\//.test(path ?? "") || /\/message_requests\//.test(source.name);
  return {
    isEncryptedDownload,
    channel: isEncryptedDownload || !isInstagram ? "messenger" : "instagram",
    participants: namesOf(people).map((name) => parseIdentity(read(name), context.country)),
    name: title === undefined ? undefined : `${read(title)}${isRequest ? " (message request)" : ""}`,
    path: path === undefined ? undefined : path.slice(path.lastIndexOf("/") + 1),
  };
}

function hasSharedPost(share: JsonObject): boolean {
  return "original_content_owner" in share || (filledField(share, "link") ?? "").startsWith("https://www.instagram.com/");
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** A list of names (layout C) or of objects with a name (A, B). */
function namesOf(people: unknown): readonly string[] {
  if (!Array.isArray(people)) return [];
  return people.slice(0, mostParticipants).flatMap((one: unknown) => {
    const name = isJsonObject(one) ? filledField(one, "name") : textOf(one);
    return name === undefined ? [] : [name];
  });
}

/** Whom a message reached: the other of two, else the group. The source names nobody as its owner. */
export function recipientsOf({ participants, name, path }: MetaThread, from: Identity): readonly Identity[] {
  if (participants.length > 2) {
    const wrote = name ?? path ?? "";
    return [{ kind: "group", wrote, normal: path === undefined ? normalName(wrote) : `meta:${path}` }];
  }
  const own = participants.findIndex(({ normal }) => normal === from.normal);
  return participants.filter((_, i) => i !== own);
}
