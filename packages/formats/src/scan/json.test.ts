import type { Source } from "@unmask/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type JsonPiece, type JsonPlan, maxRecordBytes, scanJson, scanJsonBytes } from "./json.ts";

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const plan: JsonPlan = {
  records: ["messages[]", "chats.list[].messages[]"],
  values: ["name", "chats.list[].name"],
  openings: ["chats.list[]"],
  sections: ["contacts"],
};

/** Finds in words: "record 12-30-32 {…}". */
function findsOf(pieces: readonly JsonPiece[]): string[] {
  return pieces.map((piece) => {
    switch (piece.piece) {
      case "record":
        return `${piece.path} ${decoder.decode(piece.bytes)}`;
      case "value":
        return `${piece.path}=${decoder.decode(piece.bytes)}`;
      case "section":
        return `section ${piece.path}`;
      case "opening":
        return `opening ${piece.path}`;
      case "damage":
        return `damage ${piece.damage}`;
      case "end":
        return piece.complete ? "end" : "torn";
    }
  });
}

const finds = (text: string, wanted = plan) => findsOf(scanJsonBytes(encoder.encode(text), wanted));

/** A source that answers with at most so many bytes. */
function cutSource(bytes: Uint8Array, most: number): Source {
  return { name: "x.json", size: bytes.length, read: async (start, end) => bytes.slice(start, Math.min(end, start + most)) };
}

async function scanned(source: Source, wanted = plan): Promise<string[]> {
  const all: string[] = [];
  for await (const pieces of scanJson(source, wanted)) all.push(...findsOf(pieces));
  return all;
}

/** Records and damage follow one another and never overlap. */
function expectInOrder(pieces: readonly JsonPiece[], size: number): void {
  let reached = 0;
  for (const piece of pieces) {
    if (piece.piece === "record" || piece.piece === "damage") {
      expect(piece.start).toBeGreaterThanOrEqual(reached);
      expect(piece.until).toBeGreaterThan(piece.start);
      reached = piece.until;
    } else if (piece.piece === "section") {
      expect(piece.start).toBeGreaterThanOrEqual(reached);
      reached = piece.end;
    } else if (piece.piece === "end") expect(piece.at).toBe(size);
  }
  expect(reached).toBeLessThanOrEqual(size);
  expect(pieces.at(-1)?.piece).toBe("end");
}

test("messages come out one by one with their bytes, and the punctuation behind each belongs to it", () => {
  const text = '{"name": "é", "messages": [\n  {"id": 1},\n  {"id": 2}\n]}';
  const pieces = scanJsonBytes(encoder.encode(text), plan);
  expect(findsOf(pieces)).toEqual(['name="é"', 'messages[] {"id": 1}', 'messages[] {"id": 2}', "end"]);
  const spans = pieces.flatMap((piece) => (piece.piece === "record" ? [[piece.start, piece.end, piece.until]] : []));
  const bytes = encoder.encode(text);
  expect(spans.map(([start, end]) => decoder.decode(bytes.subarray(start, end)))).toEqual(['{"id": 1}', '{"id": 2}']);
  expect(decoder.decode(bytes.subarray(spans[0]?.[1], spans[0]?.[2]))).toBe(",\n  ");
  expect(decoder.decode(bytes.subarray(spans[1]?.[1], spans[1]?.[2]))).toBe("\n");
});

test("the chats of an account are told apart, whatever stands around them", () => {
  const text =
    '{"about":{"name":"no"},"contacts":[{"messages":[1]}],"chats":{"list":[{"name":"A","messages":[{"a":1}]},{"messages":[],"name":"B"}]},"x":[[]]}';
  expect(finds(text)).toEqual([
    "section contacts",
    "opening chats.list[]",
    'chats.list[].name="A"',
    'chats.list[].messages[] {"a":1}',
    "opening chats.list[]",
    'chats.list[].name="B"',
    "end",
  ]);
});

test("a key written with escapes is the same key", () => {
  expect(finds('{"mess\\u0061ges":[{}]}')).toEqual(["messages[] {}", "end"]);
});

test("brackets, quotes and escapes inside a text are text", () => {
  const text = JSON.stringify({ messages: [{ t: '}],[{"id":1}\\' }, { t: '\\\\"' }] });
  expect(finds(text)).toEqual([
    `messages[] ${JSON.stringify({ t: '}],[{"id":1}\\' })}`,
    `messages[] ${JSON.stringify({ t: '\\\\"' })}`,
    "end",
  ]);
});

