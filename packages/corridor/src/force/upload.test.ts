import type { Source } from "@unmask/core";
import { expect, test } from "vitest";
import type { Answer, Ask, Asked } from "./ask.ts";
import { type Uploading, continueUpload, makeUpload } from "./upload.ts";

const id = "0123456789abcdef0123456789abcdef";
const content = Uint8Array.from({ length: 100_000 }, (_, at) => at % 251);
const file: Source = {
  name: "case.age",
  size: content.length,
  read: async (from, until) => content.slice(from, Math.min(until, from + 7_777)),
};
const plan = { size: content.length, bucket: 100_352, padding: 352 };

function answer(status: number, headers: Readonly<Record<string, string>>): Answer {
  return { status, header: (name) => headers[name], bytes: new Uint8Array() };
}

/** An intake that holds what came, starting with `held` bytes; `lose` says which question gets no answer. */
function createFakeIntake(held: number, lose: (question: number) => boolean = () => false) {
  const bytes = [...content.slice(0, held)];
  const asked: (Asked & { readonly url: string })[] = [];
  const pauses: number[] = [];
  const ask: Ask = async (url, one) => {
    asked.push({ ...one, url });
    if (lose(asked.length)) return undefined;
    if (one.method === "PATCH") {
      if (one.headers?.["upload-offset"] !== String(bytes.length)) return answer(400, {});
      for (const byte of one.body instanceof Uint8Array ? one.body : []) bytes.push(byte);
    }
    return answer(one.method === "POST" ? 201 : 204, { "upload-offset": String(bytes.length), location: `/intake/packs/${id}` });
  };
  const uploading: Uploading = {
    ask,
    origin: "https://intake.example.org",
    token: "ab".repeat(32),
    random: (size) => new Uint8Array(size).fill(0xee),
    pause: async (ms) => void pauses.push(ms),
    tellProgress: () => undefined,
  };
  return { uploading, bytes, asked, pauses };
}

test("a pack is sent as it lies, then random bytes up to its bucket", async () => {
  const { uploading, bytes, asked } = createFakeIntake(0);
  expect(await makeUpload(uploading, plan.bucket)).toEqual({ ok: true, value: id });
  expect(await continueUpload(uploading, id, file, plan)).toEqual({ ok: true, value: undefined });
  expect(Buffer.from(bytes).equals(Buffer.concat([content, Buffer.alloc(352, 0xee)]))).toBe(true);
  for (const { headers } of asked) expect(headers).toMatchObject({ authorization: `Bearer ${"ab".repeat(32)}`, "tus-resumable": "1.0.0" });
});

test("an upload that was cut goes on where the intake says, in the file or behind it", async () => {
  for (const held of [1, 65_536, 99_999, 100_000]) {
    const { uploading, bytes, asked } = createFakeIntake(held);
    expect((await continueUpload(uploading, id, file, plan)).ok).toBe(true);
    expect(bytes.length).toBe(plan.bucket);
    expect(Buffer.from(bytes.slice(0, content.length)).equals(content)).toBe(true);
    expect(asked.map(({ method }) => method)).toEqual(["HEAD", "PATCH"]);
  }
});

test("a lost answer is asked for again, and an intake that is silent is left for later", async () => {
  const lossy = createFakeIntake(0, (question) => question === 1 || question === 3);
  expect((await continueUpload(lossy.uploading, id, file, plan)).ok).toBe(true);
  expect(Buffer.from(lossy.bytes.slice(0, content.length)).equals(content)).toBe(true);
  const silent = createFakeIntake(0, () => true);
  expect((await continueUpload(silent.uploading, id, file, plan)).ok).toBe(false);
  expect(silent.pauses.length).toBe(4);
});

test("an intake that names another place for an upload is not followed there", async () => {
  const { uploading } = createFakeIntake(0);
  for (const location of ["https://example.org/other", "/intake/packs/../../x", ""]) {
    const ask: Ask = async () => answer(201, { location });
    expect((await makeUpload({ ...uploading, ask }, plan.bucket)).ok).toBe(false);
  }
});
