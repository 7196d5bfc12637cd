import { describe, expect, test } from "vitest";
import { expectCutsChangeNothing, handIn } from "./hand-in.ts";
import { meant } from "./wall-clock.ts";

const london = { zone: "Europe/London" };
const chat = (messages: readonly object[], more: object = {}) =>
  JSON.stringify({ name: "Sam", type: "personal_chat", id: 11111111, ...more, messages }, null, 1);
const read = (messages: readonly object[], more: object = {}, said = london) => handIn({ "result.json": chat(messages, more) }, said);

describe("an export of 2020", () => {
  const old = [
    {
      id: 1,
      type: "message",
      date: "2020-01-15T22:49:13",
      edited: "1970-01-01T01:00:00",
      from: "Sam",
      from_id: 4_311_111_111,
      text: "hello",
    },
    { id: 2, type: "message", date: "2020-01-15T22:50:13", edited: "2020-01-15T22:51:00", from: "Jo", from_id: 4_322_222_222, text: "hi" },
    {
      id: 3,
      type: "message",
      date: "2020-10-25T01:30:00",
      edited: "1970-01-01T00:00:00",
      from: "Sam",
      from_id: 4_311_111_111,
      text: "autumn",
    },
  ];

  test("has numbers for people and local dates only: the stated zone is used", async () => {
    const { acts, reasons } = await read(old, { id: 4_311_111_111 });
    expect(reasons).toEqual([]);
    expect(acts.map((act) => [act.text, act.from.kind, act.from.name])).toEqual([
      ["hello", "id", "Sam"],
      ["hi", "id", "Jo"],
      ["autumn", "id", "Sam"],
    ]);
    expect(acts[0]?.when).toMatchObject({ ...meant("2020-01-15T22:49:13"), zone: "Europe/London" });
    expect(acts[2]?.when).toMatchObject(meant("2020-10-25T01:30:00"));
    expect(acts[2]?.flags).toContain("time-twice");
  });

  test("an edit of 1970 is none", async () => {
    const { acts } = await read(old, { id: 4_311_111_111 });
    expect(acts.map((act) => act.flags.includes("edited"))).toEqual([false, true, false]);
  });

  test("nobody stated the zone: said on every act", async () => {
    const { acts } = await handIn({ "result.json": chat(old) });
    expect(acts.every((act) => act.flags.includes("zone-assumed"))).toBe(true);
  });
});

