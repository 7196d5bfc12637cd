import { type Act, type Attachment, type Flag, type Identity, type Reading, parseInstant, whenFromInstant } from "@unmask/core";
import {
  farDate,
  type JsonObject,
  filledField,
  integerField,
  isJsonObject,
  listField,
  objectField,
  objectsField,
  scanJsonBytes,
} from "@unmask/formats";
import { parseIdentity } from "../../identity.ts";
import { type Importer, type ReadContext, act, unread } from "../../importer.ts";

import { type JsonRecord, readJsonRecords } from "../../json-records.ts";
import { besideInJson, findsThreadNames, writeOverJson } from "../../write-over.ts";

import { repairObject, repairText } from "../../meta-text.ts";
import { type MetaThread, gatherMetaThread, recipientsOf } from "./thread.ts";

/**
 * Messages of Instagram, Facebook and Messenger: `message_1.json` of a downloaded account (layouts A and B), and the download of Messenger's
 * end-to-end encrypted chats (C). Times are UTC milliseconds. Shapes and fields of the ids: docs/formats/sources/meta.md
 */
export const metaMessages: Importer = {
  id: "meta-messages",
  label: "Instagram, Facebook and Messenger messages (JSON)",
  version: "1",
  recognises({ text }) {
    if (!/^\s*\{/.test(text)) return false;
    if (/"sender_name"\s*:/.test(text) && /"timestamp_ms"\s*:/.test(text)) return true;
    return (
      /"participants"\s*:\s*\[/.test(text) && /"(?:sender_name|senderName|thread_path|threadName|is_still_participant)"\s*:/.test(text)
    );
  },
  writeOver: writeOverJson,
  beside: besideInJson({ acts: ["reactions[]"], by: ["actor"] }, (text) => repairText(text).value),
  threadNames: findsThreadNames([
    ["title", /"(?:title|threadName)"\s*:\s*"((?:[^"\\]|\\.)*)"/dgs],
    ["folders", /"thread_path"\s*:\s*"((?:[^"\\]|\\.)*)"/dgs],
    ["path", /"uri"\s*:\s*"((?:[^"\\]|\\.)*)"/dgs],
  ]),
  spelling: "meta-json",
  async *read(source, context) {
    const thread = await gatherMetaThread(source, context);
    yield* readJsonRecords(source, context, {
      plan: { records: ["messages[]"] },
      reads: (record) => readMessage(record, thread, context),
    });
  },
};

/** A message and where it stands. */
interface Scene {
  readonly record: JsonRecord;
  /** Its fields, text repaired where the layout needs it. */
  readonly value: JsonObject;
  readonly thread: MetaThread;
  readonly context: ReadContext;
  readonly from: Identity;
  readonly flags: readonly Flag[];
}

function readMessage(record: JsonRecord, thread: MetaThread, context: ReadContext): readonly Reading[] | Promise<readonly Reading[]> {
  const isC = "senderName" in record.value;
  const { value, isDoubtful } = isC ? { value: record.value, isDoubtful: false } : repairObject(record.value);
  const from = parseIdentity(filledField(value, isC ? "senderName" : "sender_name") ?? "", context.country);
  const flags = isDoubtful && record.flags.length === 0 ? doubtful : record.flags;
  const scene: Scene = { record, value, thread, context, from, flags };
  const files = filesOf(value);
  return files.length === 0 ? readActs(scene, noFiles) : attach(files, context).then((attached) => readActs(scene, attached));
}

const doubtful: readonly Flag[] = ["decoding-doubtful"];
const mediaMissing: readonly Flag[] = ["media-missing"];
const none: readonly Flag[] = [];

interface Attached {
  readonly attachments: readonly Attachment[];
  readonly flags: readonly Flag[];
}
const noFiles: Attached = { attachments: [], flags: none };

const fileLists = ["photos", "videos", "audio_files", "gifs", "files", "media"] as const;

/** Where the files of a message lie, as written: `uri`, from the root of the export. */
function filesOf(value: JsonObject): readonly string[] {
  const uris: string[] = [];
  for (const list of fileLists) {
    if (list in value) for (const file of objectsField(value, list)) uris.push(filledField(file, "uri") ?? "");
  }
  const sticker = objectField(value, "sticker");
  if (sticker) uris.push(filledField(sticker, "uri") ?? "");
  return uris;
}

