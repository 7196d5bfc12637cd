import type { Source } from "@unmask/core";
import { describe, expect, test } from "vitest";
import { choose, chosen, file, group, noPerhaps } from "../../../fixtures/choices.ts";
import { sourceOf } from "../../../fixtures/importers/fixture.ts";
import { everythingIn, expectHolds, packOf } from "../../../fixtures/packs-of-choices.ts";
import { storedZip } from "../../../fixtures/sample-case/stored-zip.ts";

/** Zoë Quill is left out; Sam is reported. "canary" stands in all that is of her alone. */
const zoe = "Zoë Quill";
const traces = /zo(?:e|ë|\\u00eb|\\u00c3\\u00ab|Ã«|%C3%AB|&#235;)[^a-z]{0,8}quill|zo_?quill|quill|canary|7?700[ .]?900[ .]?777|700000001/iu;

const minute = (i: number): number => 1_773_388_800_000 + i * 60_000;
const pictureOf = (name: string): Source =>
  sourceOf(name, Buffer.from([0xff, 0xd8, 0xff, 0xe0, ...Buffer.from(`picture ${name.at(-5) ?? ""}`)]));
/** Meta writes each byte of UTF-8 as a character. */
const asMeta = (value: object): string =>
  JSON.stringify(value).replace(/[\u0080-\u{10ffff}]/gu, (one) =>
    Array.from(Buffer.from(one), (byte) => `\\u00${byte.toString(16)}`).join(""),
  );

/** That she is nowhere in the pack, and nothing had to be told; gives all its words. */
async function expectGone(sources: readonly Source[], leaveOut: readonly string[] = [zoe], more: object = {}): Promise<string> {
  const choice = await chosen(leaveOut, sources, { ...noPerhaps, ...more });
  const files = await packOf(choice, sources);
  const all = everythingIn(files);
  expect(all.match(new RegExp(`.{0,40}(?:${traces.source}).{0,20}`, "iu"))?.[0]).toBeUndefined();
  expect([choice.naming, choice.namedOutside, choice.nearlyNamed]).toEqual([[], [], []]);
  await expectHolds(files, { agrees: choice.goes.timeline.acts.length, notCompared: choice.staysBehind.length });
  return all;
}

interface Thread {
  readonly title?: string;
  /** Folder of the thread. */
  readonly folder?: string;
  /** Above it. */
  readonly root?: string;
  readonly more?: readonly object[];
  readonly beside?: object;
  /** Whether she writes in it. */
  readonly isHers?: boolean;
}

const says = (i: number, sender_name: string, content: string, more: object = {}): object => ({
  sender_name,
  timestamp_ms: minute(i),
  content,
  ...more,
});

function threadOf({ title = "Fun", folder = "fun_1", root = "", more = [], beside = {}, isHers = true }: Thread): Source {
  const participants = ["Sam Okafor", zoe, "Jo Finch", "Maya"].map((name) => ({ name }));
  const hers = isHers ? [says(3, zoe, "canary words"), says(2, zoe, "Zoë created the group.")] : [];
  const messages = [...more, says(4, "Sam Okafor", "I saw you"), ...hers, says(1, "Maya", "please stop")];
  const around = { title, is_still_participant: true, thread_path: `inbox/${folder}`, magic_words: [], ...beside };
  return file(`${root}inbox/${folder}/message_1.json`, asMeta({ participants, messages, ...around }));
}

describe("a thread of Messenger or Instagram that is named by who takes part in it", () => {
  test.each([
    ["Zoë Quill, Sam and you", "zoequill_123"],
    ["Sam, ZOË  QUILL and you", "samzoequillandyou_700000000123"],
    ["Sam, Zoë and you", "samzoeandyou_700000000124"],
    ["Sam, Zo\u0065\u0308 Quill and you", "samzoquillandyou_700000000125"],
    ["Sam och Zoe Quill", "Sam_Zoe-Quill_aBc123XYZ"],
    ["Zoë Quill & Sam Pell-Smith - bowling", "zoequillandsam_700000000126"],
  ])("her name is written over in its title and its folder, and all else is read as before: %s, %s", async (title, folder) => {
    for (const root of ["messages/", "your_instagram_activity/messages/"]) {
      const all = await expectGone([threadOf({ title, folder, root })]);
      // Three letters alone stand in a signature by chance.
      expect(all).not.toMatch(/zo(?:ë|e\u0308|\\u00)|zoe[ -]?quill|zoeand|zoquill|\bzoe\b/iu);
      expect(all).toMatch(/"thread_path":"inbox\/x[^"]*x_[^"]+"|"thread_path":"inbox\/Sam_xxxxxxxxx_aBc123XYZ"/);
      expect(all).toContain("I saw you");
    }
  });

  test("a short name between others in the folder too, where she wrote nothing; not within the name of somebody else", async () => {
    const named = (name: string, folder: string): Source =>
      file(`inbox/${folder}/message_1.json`, JSON.stringify({
        participants: ["Sam Okafor", name, "Maya", "Jo"].map((one) => ({ name: one })),
        messages: [says(1, name === "Ann" ? "Sam Okafor" : name, `at number ${folder.at(-1)}`), says(2, "Maya", `no, number ${folder.at(-1)}`)],
        title: "Fun",
        thread_path: `inbox/${folder}`,
      })); // prettier-ignore
    const sms = file(
      "s.xml",
      `<smses count="1"><sms address="+447700900777" date="${minute(0)}" type="1" body="x" contact_name="Ann" /></smses>`,
    );
    const sources = [sms, named("Ann", "samannandyou_1"), named("Hannah Pike", "hannahpikeandyou_2")];
    const choice = await chosen(["Ann"], sources, noPerhaps);
    expect(choice.files.map(({ name, copy }) => [name, copy === undefined])).toEqual([
      ["s.xml", true],
      ["inbox/xxxxxxxxxxxx_1/message_1.json", false],
      ["inbox/hannahpikeandyou_2/message_1.json", true],
    ]);
    expect(everythingIn(await packOf(choice, sources)).includes("samann")).toBe(false);
  });

  test("pictures are found in the folder under its new name, and go with what goes; hers stay, and a chat with her alone", async () => {
    const folder = "samzoequillandyou_700000000123";
    const root = "your_facebook_activity/messages/";
    const uri = (name: string): object => ({ photos: [{ uri: `${root}inbox/${folder}/photos/${name}` }] });
    const thread = threadOf({
      title: "Sam, Zoë Quill and you",
      folder,
      root,
      more: [says(6, "Sam Okafor", "look", uri("1.jpg")), says(5, zoe, "canary look", uri("canary-2.jpg"))],
      beside: { image: { uri: `${root}inbox/${folder}/photos/3.jpg` } },
    });
    const own = file(
      `${root}inbox/zoequill_700000001/message_1.json`,
      asMeta({
        participants: [{ name: zoe }, { name: "Maya" }],
        messages: [says(9, zoe, "canary alone", { photos: [{ uri: `${root}inbox/zoequill_700000001/photos/4.jpg` }] })],
        title: zoe,
        thread_path: "inbox/zoequill_700000001",
      }),
    );
    const pictures = [
      `${folder}/photos/1.jpg`,
      `${folder}/photos/canary-2.jpg`,
      `${folder}/photos/3.jpg`,
      "zoequill_700000001/photos/4.jpg",
    ];
    const sources = [thread, own, ...pictures.map((name) => pictureOf(`${root}inbox/${name}`))];
    const members = await Promise.all(sources.map(async ({ name, size, read }) => ({ name, bytes: await read(0, size) })));
    for (const handed of [sources, [sourceOf("facebook.zip", storedZip(members))]]) {
      const all = await expectGone(handed);
      const choice = await chosen([zoe], handed, noPerhaps);
      const going = choice.files.flatMap(({ name, withheld }) => (withheld ? [] : [name.slice(name.indexOf("inbox/"))]));
      const masked = `inbox/${"x".repeat(17)}_700000000123`;
      expect(going.sort()).toEqual([`${masked}/message_1.json`, `${masked}/photos/1.jpg`, `${masked}/photos/3.jpg`]);
      expect(choice.goes.timeline.acts.find(({ text }) => text === "look")?.attachments[0]?.sha256).toBeDefined();
      expect(all).toContain(`${masked}/photos/1.jpg`);
    }
  });

  test("what nobody reads in a folder with her name, where nothing else goes, is told with the option that holds it back", async () => {
    const loose = [1, 2].map((i) => pictureOf(`in/inbox/zoequill_5/photos/${i}.jpg`));
    const choice = await choose([zoe], [threadOf({}), ...loose], noPerhaps);
    expect(choice.ok ? "" : choice.error).toBe(
      'in/inbox/zoequill_5/photos/1.jpg and 1 more file have the name of somebody who is left out in their own names, or in those of their folders or archives. Give them other names, or hold them back with --leave-out "in/inbox/zoequill_5".',
    );
    await expectGone([threadOf({}), ...loose], [zoe, "in/inbox/zoequill_5"]);
  });

  test("every field around the messages, the download of encrypted chats too", async () => {
    const beside = {
      magic_words: [{ magic_word: zoe, creation_timestamp: 1 }],
      joinable_mode: { mode: 1, link: "https://example.com/j/zoequill/" },
      nicknames: [{ name: zoe }],
      image: { uri: "messages/inbox/zoequill_5/photos/1.jpg" },
    };
    await expectGone([threadOf({ beside, title: `${zoe}’s walks` })]);
    const encrypted = {
      participants: ["Sam Okafor", zoe, "Maya", "Jo"],
      threadName: "Zoë Quill, Sam_7",
      messages: [
        { isUnsent: false, media: [], reactions: [{ actor: "Quill, Zoë", reaction: "x" }], senderName: "Sam Okafor", text: "I saw you", timestamp: minute(1), type: "text" },
        { isUnsent: false, media: [], reactions: [], senderName: zoe, text: "canary", timestamp: minute(2), type: "text" },
        { isUnsent: false, media: [], reactions: [], senderName: "Maya", text: "no", timestamp: minute(3), type: "text" },
      ],
    }; // prettier-ignore
    await expectGone([file("chat.json", JSON.stringify(encrypted))]);
  });

  test("a part of her name goes from the file that Messenger named by its thread too, and from a WhatsApp archive of a group", async () => {
    const said = (senderName: string, text: string, i: number): object => ({
      ...{ isUnsent: false, media: [], reactions: [], senderName, text, timestamp: minute(i), type: "text" },
    });
    const encrypted = {
      participants: ["Sam Okafor", zoe, "Maya"],
      threadName: "Maya, Zoë, Sam_7",
      messages: [said("Sam Okafor", "I saw you", 1), said(zoe, "canary", 2), said("Maya", "no", 3)],
    };
    const member = file("messages/Maya, Zoë, Sam_7.json", JSON.stringify(encrypted));
    const zipped = storedZip([{ name: member.name, bytes: await member.read(0, member.size) }]);
    for (const handed of [[member], [sourceOf("messenger.zip", zipped)]]) {
      const all = await expectGone(handed);
      expect(all).not.toMatch(/zo(?:ë|e\u0308|\\u00)/iu);
      expect(all).toContain("Maya, xxx, Sam_7.json");
    }
    const lines = [1, 2, 3].flatMap((day) =>
      ["Sam Okafor: I saw you", `${zoe}: canary`, "Maya: no"].map((one) => `[0${day}/03/2026, 08:00:00] ${one}\r\n`),
    );
    const chat = Buffer.from(`[01/03/2026, 07:00:00] \u200eSam Okafor created group “Fun”\r\n${lines.join("")}`);
    // Without the first line nothing says that it is a group's, and its name is a part of somebody's.
    for (const bytes of [chat, Buffer.from(lines.join(""))]) {
      const all = await expectGone([sourceOf("WhatsApp Chat - Sam, Zoë.zip", storedZip([{ name: "_chat.txt", bytes }]))]);
      expect(all).not.toMatch(/zo(?:ë|e\u0308|\\u00)/iu);
    }
  });

  test("left out and covered at once, with her reaction under a turned name and her name in what others write", async () => {
    const reactions = [{ reaction: "x", actor: "Quill, Zoë" }, { reaction: "x", actor: zoe }]; // prettier-ignore
    const more = [says(7, "Sam Okafor", `ask ${zoe}`, { reactions, share: { link: "https://example.com/zoe.quill" } })];
    const thread = threadOf({ title: "Zoë Quill, Sam and you", folder: "zoequill_123", more });
    expect(await expectGone([thread], [zoe], { redact: [zoe] })).toContain("ask *1");
    const told = await chosen([zoe], [thread], noPerhaps);
    expect(told.naming).toEqual([{ id: told.goes.timeline.acts.find(({ text }) => text?.startsWith("ask"))?.id, file: thread.name }]);
    expect(told.namedOutside).toEqual([]);
  });
});

describe("she is nowhere in a pack of", () => {
  const telegramMessage = (i: number, from: string, from_id: string, text: unknown, more: object = {}): object => ({
    ...{ id: i, type: "message", date: `2026-03-13T08:0${i}:00`, date_unixtime: String(minute(i) / 1000), from, from_id, text },
    ...more,
  });
  const service = (i: number, actor: string, action: string, more: object): object => ({
    ...{ id: i, type: "service", date: `2026-03-13T08:0${i}:00`, date_unixtime: String(minute(i) / 1000), actor, actor_id: "user700000001", action, text: "" },
    ...more,
  }); // prettier-ignore
  const her = [zoe, "user700000001"] as const;

  test.each(["Jo\u2011Ann", "\uFF2A\uFF4F\uFF21\uFF4E\uFF4E"])(
    "Telegram, by a name with wide letters or a hyphen that breaks no line, typed as it stands in the file: %s",
    async (name) => {
      const messages = [
        telegramMessage(1, "Maya", "user11111111", "please stop"),
        telegramMessage(2, name, "user33333333", "canary"),
        telegramMessage(3, "Sam Okafor", "user22222222", "no"),
      ];
      const all = await expectGone(
        [file("a/result.json", JSON.stringify({ name: `${name} & me`, type: "private_group", id: 37, messages }))],
        [name],
      );
      expect(all).not.toContain(name);
    },
  );

  test("Telegram’s groups that are named by parts of her name: where she wrote it is written over, in an export of all chats too", async () => {
    const of = (id: number, name: string, isHers: boolean): object => ({
      ...{ name, type: "private_group", id },
      messages: [
        telegramMessage(1, "Maya", "user11111111", `stop ${id}`),
        ...(isHers ? [telegramMessage(2, ...her, "canary")] : []),
        telegramMessage(3, "Sam Okafor", "user22222222", `no ${id}`),
      ],
    });
    const single = file("a/result.json", JSON.stringify(of(34, "Zoë, Sam & me", true)));
    const list = [of(35, "Bowling", false), of(36, "Maya, Sam, Zoë", true)];
    const full = file("b/result.json", JSON.stringify({ about: "x", chats: { about: "x", list } }, undefined, 1));
    for (const handed of [[single], [full], [single, full]]) {
      const all = await expectGone(handed);
      expect(all).not.toMatch(/zo(?:ë|e\u0308|\\u00)/iu);
    }
  });
  const club = {
    name: "Zoë Quill, Sam and Maya",
    type: "private_group",
    id: 33,
    messages: [
      telegramMessage(1, "Maya", "user11111111", "please stop"),
      telegramMessage(2, ...her, "canary"),
      service(3, zoe, "invite_members", { members: ["Maya", zoe] }),
      telegramMessage(4, "Sam Okafor", "user22222222", [{ type: "mention_name", text: "you", user_id: 700000001 }, " watch it"]),
      telegramMessage(5, "Sam Okafor", "user22222222", "outside", {
        ...{ forwarded_from: zoe, forwarded_from_id: her[1], reply_to_message_id: 2 },
        reactions: [{ type: "emoji", count: 1, emoji: "x", recent: [{ from: zoe, from_id: her[1], date: "2026-03-13T08:07:00" }] }],
      }),
      service(6, zoe, "phone_call", { duration_seconds: 3 }),
    ],
  };

  test.each([
    ["one group", club],
    ["one group of an export without numbers of chats", { ...club, id: undefined }],
    [
      "all chats",
      {
        about: "x",
        contacts: {
          about: "c",
          list: [{ first_name: "Zoë", last_name: "Quill", phone_number: "+447700900777", date: "2026-01-01T00:00:00" }],
        },
        frequent_contacts: { about: "f", list: [{ id: 700000001, category: "people", type: "user", name: zoe, rating: 1 }] },
        chats: {
          about: "c",
          list: [club, { name: zoe, type: "personal_chat", id: 700000001, messages: [telegramMessage(1, ...her, "canary")] }],
        },
        left_chats: { about: "l", list: [{ name: "Zoë Quill’s leaving", type: "private_group", id: 44, messages: [] }] },
      },
    ],
  ])("Telegram, %s", async (_, document) => {
    expect(await expectGone([file("result.json", JSON.stringify(document, undefined, 1))])).toContain("outside");
  });

  test("texts and picture messages, with her number in each spelling, drafts and notes of the app", async () => {
    const sms = file(
      "sms.xml",
      `<?xml version='1.0' encoding='UTF-8'?>
<!-- for Zoë Quill -->
<smses count="5" device="Zoe Quill">
  <sms address="+447700900123" date="${minute(0)}" type="1" body="I know where you park" contact_name="Sam Okafor" />
  <sms address="07700 900777" date="${minute(1)}" type="1" body="canary" contact_name="Zo&#235; Quill" />
  <sms address="+447700900777" date="${minute(2)}" type="2" body="canary" contact_name="(Unknown)" />
  <mms date="${minute(3)}" msg_box="1" address="+447700900123~+447700900777" contact_name="Sam Okafor, Zo&#235; Quill" m_type="132">
    <parts><part seq="0" ct="text/plain" name="zoequill.txt" text="canary" /></parts>
    <addrs><addr address="+447700900123" type="137" /><addr address="+447700900777" type="151" /></addrs>
  </mms>
  <sms address="07700900777" date="${minute(4)}" type="3" body="canary draft" contact_name="x" />
</smses>
`,
    );
    expect(await expectGone([sms])).toContain("where you park");
  });

  test("a WhatsApp group with the lines of the app about her, in a folder and an archive that are named by her", async () => {
    const lines = [
      '13/03/2026, 08:00 - Zoë Quill created group "Fun"',
      "13/03/2026, 08:01 - Sam Okafor: I know where you park",
      "13/03/2026, 08:02 - Zoë Quill: canary",
      "canary on two lines",
      "13/03/2026, 08:03 - Sam Okafor added Zoë Quill",
      "13/03/2026, 08:04 - Maya: please stop",
      "",
    ].join("\n");
    await expectGone([file("WhatsApp Chat with Fun.txt", lines)]);
    const name = "WhatsApp Chat - Zoë Quill's choir/_chat.txt";
    expect(await expectGone([file(`in/${name}`, lines)])).toContain("in/WhatsApp Chat - xxxxxxxxx's choir/_chat.txt");
    await expectGone([sourceOf("in/all.zip", storedZip([{ name, bytes: Buffer.from(lines) }]))]);
    await expectGone([sourceOf("Zoë Quill/all.zip", storedZip([{ name: "_chat.txt", bytes: Buffer.from(lines) }]))]);
    // An archive after which the thread is called is written over as its title is; one of another name has to be named again by her.
    const called = [sourceOf("choir of Zoë Quill.zip", storedZip([{ name: "_chat.txt", bytes: Buffer.from(lines) }]))];
    expect(await expectGone(called)).toContain("choir of xxxxxxxxx.zip");
    const bytes = Buffer.from(lines);
    const own = await choose(
      [zoe],
      [sourceOf("from Zoë Quill.zip", storedZip([{ name: "WhatsApp Chat with Fun.txt", bytes }]))],
      noPerhaps,
    );
    expect(own.ok ? "" : own.error).toMatch(/in its own name.* Unpack the archive, and give it another name or leave it out\.$/);
  });

  test("a table of hers and his, with her name in a column without a meaning", async () => {
    const rows = [
      "date,who,whom,what,note",
      `2026-03-13 08:00,Sam Okafor,Maya,outside,seen by ${zoe}`,
      `2026-03-13 08:05,${zoe},Maya,canary,`,
      "",
    ];
    const list = { format: "unmask-columns-1", zone: "local", kinds: {}, fixed: { channel: "sms", kind: "message" } };
    const columns = { ...list, columns: { when: "date", who: "who", to: "whom", what: "what" } };
    await expectGone([file("diary.csv", rows.join("\n")), file("diary.csv.columns.json", JSON.stringify(columns))]);
  });
});

describe("where her name stays in what goes, the act is told", () => {
  const sam = { type: "message", date: "2026-03-13T08:09:00", date_unixtime: String(minute(9) / 1000), from: "Sam Okafor", from_id: "user22222222" };
  const hers = { ...sam, id: 1, from: zoe, from_id: "user700000001", text: "no" };
  const club = (more: object): Source =>
    file("result.json", JSON.stringify({ name: "Fun", type: "private_group", id: 5, messages: [hers, { ...sam, id: 2, text: "hello", ...more }] }));
  const sms = (record: string): Source =>
    file("s.xml", `<smses count="2">${record}<sms address="+447700900777" date="${minute(0)}" type="1" body="x" contact_name="${zoe}" /></smses>`);
  const meta = (more: object): Source => threadOf({ more: [says(8, "Sam Okafor", "hello", more)] });
  test.each([
    ["Telegram, in words", club({ text: ["ask ", { type: "mention", text: "Zoë Quill" }] })],
    ["Telegram, a bot", club({ via_bot: "@zoequill" })],
    ["Telegram, a card", club({ contact_information: { first_name: "Zoë", last_name: "Quill", phone_number: "+447700900777" } })],
    ["texts, the words", sms(`<sms address="+447700900123" date="1772359200000" type="1" body="07700 900777 is hers" contact_name="Sam Okafor" />`)],
    ["texts, a part", sms(`<mms address="+447700900123" date="1772359200000" msg_box="1" contact_name="Sam Okafor"><parts><part seq="0" ct="text/plain" name="zoe_quill.txt" text="x" /></parts></mms>`)],
    ["Messenger, the name of a picture", meta({ photos: [{ uri: "messages/photos/Zoë Quill_12.jpg" }] })],
    ["Messenger, a percent-encoded address", meta({ share: { link: "https://example.com/zo%C3%AB%20quill" } })],
    ["Messenger, a field that nobody knows", meta({ ranked_by: zoe })],
    ["WhatsApp, a mention by number", file("WhatsApp Chat with Fun.txt", "13/03/2026, 08:00 - Sam Okafor: ask Zoë Quill @447700900777\n13/03/2026, 08:02 - Zoë Quill: no\n13/03/2026, 08:03 - Maya: no\n")],
  ])("%s", async (_, source) => {
    const { naming } = await chosen([zoe], [group, source], noPerhaps);
    expect(naming).toMatchObject([{ file: source.name }]);
    const [{ id } = { id: "" }] = naming;
    expect((await chosen([zoe, id], [group, source], noPerhaps)).naming).toEqual([]);
  });
}); // prettier-ignore

test("a name that stands in that of somebody whom the report is about is no trace of her", async () => {
  const sms = file(
    "s.xml",
    `<smses count="1"><sms address="+447700900777" date="${minute(0)}" type="1" body="x" contact_name="Okafor" /></smses>`,
  );
  const choice = await chosen(
    ["+447700900777"],
    [sms, threadOf({ isHers: false, title: "Sam Okafor, Zoë and you", folder: "samokaforandyou_1" })],
    noPerhaps,
  );
  expect(choice.files[1]?.copy).toBeUndefined();
});

test("where his name in her contacts has hers in it, that is told, and she is found everywhere else all the same", async () => {
  const sms = file(
    "s.xml",
    `<smses count="2"><sms address="+447700900123" date="${minute(0)}" type="1" body="I saw you" contact_name="Sam, Zo&#235; Quill’s ex" /><sms address="+447700900777" date="${minute(1)}" type="1" body="canary" contact_name="Zo&#235; Quill" /></smses>`,
  );
  const choice = await chosen([zoe], [sms, threadOf({ title: "Zoë Quill, Sam and you", folder: "zoequill_1" })], noPerhaps);
  expect(choice.namedInTheirs).toEqual(["s.xml"]);
  const all = everythingIn(await packOf(choice, [sms, threadOf({ title: "Zoë Quill, Sam and you", folder: "zoequill_1" })]));
  expect(all).toContain('"title":"xxxx');
  expect(all.includes("zoequill_1")).toBe(false);
});
