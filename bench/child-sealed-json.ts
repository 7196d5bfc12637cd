/** The peer, in a page: the same acts as one JSON file that stock age seals, written and opened whole. */
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from "age-encryption";
import { chat } from "./make-chat.ts";

const name = "acts.json.age";

/** Bytes of the file; undefined where the acts are more than one text of this engine holds, so that the peer cannot keep them. */
async function sealJson(messages: number): Promise<number | undefined> {
  const acts = Array.from(chat(messages), ({ at, who, text }, i) => {
    const person = (wrote: string): object => ({ kind: "name", wrote, normal: wrote.toLowerCase() });
    return {
      id: `whatsapp-${i.toString(16).padStart(32, "0")}-1`,
      ...{ kind: "message", channel: "whatsapp" },
      when: { wrote: new Date(at).toISOString().slice(0, 16), zone: "Europe/London", earliest: at, latest: at + 59_999 },
      ...{ from: person(who), to: [person(who === "Owen Pike" ? "Hannah Reyes" : "Owen Pike")], text },
      ...{ attachments: [], flags: [], grade: "text-export", thread: "Owen Pike" },
      source: { sha256: "0".repeat(64), name: "WhatsApp Chat with Owen Pike.txt", start: i * 84, end: i * 84 + 84 },
    };
  });
  const identity = await generateX25519Identity();
  const sealing = new Encrypter();
  sealing.addRecipient(await identityToRecipient(identity));
  const json = textOf(acts);
  if (json === undefined) return undefined;
  const bytes = await sealing.encrypt(json);
  const file = await (await navigator.storage.getDirectory()).getFileHandle(name, { create: true });
  const writing = await file.createWritable();
  await writing.write(new Uint8Array(bytes));
  await writing.close();
  localStorage.setItem("peer", identity);
  return bytes.length;
}

function textOf(acts: readonly object[]): string | undefined {
  try {
    return JSON.stringify(acts);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

async function openJson(): Promise<number> {
  const started = performance.now();
  const file = await (await (await navigator.storage.getDirectory()).getFileHandle(name)).getFile();
  const opening = new Decrypter();
  opening.addIdentity(localStorage.getItem("peer") ?? "");
  const acts: unknown = JSON.parse(await opening.decrypt(new Uint8Array(await file.arrayBuffer()), "text"));
  if (!Array.isArray(acts)) throw new Error("the peer lost its acts");
  return (performance.now() - started) / 1000;
}

Object.assign(globalThis, { sealJson, openJson });
