import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sourceOf } from "../../../../fixtures/importers/fixture.ts";
import type { XmlPiece, XmlSink } from "./xml-piece.ts";
import { readXmlPieces } from "./xml.ts";

interface Heard extends XmlSink {
  heard: string;
}

function createSink(): Heard {
  return {
    heard: "",
    write(bytes) {
      this.heard += new TextDecoder().decode(bytes);
    },
  };
}

const names = { elements: ["sms", "smses", "mms"], records: ["sms", "mms"], held: ["body", "date"], streamed: "data", createSink };

async function piecesOf(document: string | Uint8Array, cut = Number.POSITIVE_INFINITY): Promise<XmlPiece<Heard>[]> {
  const whole = sourceOf("x.xml", typeof document === "string" ? new TextEncoder().encode(document) : document);
  const source = { ...whole, read: (start: number, end: number) => whole.read(start, Math.min(end, start + cut)) };
  const pieces: XmlPiece<Heard>[] = [];
  for await (const batch of readXmlPieces(source, names)) pieces.push(...batch);
  return pieces;
}

/** `sms@0(body=…)`: one line a piece. */
async function told(document: string | Uint8Array): Promise<string[]> {
  return (await piecesOf(document)).map((piece) => {
    switch (piece.kind) {
      case "open":
        return `${piece.name}@${piece.start} ${piece.values.map((value) => value ?? "-").join("|")}${piece.doubtful ? " doubtful" : ""}${piece.sink ? ` data=${piece.sink.heard}` : ""}${piece.empty ? "" : " open"}`;
      case "close":
        return `/${piece.name}@${piece.start}`;
      case "frame":
        return `${piece.what}@${piece.start}`;
      case "junk":
        return `${piece.fault}@${piece.start}`;
      case "end":
        return `end@${piece.start}`;
    }
  });
}

describe("elements", () => {
  test("white space after an element belongs to it, and a byte-order mark to the first", async () => {
    expect(await told('\uFEFF \n<sms body="a"/>\n\n<sms body="b" />')).toEqual(["sms@0 a|-", "sms@22 b|-", "end@38"]);
  });

  test("values stand in double or single quotes and may hold > and />", async () => {
    expect(await told(`<sms date = '1' body="a > b /> 'c'"/><sms body='say "hi"'></sms>`)).toEqual([
      "sms@0 a > b /> 'c'|1",
      `sms@37 say "hi"|- open`,
      "/sms@58",
      "end@64",
    ]);
  });

  test("a comment, a declaration and a document type are frame, whatever stands in them", async () => {
    const document = `<?xml version="1.0"?><!-- <sms body="no"/> --><!DOCTYPE smses [<!ENTITY a "b"><!ENTITY c SYSTEM "file:///x">]><smses>`;
    expect(await told(document)).toEqual(["declaration@0", "comment@21", "document type@46", "smses@110 -|- open", "end@117"]);
  });

  test("positions are bytes, also after letters of four bytes", async () => {
    expect(await told('<sms body="😀é"/><sms body="x"/>')).toEqual(["sms@0 😀é|-", "sms@20 x|-", "end@35"]);
  });

  test("the wanted attribute is found among others of like names, and never twice", async () => {
    expect(await told('<sms xbody="1" body2="2" body="3" Body="4"/>')).toEqual(["sms@0 3|-", "end@44"]);
    expect((await told('<sms data="1" data="2"/>'))[0]).toBe("malformed@0");
    expect(await told('<sms body="1" body="2"/><sms body="3"/>')).toEqual(["malformed@0", "sms@24 3|-", "end@39"]);
  });
});

describe("text of a value", () => {
  const bodyOf = async (body: string) => (await told(`<sms body="${body}"/>`))[0]?.replace("sms@0 ", "").replace("|-", "");

  test("an emoji written as two surrogate references is one emoji", async () => {
    expect(await bodyOf("hi &#55357;&#56832; &#xD83D;&#xDE00; &#x1F600;")).toBe("hi 😀 😀 😀");
  });

  test("half an emoji and a character that XML forbids stay as they are written, and are said to be doubtful", async () => {
    expect(await bodyOf("a&#55357;b")).toBe("a&#55357;b doubtful");
    expect(await bodyOf("&#56832;&#55357;")).toBe("&#56832;&#55357; doubtful");
    expect(await bodyOf("&#55357;&#55357;&#56832;")).toBe("&#55357;😀 doubtful");
    expect(await bodyOf("a&#0;b&#xFFFE;")).toBe("a&#0;b&#xFFFE; doubtful");
    expect(await bodyOf("&#x110000;")).toBe("&#x110000; doubtful");
  });

  test("line breaks and the five names are read, a declared entity never", async () => {
    expect(await bodyOf("a&#10;b&#13;&#10;&amp;&lt;&gt;&quot;&apos;")).toBe("a\nb\r\n&<>\"'");
    expect(await bodyOf("&amp;lt; R&D; &c")).toBe("&lt; R&D; &c doubtful");
    expect(await bodyOf("fish & chips &; &#; &#x;")).toBe("fish & chips &; &#; &#x;");
  });

  test("bytes that are no UTF-8 are shown as such", async () => {
    const document = new TextEncoder().encode('<sms body="a?b"/>');
    document[12] = 0xff;
    expect(await told(document)).toEqual(["sms@0 a\uFFFDb|- doubtful", "end@17"]);
  });
});

