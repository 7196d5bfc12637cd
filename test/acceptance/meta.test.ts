import type { Act } from "@unmask/core";
import { describe, expect, test } from "vitest";
import { expectCutsChangeNothing, handIn } from "./hand-in.ts";

/** What Facebook does to UTF-8: each byte becomes a character of its own, written as \u00XX. */
const broken = (text: string) => Buffer.from(text, "utf8").toString("latin1");
/** JSON with every character outside ASCII escaped, as the download has it. */
const json = (value: unknown) =>
  JSON.stringify(value, null, 2).replace(/[^\x20-\x7e\n]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
const texts = (acts: readonly Act[]) => acts.map((act) => act.text);
const at = Date.parse("2025-03-13T09:00:00.123Z");
const layouts = [
  "messages/inbox/zoe_1/message_1.json",
  "your_facebook_activity/messages/inbox/zoe_1/message_1.json",
  "your_instagram_activity/messages/inbox/zoe_1/message_1.json",
];
const thread = (messages: readonly object[]) => ({
  participants: [{ name: broken("Zoë") }, { name: broken("Jørgen") }],
  messages,
  title: broken("Zoë"),
  is_still_participant: true,
  thread_path: "inbox/zoe_1",
  magic_words: [],
});

describe.each(layouts)("%s", (path) => {
  test("damaged text is repaired in names, words and reactions", async () => {
    const message = {
      sender_name: broken("Zoë"),
      timestamp_ms: at,
      content: broken("på 😀 “quoted”"),
      reactions: [{ reaction: broken("❤"), actor: broken("Jørgen"), timestamp: (at / 1000) | 0 }],
    };
    const { acts, readers } = await handIn({ [path]: json(thread([message])) });
    expect(readers).toEqual(["meta-messages"]);
    const [first, reaction] = acts;
    expect(first).toMatchObject({ text: "på 😀 “quoted”", from: { wrote: "Zoë" }, when: { earliest: at, latest: at } });
    expect(first?.flags).not.toContain("decoding-doubtful");
    expect(first?.to.map((to) => to.wrote)).toEqual(["Jørgen"]);
    expect(reaction).toMatchObject({ kind: "reaction", text: "❤", from: { wrote: "Jørgen" } });
    expect(first?.channel).toBe(path.includes("instagram") ? "instagram" : "messenger");
  });

  test("what cannot be repaired is kept as it is, and flagged", async () => {
    const { acts } = await handIn({
      [path]: json(
        thread([
          { sender_name: "Sam", timestamp_ms: at, content: "caf\u00e9" },
          { sender_name: "Sam", timestamp_ms: at - 1, content: "plain" },
        ]),
      ),
    });
    expect(texts(acts)).toEqual(["caf\u00e9", "plain"]);
    expect(acts[0]?.flags).toContain("decoding-doubtful");
    expect(acts[1]?.flags).not.toContain("decoding-doubtful");
  });

  test("a text that holds characters beyond those of bytes was never damaged, and is flagged beside any that look it", async () => {
    const message = (content: string, i: number) => ({ sender_name: "Sam", timestamp_ms: at - i, content });
    const { acts } = await handIn({ [path]: json(thread(["€ and \u00c3\u00b8", "日本 😀"].map(message))) });
    expect(texts(acts)).toEqual(["€ and \u00c3\u00b8", "日本 😀"]);
    expect(acts[0]?.flags).toContain("decoding-doubtful");
  });

  test("a byte-order mark costs nothing", async () => {
    const { acts, reasons } = await handIn({ [path]: `\uFEFF${json(thread([{ sender_name: "Sam", timestamp_ms: at, content: "hi" }]))}` });
    expect(reasons).toEqual([]);
    expect(texts(acts)).toEqual(["hi"]);
  });
});

const path = layouts[1] ?? "";

test("calls, unsent messages, missing pictures, and a date of 2516", async () => {
  const { acts } = await handIn({
    [path]: json(thread([
      { sender_name: "Sam", timestamp_ms: Date.parse("2516-01-01T00:00:00Z"), content: "far" },
      { sender_name: "Sam", timestamp_ms: at, content: "Sam called you.", call_duration: 61 },
      { sender_name: "Sam", timestamp_ms: at - 1, content: "You missed a call from Sam.", call_duration: 0 },
      { sender_name: "Sam", timestamp_ms: at - 2, is_unsent: true },
      { sender_name: "Sam", timestamp_ms: at - 3, photos: [{ uri: "your_facebook_activity/messages/inbox/zoe_1/photos/1.jpg", creation_timestamp: 1 }, { uri: "your_facebook_activity/messages/inbox/zoe_1/photos/2.jpg" }] },
    ])),
    "your_facebook_activity/messages/inbox/zoe_1/photos/1.jpg": "picture",
  }); // prettier-ignore
  expect(acts.map((act) => act.kind)).toEqual(["message", "call", "call", "message", "message"]);
  expect(acts[0]?.flags).toContain("far-date");
  expect(acts[1]?.duration).toBe(61);
  expect(acts[2]?.flags).toEqual(expect.arrayContaining(["missed", "unanswered"]));
  expect(acts[3]?.flags).toContain("unsent");
  expect(acts[4]?.attachments.map((one) => [one.name, one.sha256 !== undefined])).toEqual([
    ["1.jpg", true],
    ["2.jpg", false],
  ]);
  expect(acts[4]?.flags).toContain("media-missing");
});

test("the end-to-end encrypted download is never repaired", async () => {
  const text = "Ã¸ stays, ø too 😀";
  const content = JSON.stringify({
    participants: ["Zoë", "Sam"],
    threadName: "Zoë_1",
    messages: [
      {
        senderName: "Zoë",
        text,
        timestamp: at,
        isUnsent: false,
        media: [{ uri: "Failed to download media" }],
        reactions: [],
        type: "text",
      },
      { senderName: "Sam", text: "Ã¸", timestamp: at - 1, isUnsent: true, media: [] },
    ],
  });
  const { acts, readers } = await handIn({ "Zoë_1.json": content });
  expect(readers).toEqual(["meta-messages"]);
  expect(texts(acts)).toEqual([text, "Ã¸"]);
  expect(acts[0]?.from.wrote).toBe("Zoë");
  expect(acts[0]?.flags).toContain("media-missing");
  expect(acts[0]?.flags).not.toContain("decoding-doubtful");
  expect(acts[1]?.flags).toContain("unsent");
});

test("a thread in two parts is one thread, once, even when the parts overlap", async () => {
  const message = (i: number) => ({ sender_name: "Sam", timestamp_ms: at + i, content: `n${i}` });
  const { acts } = await handIn({
    "messages/inbox/zoe_1/message_1.json": json(thread([3, 2, 1].map(message))),
    "messages/inbox/zoe_1/message_2.json": json(thread([1, 0].map(message))),
  });
  expect(new Set(acts.map((act) => act.id)).size).toBe(4);
  expect(new Set(acts.map((act) => act.thread)).size).toBe(1);
});

test("reads cut anywhere give the same", async () => {
  await expectCutsChangeNothing({
    [path]: json(
      thread([
        { sender_name: broken("Zoë"), timestamp_ms: at, content: broken("på 😀") },
        { sender_name: "Sam", timestamp_ms: at - 1, content: "caf\u00e9" },
      ]),
    ),
  });
});

describe("account lists of Instagram", () => {
  const stamp = Math.floor(at / 1000);

  test("followers_1 is a bare list, following is not", async () => {
    const entry = (value: string) => ({
      title: "",
      media_list_data: [],
      string_list_data: [{ href: `https://www.instagram.com/${value}`, value, timestamp: stamp }],
    });
    const { acts, readers } = await handIn({
      "ig/connections/followers_and_following/followers_1.json": json([entry("sam_one"), entry("sam_two")]),
      "ig/connections/followers_and_following/following.json": json({ relationships_following: [entry("kim")] }),
    });
    expect(readers).toEqual(["meta-account", "meta-account"]);
    expect(acts.map((act) => [act.kind, act.from.wrote, act.to[0]?.wrote, act.when.earliest, act.channel])).toEqual([
      ["follow", "sam_one", "", stamp * 1000, "instagram"],
      ["follow", "sam_two", "", stamp * 1000, "instagram"],
      ["follow", "", "kim", stamp * 1000, "instagram"],
    ]);
  });

  test.each([
    ["English", "Comment", "Media Owner", "Time"],
    ["Dutch", "Opmerking", "Eigenaar van media", "Tijd"],
    ["damaged French", broken("Commentaire é"), broken("Propriétaire"), broken("Heure é")],
  ])("labels in %s mean the same", async (_, comment, owner, time) => {
    const { acts } = await handIn({
      "your_instagram_activity/comments/post_comments_1.json": json([
        {
          media_list_data: [],
          string_map_data: { [comment]: { value: broken("très bien") }, [owner]: { value: "sam_one" }, [time]: { timestamp: stamp } },
        },
      ]),
    });
    expect(acts.map((act) => [act.kind, act.text, act.to[0]?.wrote, act.when.earliest])).toEqual([
      ["comment", "très bien", "sam_one", stamp * 1000],
    ]);
  });

  test("label_values instead of string_map_data", async () => {
    const { acts, readers } = await handIn({
      "connections/followers_and_following/blocked_profiles.json": json({
        relationships_blocked_users: [
          {
            timestamp: stamp,
            label_values: [
              { label: "URL", value: "https://www.instagram.com/sam_one", href: "https://www.instagram.com/sam_one" },
              { label: "Name", value: "Sam" },
              { label: "Username", value: "sam_one" },
            ],
          },
        ],
      }),
    });
    expect(readers).toEqual(["meta-account"]);
    expect(acts.map((act) => [act.kind, act.from.kind, act.to[0]?.normal, act.when.earliest])).toEqual([
      ["block", "owner", "@sam_one", stamp * 1000],
    ]);
  });

  test("a log-in has its time, its address and its device, in any language", async () => {
    for (const [address, agent, time] of [
      ["IP Address", "User Agent", "Time"],
      ["IP-adres", "User-agent", "Tijd"],
    ] as const) {
      const { acts } = await handIn({
        "security_and_login_information/login_and_profile_creation/login_activity.json": json({
          account_history_login_history: [
            {
              title: "2025-03-13T10:00:00+01:00",
              string_map_data: {
                [address]: { value: "192.0.2.7" },
                [agent]: { value: "Instagram 1 Android" },
                [time]: { timestamp: stamp },
              },
            },
            { title: "2025-03-13T10:00:00+01:00", string_map_data: { [address]: { value: "192.0.2.8" } } },
          ],
        }),
      });
      expect(acts.map((act) => [act.kind, act.when.earliest])).toEqual([
        ["login", stamp * 1000],
        ["login", Date.parse("2025-03-13T09:00:00Z")],
      ]);
      expect(acts[0]?.text).toContain("192.0.2.7");
    }
  });
});