test("a byte-order mark costs nothing, and a document may be a list or one single record", () => {
  expect(finds('\uFEFF{"messages":[{}]}')).toEqual(["messages[] {}", "end"]);
  expect(finds(' [ {"a":1} , 2 ] ', { records: ["[]"] })).toEqual(['[] {"a":1}', "[] 2", "end"]);
  expect(finds('{"a":1}\n', { records: [""] })).toEqual([' {"a":1}', "end"]);
});

test("a comma too many or too few between messages loses none of them", () => {
  expect(finds('{"messages":[{"a":1},,{"a":2} {"a":3},]}')).toEqual([
    'messages[] {"a":1}',
    'messages[] {"a":2}',
    'messages[] {"a":3}',
    "end",
  ]);
});

describe("a damaged document", () => {
  const layouts = [
    ["with line breaks", (records: readonly object[]) => JSON.stringify({ messages: records }, null, 1)],
    ["without line breaks", (records: readonly object[]) => JSON.stringify({ messages: records })],
  ] as const;
  const wounds = [
    ["a lost closing quote", (text: string) => text.replace('"two"', '"two')],
    ["a lost opening quote", (text: string) => text.replace('"two"', 'two"')],
    ["a quote too many", (text: string) => text.replace('"two"', '"tw"o"')],
    ["an escape in front of the closing quote", (text: string) => text.replace('"two"', '"two\\"')],
    ["a lost colon", (text: string) => text.replace(/:(?=\s*"two")/, "")],
    ["a lost closing brace inside", (text: string) => text.replace(/("two"[^}]*)\}/, "$1")],
    ["a lost closing brace at its end", (text: string) => text.replace(/("two"[^\]]*\]\s*)\}/, "$1")],
    ["a lost quote at its end", (text: string) => text.replace(/("two"[^\]]*\])/, '$1,"z":"lost')],
    ["a bracket of the wrong kind", (text: string) => text.replace(/("two"[^}]*)\}/, "$1]")],
    ["nothing but noise", (text: string) => text.replace('"two"', "\u0000\u0001{[<")],
  ] as const;
  const records = ["one", "two", "three", "four"].map((t, i) => ({ id: i, t, parts: [{ type: "x" }, { type: "y" }] }));

  test.each(layouts.flatMap(([layout, write]) => wounds.map(([wound, strike]) => [layout, wound, strike(write(records))] as const)))(
    "%s and with %s loses one message and no other",
    (_layout, _wound, text) => {
      const pieces = scanJsonBytes(encoder.encode(text), plan);
      const kept = pieces.flatMap((piece) => {
        if (piece.piece !== "record") return [];
        try {
          return [(JSON.parse(decoder.decode(piece.bytes)) as { t: string }).t];
        } catch {
          return [];
        }
      });
      expect(kept).toEqual(["one", "three", "four"]);
      expectInOrder(pieces, encoder.encode(text).length);
    },
  );

  test("without line breaks, a part that begins like a message ends the reading early, and the rest is said to be damaged", () => {
    const text = JSON.stringify({ messages: [{ id: 1 }, { id: 2, t: "two", parts: [{ id: "a" }, { id: "b" }] }, { id: 3 }] });
    const found = finds(text.replace('"two"', '"two'));
    expect(found).toEqual(['messages[] {"id":1}', "damage malformed", 'messages[] {"id":"b"}', "damage malformed", "torn"]);
  });

  test("never gives the next chat's messages to the damaged chat", () => {
    const chat = (name: string, ...texts: string[]) => ({ name, messages: texts.map((t) => ({ t })) });
    const text = JSON.stringify({ chats: { list: [chat("A", "a1", "a2"), chat("B", "b1", "b2")] } }, null, 1).replace('"a2"', '"a2');
    expect(finds(text).filter((find) => find !== "damage malformed")).toEqual([
      "opening chats.list[]",
      'chats.list[].name="A"',
      'chats.list[].messages[] {\n      "t": "a1"\n     }',
      "opening chats.list[]",
      'chats.list[].name="B"',
      'chats.list[].messages[] {\n      "t": "b1"\n     }',
      'chats.list[].messages[] {\n      "t": "b2"\n     }',
      "end",
    ]);
  });

  test("is not led astray by a text that looks like the beginning of a message", () => {
    const forged = { t: 'x","y":1},\n {"t":"forged"},{"t":"forged' };
    const text = JSON.stringify({ messages: [{ t: "one" }, forged, { t: "three" }] }).replace('"x\\"', 'x\\"');
    expect(finds(text)).toEqual(['messages[] {"t":"one"}', "damage malformed", 'messages[] {"t":"three"}', "end"]);
  });

  test("says that it is torn, and where", () => {
    expect(finds('{"messages":[{"a":1},{"a":')).toEqual(['messages[] {"a":1}', "damage truncated", "torn"]);
    expect(finds('{"messages":[{"a":1}')).toEqual(['messages[] {"a":1}', "torn"]);
    expect(finds('{"name":"x')).toEqual(["torn"]);
    expect(finds("")).toEqual(["torn"]);
  });

  test("says what follows the end of the document", () => {
    expect(finds('{"messages":[{"a":1}]} \n {"messages":[]}')).toEqual(['messages[] {"a":1}', "damage malformed", "torn"]);
  });
});

