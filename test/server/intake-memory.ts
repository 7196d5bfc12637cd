import { createHash } from "node:crypto";
import type { IntakeStore } from "../../apps/server/src/intake/store.ts";

/** What the door's own tests keep things in: a store in memory, which says what it was given. */
export function memoryStore(): IntakeStore & { readonly letters: Map<string, Buffer>; setWaiting(letters: number): void } {
  const letters = new Map<string, Buffer>();
  const uploads = new Map<string, { id?: string; bucket: number; bytes: Buffer; letter: string }>();
  const replies = new Map<string, { id: string; envelope: Uint8Array }[]>();
  const acknowledged = new Set<string>();
  let waiting: number | undefined;
  const byId = (id: string) => [...uploads.values()].find((one) => one.id === id);
  const items = () => [
    ...[...letters].map(([id, bytes]) => ({ id, kind: "letter" as const, letter: id, bytes })),
    ...[...uploads.values()].flatMap(({ id, bucket, bytes, letter }) =>
      id !== undefined && bytes.length === bucket ? [{ id, kind: "pack" as const, letter, bytes }] : [],
    ),
  ];
  return {
    letters,
    setWaiting(count) {
      waiting = count;
    },
    async putLetter({ id, sealed, packs }) {
      const before = letters.get(id);
      if (before !== undefined) return before.equals(sealed) ? "kept-before" : "other-bytes";
      letters.set(id, Buffer.from(sealed));
      for (const { tokenHash, bucket } of packs) uploads.set(tokenHash, { bucket, bytes: Buffer.alloc(0), letter: id });
      return "kept";
    },
    lettersWaiting: async () => waiting ?? [...letters.keys()].filter((id) => !acknowledged.has(id)).length,
    async createUpload(tokenHash, newId) {
      const found = uploads.get(tokenHash);
      if (found === undefined) return undefined;
      found.id ??= newId;
      return { id: found.id, bucket: found.bucket, offset: found.bytes.length };
    },
    async findUpload(id, tokenHash) {
      const found = uploads.get(tokenHash);
      if (found?.id !== id) return undefined;
      return { bucket: found.bucket, offset: found.bytes.length, isComplete: found.bytes.length === found.bucket };
    },
    async appendUpload(id, offset, chunks) {
      const found = byId(id);
      if (found === undefined) return "gone";
      if (found.bytes.length !== offset) return "wrong-offset";
      for await (const chunk of chunks) found.bytes = Buffer.concat([found.bytes, chunk]);
      return { offset: found.bytes.length };
    },
    async endUpload(id, tokenHash) {
      return uploads.get(tokenHash)?.id === id && uploads.delete(tokenHash);
    },
    take: async (after, limit) =>
      items()
        .map(({ bytes, ...item }, index) => ({
          ...item,
          number: index + 1,
          size: bytes.length,
          sha256: createHash("sha256").update(bytes).digest("hex"),
        }))
        .filter(({ number, id }) => number > after && !acknowledged.has(id))
        .slice(0, limit),
    async readItem(id, start) {
      const found = items().find((one) => one.id === id)?.bytes;
      if (found === undefined) return undefined;
      return {
        size: found.length,
        bytes: (async function* () {
          yield found.subarray(start);
        })(),
      };
    },
    async acknowledge(ids) {
      for (const id of ids) acknowledged.add(id);
    },
    async putReply({ id, lookup, envelope }) {
      const box = replies.get(lookup) ?? [];
      if (!box.some((one) => one.id === id)) replies.set(lookup, [...box, { id, envelope }]);
    },
    repliesOf: async (lookup, page) => (replies.get(lookup) ?? []).slice(page * 4, page * 4 + 4).map(({ envelope }) => envelope),
  };
}