describe("a newer export", () => {
  const date = (iso: string, zone = "+00:00") => ({ date: iso, date_unixtime: String(Date.parse(`${iso}${zone}`) / 1000) });

  test("proves its instants by itself: the stated zone changes nothing", async () => {
    const messages = [
      { id: 1, type: "message", ...date("2022-10-11T22:49:13", "+01:00"), from: "Sam", from_id: "user11111111", text: "x" },
    ];
    for (const zone of ["Europe/London", "America/New_York", "Asia/Tokyo"]) {
      const { acts } = await read(messages, {}, { zone });
      expect(acts[0]?.when.earliest).toBe(Date.parse("2022-10-11T21:49:13Z"));
      expect(acts[0]?.flags).not.toContain("zone-assumed");
    }
  });

  test("text in parts is joined, placeholders are missing files, calls are calls", async () => {
    const { acts } = await read([
      { id: 1, type: "message", ...date("2023-01-01T10:00:00"), from: "Sam", from_id: "user11111111", text: ["see ", { type: "link", text: "example.com" }, " 😀"], text_entities: [] },
      { id: 2, type: "message", ...date("2023-01-01T10:01:00"), from: "Sam", from_id: "user11111111", photo: "(File not included. Change data exporting settings to download.)", text: "" },
      { id: 3, type: "service", ...date("2023-01-01T10:02:00"), actor: "Sam", actor_id: "user11111111", action: "phone_call", discard_reason: "missed", text: "" },
      { id: 4, type: "service", ...date("2023-01-01T10:03:00"), actor: "Sam", actor_id: "user11111111", action: "phone_call", discard_reason: "hangup", duration_seconds: 77, text: "" },
      { id: 5, type: "service", ...date("2023-01-01T10:04:00"), actor: "Sam", actor_id: "user11111111", action: "pin_message", text: "" },
      { id: 6, type: "message", ...date("2023-01-01T10:05:00"), from: "Sam", from_id: "user11111111", forwarded_from: "Kim", text: "passed on" },
      { id: 7, type: "message", ...date("2023-01-01T10:06:00"), from: null, from_id: "user99", text: "from a deleted account" },
    ]); // prettier-ignore
    expect(acts.map((act) => [act.kind, act.text])).toEqual([
      ["message", "see example.com 😀"],
      ["message", null],
      ["call", null],
      ["call", null],
      ["message", "passed on"],
      ["message", "from a deleted account"],
    ]);
    expect(acts[1]?.flags).toContain("media-missing");
    expect(acts[2]?.flags).toEqual(expect.arrayContaining(["missed", "unanswered"]));
    expect(acts[3]).toMatchObject({ duration: 77 });
    expect(acts[4]?.flags).toContain("forwarded");
    expect(acts[5]?.from.normal).toContain("99");
  });

  test("a group that moved keeps its old messages under negative ids, once each, in exports that overlap", async () => {
    const messages = [-5, -4, -3, 1, 2, 3].map((id, i) => ({
      id,
      type: "message",
      ...date(`2023-01-0${i + 1}T10:00:00`),
      from: "Sam",
      from_id: "user11111111",
      text: `n${id}`,
    }));
    const group = { name: "Street", type: "private_supergroup", id: 987 };
    const { acts, reasons } = await handIn({
      "a/result.json": chat(messages.slice(0, 4), group),
      "b/result.json": chat(messages.slice(2), group),
    });
    expect(reasons).toEqual([]);
    expect(acts).toHaveLength(8);
    expect(new Set(acts.map((act) => act.id)).size).toBe(6);
    expect(new Set(acts.map((act) => act.text))).toEqual(new Set(["n-5", "n-4", "n-3", "n1", "n2", "n3"]));
  });

  test("impossible dates are told and take no neighbour with them", async () => {
    const { acts, reasons } = await read([
      { id: 1, type: "message", date: "2021-02-28T10:00:00", from: "Sam", from_id: "user1", text: "a" },
      { id: 2, type: "message", date: "2021-02-31T10:00:00", from: "Sam", from_id: "user1", text: "b" },
      { id: 3, type: "message", date: "2021-03-01T10:00:00", from: "Sam", from_id: "user1", text: "c" },
    ]);
    expect(acts.map((act) => act.text)).toEqual(["a", "c"]);
    expect(reasons).toHaveLength(1);
  });

  test("keys in any order, and chats that were left", async () => {
    const messages = [{ text: "x", from_id: "user1", from: "Sam", ...date("2023-01-01T10:00:00"), type: "message", id: 1 }];
    const backwards = await handIn(
      { "result.json": JSON.stringify({ messages, id: 11111111, type: "personal_chat", name: "Sam" }) },
      london,
    );
    const forwards = await read(messages);
    expect(backwards.acts.map((act) => [act.id, act.thread, act.text])).toEqual(forwards.acts.map((act) => [act.id, act.thread, act.text]));
    const full = await handIn(
      {
        "result.json": JSON.stringify({
          left_chats: { list: [{ messages, id: 11111111, type: "personal_chat", name: "Sam" }] },
          chats: { list: [{ type: "saved_messages", id: 7, messages: [{ ...messages[0], id: 9, text: "note" }] }] },
          about: "x",
        }),
      },
      london,
    );
    expect(full.acts.map((act) => act.text)).toEqual(["x", "note"]);
    expect(full.acts[0]?.id).toBe(forwards.acts[0]?.id);
  });

  test("reads cut anywhere, and a file cut anywhere", async () => {
    const messages = [1, 2, 3].map((id) => ({
      id,
      type: "message",
      ...date(`2023-01-0${id}T10:00:00`),
      from: "Sam 😀",
      from_id: "user1",
      text: `né ${id} } ] \\"`,
    }));
    await expectCutsChangeNothing({ "result.json": chat(messages) });
    await expectCutsChangeNothing({
      "result.json": JSON.stringify({ about: "x", chats: { list: [{ name: "Sam", type: "personal_chat", id: 1, messages }] } }),
    });
    const whole = new TextEncoder().encode(chat(messages));
    for (let end = 200; end < whole.length; end += 37) {
      const { acts, readers } = await handIn({ "result.json": whole.subarray(0, end) });
      expect(readers, String(end)).toEqual(["telegram"]);
      const complete = messages.filter((message) =>
        new TextDecoder().decode(whole.subarray(0, end)).includes(
          `${JSON.stringify(message, null, 1)
            .split("\n")
            .map((line) => `  ${line}`)
            .join("\n")}`,
        ),
      ).length;
      expect(acts.length, String(end)).toBe(complete);
    }
  });
});