describe("mistakes", () => {
  test("a tag that ends nowhere costs one record", async () => {
    expect(await told('<sms body="a"/><sms body="b"\n  <!-- c -->\n<sms body="d"/>')).toEqual([
      "sms@0 a|-",
      "malformed@15",
      "sms@42 d|-",
      "end@57",
    ]);
  });

  test("a missing quotation mark costs one record, not those it has swallowed", async () => {
    expect(await told('<sms body="a date="1"/>\n<sms body="b"/><sms body="c"/>')).toEqual([
      "malformed@0",
      "sms@24 b|-",
      "sms@39 c|-",
      "end@54",
    ]);
    expect(await told('<sms body="a />\n<sms body="b"/><sms body="c"/>')).toEqual(["malformed@0", "sms@16 b|-", "sms@31 c|-", "end@46"]);
  });

  test("the last record of a document that ends too early is torn", async () => {
    for (const end of ["<s", "<sms", "<sms ", "<sms bo", "<sms body", '<sms body="', '<sms body="b', '<sms body="b"', '<sms body="b"/']) {
      expect(await told(`<sms body="a"/>${end}`), end).toEqual(["sms@0 a|-", "torn@15", `end@${15 + end.length}`]);
    }
    expect(await told('<sms body="a"/><!-- x')).toEqual(["sms@0 a|-", "torn@15", "end@21"]);
  });

  test("what is no part of the format is passed over up to the next known element", async () => {
    expect(await told('hello <b>x</b> <sms body="a"/> & more <![CDATA[ < ]]></smses>')).toEqual([
      "unknown@0",
      "sms@15 a|-",
      "unknown@31",
      "/smses@53",
      "end@61",
    ]);
    expect(await told(" ")).toEqual(["unknown@0", "end@1"]);
    expect(await told("")).toEqual(["end@0"]);
  });
});

describe("size", () => {
  test("a streamed value larger than the window is handed over whole, and the rest of the tag is read", async () => {
    const data = "abc".repeat(1_500_000);
    const pieces = await piecesOf(`<sms body="a"/><sms date="1" data="${data}" body="b"/><sms body="c"/>`);
    expect(pieces.map(({ kind, start }) => [kind, start])).toEqual([
      ["open", 0],
      ["open", 15],
      ["open", 15 + 32 + data.length],
      ["end", 30 + 32 + data.length],
    ]);
    const [, long] = pieces;
    if (long?.kind !== "open") throw new Error("not an element");
    expect(long.values).toEqual(["b", "1"]);
    expect(long.sink?.heard === data).toBe(true);
  });

  test("a wanted value longer than any message is overlong, an unwanted one is passed over", async () => {
    const long = "x".repeat(3_000_000);
    expect(await told(`<sms body="${long}"/><sms body="b"/>`)).toEqual([
      "overlong@0",
      `sms@${long.length + 14} b|-`,
      `end@${long.length + 29}`,
    ]);
    expect(await told(`<sms other="${long}" body="b"/>`)).toEqual(["sms@0 b|-", `end@${long.length + 24}`]);
  });

  test("a tag of nothing but white space or name is given up", async () => {
    const long = 3_000_000;
    expect(await told(`<sms ${" ".repeat(long)}body="a"/><sms body="b"/>`)).toEqual([
      "overlong@0",
      `sms@${long + 15} b|-`,
      `end@${long + 30}`,
    ]);
    expect((await told(`<sms ${"x".repeat(long)}`))[0]).toBe("overlong@0");
  });
});

describe("properties", () => {
  const fragment = fc.constantFrom(
    ...[
      '<sms body="a"/>',
      "<smses>",
      "</smses>",
      '<sms body="&#55357;&#56832;"/>',
      '<mms date="1">',
      "</mms>",
      '<sms data="QUJD" ',
      '"',
      "'",
    ],
    ...["<", ">", "/>", "<!--", "-->", "<?", "?>", "<!DOCTYPE x [", "]>", "&", "&#0;", " ", "\n", "é", "😀", 'body="', "<sms", "=", "x"],
  );
  const document = fc.array(fragment, { maxLength: 40 }).map((parts) => parts.join(""));

  test("pieces stand in order and end at the end, whatever the document", async () => {
    await fc.assert(
      fc.asyncProperty(document, async (text) => {
        const pieces = await piecesOf(text);
        for (const [i, piece] of pieces.entries()) if (i > 0) expect(piece.start).toBeGreaterThanOrEqual(pieces[i - 1]?.start ?? 0);
        expect(pieces.at(-1)).toEqual({ kind: "end", start: new TextEncoder().encode(text).length });
        if (text !== "") expect(pieces[0]?.start).toBe(0);
      }),
      { seed: 20261125, numRuns: 500 },
    );
  });

  test("the same pieces come however reads are cut, also at the edge of the window", async () => {
    await fc.assert(
      fc.asyncProperty(document, fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 9 }), async (text, shift, cut) => {
        const inner = await piecesOf(text, cut);
        expect(JSON.stringify(inner)).toBe(JSON.stringify(await piecesOf(text)));
        // The same text laid over the edge of the first window says the same, only later.
        const pad = `<sms body="${"x".repeat(32 * 1024 - 14 - shift)}"/>`;
        const laid = (await piecesOf(pad + text)).slice(1).map((piece) => ({ ...piece, start: piece.start - pad.length }));
        const alone = (await piecesOf(`<sms/>${text}`)).slice(1).map((piece) => ({ ...piece, start: piece.start - 6 }));
        expect(JSON.stringify(laid)).toBe(JSON.stringify(alone));
      }),
      { seed: 20261125, numRuns: 300 },
    );
  });
});