describe("limits", () => {
  test("a list of very many noughts comes out in small batches", async () => {
    const bytes = encoder.encode(`{"messages":[${"0,".repeat(99_999)}0]}`);
    let records = 0;
    for await (const pieces of scanJson(cutSource(bytes, bytes.length), plan)) {
      expect(pieces.length).toBeLessThan(2100);
      records += pieces.filter(({ piece }) => piece === "record").length;
    }
    expect(records).toBe(100_000);
  });

  test("a message nested without end is passed over, the next one read", () => {
    const text = `{"messages":[\n {"a":1},\n {"a":${"[".repeat(100_000)}},\n {"a":3}]}`;
    expect(finds(text)).toEqual(['messages[] {"a":1}', "damage too-deep", 'messages[] {"a":3}', "end"]);
  });

  test("a message longer than the limit is passed over without being held, the next one read", async () => {
    const head = encoder.encode('{"messages":[{"a":1},{"a":"');
    const tail = encoder.encode('"},{"a":3}]}');
    const size = head.length + 3 * maxRecordBytes + tail.length;
    let asked = 0;
    const source: Source = {
      name: "long.json",
      size,
      async read(start, end) {
        const bytes = new Uint8Array(Math.max(0, Math.min(end, size) - start)).fill(0x78);
        asked = Math.max(asked, bytes.length);
        for (let i = 0; i < bytes.length; i++) {
          const at = start + i;
          if (at < head.length) bytes[i] = head[at] ?? 0;
          else if (at >= size - tail.length) bytes[i] = tail[at - (size - tail.length)] ?? 0;
        }
        return bytes;
      },
    };
    expect(await scanned(source)).toEqual(['messages[] {"a":1}', "damage too-long", 'messages[] {"a":3}', "end"]);
    expect(asked).toBeLessThanOrEqual(2 * maxRecordBytes);
  });
});

const jsonValue = fc.jsonValue({ maxDepth: 4 });
const document = fc
  .record({
    name: fc.string(),
    contacts: jsonValue,
    messages: fc.array(fc.dictionary(fc.string(), jsonValue, { maxKeys: 4 }), { maxLength: 6 }),
  })
  .chain((value) => fc.constantFrom(0, 1, 2, "\t").map((indent) => ({ value, text: JSON.stringify(value, null, indent) })));

test("whatever the messages hold, they come out as they went in", () => {
  fc.assert(
    fc.property(document, ({ value, text }) => {
      const pieces = scanJsonBytes(encoder.encode(text), plan);
      const read = pieces.flatMap((piece) => (piece.piece === "record" ? [JSON.parse(decoder.decode(piece.bytes)) as unknown] : []));
      expect(read).toEqual(JSON.parse(JSON.stringify(value.messages)));
      expect(pieces.at(-1)).toMatchObject({ piece: "end", complete: true });
      expectInOrder(pieces, encoder.encode(text).length);
    }),
    { seed: 20261125, numRuns: 300 },
  );
});

const mutation = fc.record({ at: fc.nat(), drop: fc.nat(4), put: fc.uint8Array({ maxLength: 4 }) });
const mutated = fc.tuple(document, fc.array(mutation, { minLength: 1, maxLength: 5 })).map(([{ text }, mutations]) => {
  let bytes: Uint8Array = encoder.encode(text);
  for (const { at, drop, put } of mutations) {
    const from = at % (bytes.length + 1);
    bytes = Uint8Array.from([...bytes.subarray(0, from), ...put, ...bytes.subarray(from + drop)]);
  }
  return bytes;
});

test("damaged documents and noise end in order, without an exception, and the same however reads are cut", async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(mutated, fc.uint8Array({ maxLength: 300 })), fc.integer({ min: 1, max: 40 }), async (bytes, most) => {
      const pieces = scanJsonBytes(bytes, plan);
      expectInOrder(pieces, bytes.length);
      expect(await scanned(cutSource(bytes, most))).toEqual(findsOf(pieces));
    }),
    { seed: 20261125, numRuns: 500 },
  );
});