/** Looks the files up beside the source. Their names have no folders, for these differ from one layout to the next. */
async function attach(uris: readonly string[], context: ReadContext): Promise<Attached> {
  const attachments: Attachment[] = [];
  for (const uri of uris) {
    const isAddress = /^[a-z]+:\/\//i.test(uri);
    const isPath = uri !== "" && uri !== "Failed to download media" && !isAddress;
    const sibling = isPath ? await context.sibling(uri) : undefined;
    const name = isPath ? uri.slice(uri.lastIndexOf("/") + 1) : isAddress ? uri : "media";
    attachments.push({ name, ...(sibling ? { size: sibling.size, sha256: sibling.sha256 } : {}) });
  }
  return { attachments, flags: attachments.every(({ sha256 }) => sha256 !== undefined) ? none : mediaMissing };
}

function readActs(scene: Scene, { attachments, flags: fileFlags }: Attached): readonly Reading[] {
  const { record, value, thread, context, from } = scene;
  const wrote = value["timestamp_ms"] ?? value["timestamp"];
  const instant = instantOf(value);
  if (instant === undefined) return [unread("a message without a possible time", record.span)];
  const duration = integerField(value, "call_duration");
  const kind = duration === undefined ? "message" : "call";
  const text = kind === "call" ? null : wordsOf(value);
  const stamp = String(wrote);
  const message: Act = {
    id: context.tally.idOf("meta", [kind, stamp, from.normal, text ?? "", ...attachments.map(({ name }) => name)]),
    kind,
    channel: thread.channel,
    when: whenFromInstant(stamp, instant, 1),
    from,
    to: recipientsOf(thread, from),
    text,
    attachments,
    flags: [...marksOf(value, text), ...callMarksOf(value, duration), ...fileFlags, ...farDate(instant, context.now), ...scene.flags],
    grade: "structured-export",
    source: record.span,
    ...(duration !== undefined && duration > 0 ? { duration } : {}),
    ...(thread.name === undefined ? {} : { thread: thread.name }),
  };
  return "reactions" in value ? [act(message), ...readReactions(message, scene)] : [act(message)];
}

function instantOf(value: JsonObject): Act["when"]["earliest"] | undefined {
  const ms = integerField(value, "timestamp_ms") ?? integerField(value, "timestamp");
  return ms === undefined ? undefined : parseInstant(ms);
}

/** What was written, and under it what was shared. Null where there is neither. */
function wordsOf(value: JsonObject): string | null {
  const share = objectField(value, "share") ?? {};
  const lines = [filledField(value, "content"), filledField(value, "text"), filledField(share, "share_text"), filledField(share, "link")];
  const words = [...new Set(lines.filter((line) => line !== undefined))].join("\n");
  return words === "" ? null : words;
}

function marksOf(value: JsonObject, text: string | null): readonly Flag[] {
  if (value["is_unsent"] === true || value["isUnsent"] === true) return ["unsent"];
  return value["is_taken_down"] === true && text === null ? ["deleted"] : none;
}

/** The source says that a call was missed in words only, English ones as far as is known; a call of no duration was not answered. */
function callMarksOf(value: JsonObject, duration: number | undefined): readonly Flag[] {
  if (duration === undefined || duration > 0) return none;
  return /\bmissed\b/i.test(filledField(value, "content") ?? "") ? ["missed", "unanswered"] : ["unanswered"];
}

const reactionPlan = { records: ["reactions[]"] };

/** Reactions that carry a time (seconds). One without stays inside the span of its message: nobody can say when it was made. */
function readReactions(message: Act, { record, value, thread, context, flags }: Scene): readonly Reading[] {
  const spots = scanJsonBytes(record.bytes, reactionPlan).filter((piece) => piece.piece === "record");
  return listField(value, "reactions").flatMap((reaction, i) => {
    const spot = spots[i];
    if (!spot || !isJsonObject(reaction)) return [];
    const seconds = integerField(reaction, "timestamp");
    const instant = seconds === undefined ? undefined : parseInstant(seconds * 1000);
    const actor = filledField(reaction, "actor");
    if (instant === undefined || actor === undefined) return [];
    const from = parseIdentity(actor, context.country);
    const sign = filledField(reaction, "reaction") ?? null;
    return [
      act({
        id: context.tally.idOf("meta", ["reaction", message.when.wrote, message.from.normal, from.normal, String(seconds), sign ?? ""]),
        kind: "reaction",
        channel: thread.channel,
        when: whenFromInstant(String(reaction["timestamp"]), instant, 1000),
        from,
        to: message.from.kind === "withheld" ? [] : [message.from],
        text: sign,
        attachments: [],
        flags: [...farDate(instant, context.now), ...flags],
        grade: "structured-export",
        source: context.spanOf(record.start + spot.start, record.start + spot.end),
        ...(thread.name === undefined ? {} : { thread: thread.name }),
      }),
    ];
  });
}
