import type { Source } from "@unmask/core";
import { describe, expect, test } from "vitest";
import { type MoreToSay, choir, choose, chosen, file, group, noPerhaps, picture, texts } from "../../../fixtures/choices.ts";
import { sourceOf } from "../../../fixtures/importers/fixture.ts";
import { storedZip } from "../../../fixtures/sample-case/stored-zip.ts";

describe("where the name of somebody who is left out still stands is said", () => {
  test("a friend who is left out is named in no words of her own: it is said in which document and field", async () => {
    const of = async (more: MoreToSay, leaveOut = "Kim Doyle"): Promise<string> => {
      const choice = await choose([leaveOut], [group, texts], more);
      return choice.ok ? "" : choice.error;
    };
    const day = { year: 2026, month: 3, day: 1 } as const;
    const cover = { helps: [{ who: "my mother" }, { who: "kim\nDOYLE" }] };
    expect(await of({ says: [{ option: "--cover", said: cover }] })).toMatch(
      /^--cover: helps 2, who holds the name of somebody whom you leave out/,
    );
    expect(await of({ says: [{ option: "--impact", said: "07700 900777 rings me no more" }] })).toMatch(/^--impact: what you wrote there/);
    expect(await of({ anniversaries: [{ day, label: "Kim Doyle's birthday" }] })).toMatch(/^--statement.*: anniversaries 1, label holds/);
    expect(await of({ agreed: [{ says: "only at Kim Doyle's" }] })).toMatch(/^--statement.*: agreed 1, says holds/);
    expect(await of({ agreed: [{ says: "Kim Doyle may write", person: "Kim Doyle" }] })).toBe("");
    expect(await of({ says: [{ option: "--cover", said: { relationship: { says: "Sam Okafor and I" } } }] })).toBe("");
  });

  test("a card of contacts with the number of a friend who is left out does not go, in a zip neither; a picture that nobody looked through is told", async () => {
    const card = file("contact.vcf", "BEGIN:VCARD\r\nN:Doyle;Kim;;;\r\nTEL:07700 900 777\r\nEND:VCARD\r\n");
    const list = file("people.json", '[{"first_name": "Kim", "phone": "", "last_name": "Doyle"}]');
    const photo = sourceOf("a.jpg", new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0]));
    const zip = sourceOf("cards.zip", storedZip([{ name: "1.vcf", bytes: await card.read(0, card.size) }]));
    const of = async (sources: readonly Source[], more: readonly string[] = []): Promise<string> => {
      const choice = await choose(["Kim Doyle", ...more], [group, texts, photo, ...sources]);
      return choice.ok ? choice.value.files.flatMap(({ name, withheld }) => (withheld ? [name] : [])).join() : choice.error;
    };
    expect(await of([card])).toBe(
      'contact.vcf holds the name or number of somebody whom you leave out, and nobody reads it, so it cannot go in part. Hold it back whole with --leave-out "contact.vcf".',
    );
    expect(await of([card, list, zip])).toBe(
      'cards.zip and 2 more files hold the name or number of somebody whom you leave out, and nobody reads them, so they cannot go in part. Hold them back whole with --leave-out "cards.zip" --leave-out "contact.vcf" --leave-out "people.json".',
    );
    expect(await of([card], [card.name])).toBe(card.name);
    expect(await chosen(["Kim Doyle"], [group, texts, photo])).toMatchObject({ unseen: ["a.jpg"] });
    expect(await chosen([texts.name], [group, texts, card, photo])).toMatchObject({ unseen: [] });
  });

  test("a card that came with a message in a zip stays behind with that message", async () => {
    const lines = ["02/03/2026, 09:00 - Sam Okafor: contact.vcf (file attached)", "02/03/2026, 09:01 - Sam Okafor: hello", ""];
    const members = { "_chat.txt": lines.join("\n"), "contact.vcf": "BEGIN:VCARD\nFN:Kim Doyle\nEND:VCARD\n" };
    const zip = storedZip(Object.entries(members).map(([name, text]) => ({ name, bytes: new TextEncoder().encode(text) })));
    const sources = [group, texts, sourceOf("chat.zip", zip)];
    const choice = await choose(["Kim Doyle"], sources);
    const [, act = ""] = /Leave out what they came with: --leave-out (\S+)\.$/.exec(choice.ok ? "" : choice.error) ?? [];
    const without = await chosen(["Kim Doyle", act], sources);
    expect(without.files.map(({ name, withheld }) => (withheld ? "" : name))).toContain("_chat.txt");
    expect(without.files.map(({ name }) => name)).not.toContain("contact.vcf");
  });

  test("a file that has her name in its own", async () => {
    const named = file(
      "Kim Doyle and all.xml",
      `<calls count="1"><call number="07700 900123" duration="0" date="1772359400000" type="3" /></calls>`,
    );
    const choice = await choose(["Kim Doyle"], [group, named]);
    expect(choice.ok ? "" : choice.error).toMatch(/has the name of somebody who is left out in its own name/);
  });
});

describe("the name of somebody else is looked for in what goes, covered or not", () => {
  test("an act in which a name stands in a longer word, or in a form that only reads as the name, is told, for there it stays", async () => {
    const said = ["Zoë Doyle is with the Zoë Doyles", "no", "Zoë M. Doyle", "Zое Dоуlе", "Zoë and her dog"];
    const near = file("WhatsApp Chat with Sam Okafor.txt", said.map((text, i) => `01/03/2026, 09:0${i} - Sam Okafor: ${text}\n`).join(""));
    const { nearlyNaming, goes } = await chosen([], [near], { ...noPerhaps, redact: ["Zoë Doyle"] });
    expect(nearlyNaming.map(({ file: name }) => name)).toEqual([near.name, near.name, near.name]);
    const told = goes.timeline.acts.filter(({ source }) => source.name === near.name).map((act) => act.text);
    expect(told).toEqual(["*1§ ***** is with the Zoë Doyles", ...said.slice(1)]);
  });
});

describe("a name that cannot be covered is never let go: it is said what to do", () => {
  const mail = file(
    "saved.eml",
    "From: sam@example.org\nTo: maya@example.org\nDate: Mon, 2 Mar 2026 09:00:00 +0000\n\nZoë Doyle said so.\n",
  );
  const hidden = file(
    "hidden.eml",
    "From: sam@example.org\nTo: maya@example.org\nDate: Mon, 2 Mar 2026 09:00:00 +0000\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n" +
      `--b\n\nlook\n--b\nContent-Type: text/x-vcard; name=c.vcf\nContent-Transfer-Encoding: base64\n\n${Buffer.from("BEGIN:VCARD\nFN:Zoë Doyle\nEND:VCARD").toString("base64")}\n--b--\n`,
  );
  const card = file("contact.vcf", "BEGIN:VCARD\nFN:Zoë Doyle\nEND:VCARD\n");
  const parted = file(
    "result.json",
    `{"name": "Sam", "type": "personal_chat", "id": 5, "messages": [{"id": 1, "type": "message", "date": "2026-03-01T10:00:00", "date_unixtime": "1772359200", "from": "Sam Okafor", "from_id": "user1234567", "text": ["ask Zoë", {"type": "bold", "text": " Doyle"}]}]}`,
  );

  const contactsOf = (person: string, more = ""): Source =>
    file(
      "result.json",
      `{"contacts": {"list": [{"user_id": 7654321, ${person}, "phone_number": ""}]}, "chats": {"list": [{"name": "Sam", "type": "personal_chat", "id": 5, "messages": [{"id": 1, "type": "message", "date": "2026-03-01T10:00:00", "date_unixtime": "1772359200", "from": "Sam Okafor", "from_id": "user1234567", "text": "hello"}${more}]}]}}`,
    );
  const lastFirst = contactsOf('"last_name": "Doyle", "first_name": "Zoë"');

  test.each<[string, readonly Source[], string, RegExp]>([
    [
      "in a mail",
      [choir, picture, mail],
      "Zoë Doyle",
      /^saved\.eml holds a name .* in the act email-[0-9a-f]+-1\. Leave that act out with --leave-out email-/,
    ],
    ["in what came with a mail", [hidden, choir, picture], "Zoë Doyle", /^hidden\.eml holds a name .* in the act/],
    [
      "in a file that nobody reads",
      [choir, picture, card],
      "Zoë Doyle",
      /^contact\.vcf holds a name .*, outside of every act\. Hold it back whole with --leave-out "contact\.vcf"/,
    ],
    [
      "in fields apart",
      [choir, picture, file("people.json", '[{"id": 7, "first_name": "Zo\\u00eb", "phone": "", "last_name":\n"Doyle"}]')],
      "Zoë Doyle",
      /^people\.json holds a name .*, outside of every act\. Hold it back whole with --leave-out "people\.json"/,
    ],
    [
      "in the contacts beside the messages of an export, the last name first",
      [choir, picture, lastFirst],
      "Zoë Doyle",
      /^result\.json holds a name .*, outside of every act\. Hold it back whole with --leave-out "result\.json", or cover the parts of the name too, each with --redact\.$/,
    ],
    ["across two pieces of a text", [choir, picture, parted], "Zoë Doyle", /^result\.json holds a name .* in the act telegram-/],
    [
      "of whom the report is about",
      [choir, picture],
      "Okafor",
      /^--redact Okafor: it stands in the name of somebody whom the report is about/,
    ],
    ["of one letter", [choir], "Z", /^--redact Z: a name has two letters at least/],
    ["of nobody", [choir, picture], "Quentin", /^--redact Quentin: the name stands nowhere in these files/],
    ["that the words of an app are made of", [choir, picture], "file attached", /is not read as before once names in it are covered/],
  ])("%s", async (_, sources, name, says) => {
    const choice = await choose([], sources, { ...noPerhaps, redact: [name] });
    expect(choice.ok ? "" : choice.error).toMatch(says);
  });

  const sharedContact = `, {"id": 2, "type": "message", "date": "2026-03-01T10:01:00", "date_unixtime": "1772359260", "from": "Sam Okafor", "from_id": "user1234567", "contact_information": {"first_name": "Zoë", "last_name": "Doyle", "phone_number": ""}, "text": ""}`;

  test.each<[string, readonly string[], string, string]>([
    ["as a name", ["Zoë Doyle"], "*1§", "*****"],
    ["as a name beside its parts", ["Zoë", "Doyle", "Zoë Doyle"], "*3§", "*****"],
    ["as two names", ["Zoë", "Doyle"], "*1§", "*2***"],
  ])("first and last name that stand apart in an export are covered %s", async (_, redact, first, last) => {
    const escaped = first.replace("§", "\\u00a7");
    const sources = [choir, picture, contactsOf('"first_name": "Zo\\u00eb", "last_name": "Doyle"', sharedContact)];
    const choice = await chosen([], sources, { ...noPerhaps, redact });
    const copy = choice.files.find(({ name }) => name === "result.json") ?? expect.fail();
    const text = new TextDecoder().decode(await copy.source.read(0, copy.size));
    expect(text).toContain(`"first_name": "${escaped}", "last_name": "${last}"`);
    expect(text).toContain(`"first_name": "${first}", "last_name": "${last}"`);
    expect(choice.goes.timeline.acts.map((act) => act.text)).toContain(`Contact: ${first} ${last}`);
  });

  test.each<[string, readonly string[], string]>([
    ["two names", ["Zoë", "Doyle"], "*1§ *2***"],
    ["one", ["Zoë Doyle"], "*1§ *****"],
  ])(
    "the number on a card of a contact is covered with the name on it, given as %s, and wherever else it stands",
    async (_, redact, name) => {
      const shared = sharedContact.replace('"phone_number": ""', '"phone_number": "+447700900555"');
      const chat = file("WhatsApp Chat with Sam Okafor.txt", "02/03/2026, 10:00 - Sam Okafor: 07700 900555 or 07700 900123\n");
      const choice = await chosen([], [choir, picture, chat, contactsOf('"first_name": "Jo"', shared)], { ...noPerhaps, redact });
      const words = choice.goes.timeline.acts.map((act) => act.text);
      expect(words).toContain(`Contact: ${name} *1***********`);
      expect(words).toContain("*1*** ****** or 07700 900123");
      for (const { source } of choice.files) expect(new TextDecoder().decode(await source.read(0, source.size))).not.toMatch(/900 ?555/);
    },
  );

  test.each<[string, Source]>([
    ["in the contacts beside the messages", contactsOf('"first_name": "Zoë", "phone_number": "00447700900555", "note": "Doyle"')],
    [
      "of a name with a bracket in it",
      contactsOf('"first_name": "Jo"', sharedContact.replace('"Zoë"', '"Zoë }"').replace('""}, "text"', '"+447700900555"}, "text"')),
    ],
    [
      "in an archive",
      sourceOf(
        "cards.zip",
        storedZip([
          {
            name: "z.vcf",
            bytes: new TextEncoder().encode("BEGIN:VCARD\r\nN:Doyle;Zoë;;;\r\nitem1.TEL;CELL:+44 7700 900555\r\nEND:VCARD\r\n"),
          },
        ]),
      ),
    ],
  ])("the number is found on a card %s", async (_, card) => {
    const chat = file("WhatsApp Chat with Sam Okafor.txt", "02/03/2026, 10:00 - Sam Okafor: 07700 900555\n");
    const choice = await chosen(card.name.endsWith(".zip") ? [card.name] : [], [choir, picture, chat, card], {
      ...noPerhaps,
      redact: ["Zoë", "Doyle"],
    });
    expect(choice.goes.timeline.acts.map((act) => act.text)).toContain("*1*** ******");
  });

  test("a card that shows the name beside the number of whom the report is about: that number stays", async () => {
    const shared = sharedContact.replace('"phone_number": ""', '"phone_number": "00447700900123"');
    const choice = await chosen([], [choir, picture, contactsOf('"first_name": "Jo"', shared)], { ...noPerhaps, redact: ["Zoë", "Doyle"] });
    expect(choice.goes.timeline.acts.map((act) => act.text)).toContain("Contact: *1§ *2*** 00447700900123");
  });

  test("in her own words for the first page, in those on what it did to her, and in what she states", async () => {
    const of = async (more: MoreToSay): Promise<string> => {
      const choice = await choose([], [choir, picture], { ...noPerhaps, redact: ["Zoë Doyle"], ...more });
      return choice.ok ? "" : choice.error;
    };
    expect(await of({ says: [{ option: "--cover", said: { helps: [{ who: "Zoe Doyle" }] } }] })).toMatch(
      /^--cover: helps 1, who holds a name/,
    );
    expect(await of({ says: [{ option: "--impact", said: "I see zoë doyle no more" }] })).toMatch(/^--impact: /);
    expect(await of({ anniversaries: [{ day: { year: 2026, month: 3, day: 1 }, label: "Zoë Doyle's birthday" }] })).toMatch(/^--statement/);
    expect(await of({ perhaps: ["Zoë Doyle"] })).toMatch(/^--redact Zoë Doyle: it stands in the name of somebody/);
    expect(await of({})).toBe("");
  });

  test("in an archive of files that nobody reads, and in one of which a member is damaged", async () => {
    const bytes = new TextEncoder().encode("02/03/2026, 09:00 - Sam Okafor: ask Zoë Doyle\n02/03/2026, 09:01 - Maya: no\n");
    const photos = sourceOf("photos.zip", storedZip([{ name: "zoe doyle/1.jpg", bytes: new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0]) }]));
    const torn = storedZip([{ name: "_chat.txt", bytes }]);
    torn[torn.indexOf("Maya: no") + 7] = 0x4e;
    const choice = await choose([], [choir, picture, photos], { ...noPerhaps, redact: ["Zoë Doyle"] });
    expect(choice.ok ? "" : choice.error).toMatch(
      /^photos\.zip holds a name that you want covered where it cannot be, outside of every act\./,
    );
    for (const [leaveOut, redact] of [
      [[], ["Zoë Doyle"]],
      [["2026-03-02T09:00..2026-03-02T09:00"], []],
    ] as const) {
      const parted = await choose(leaveOut, [choir, picture, sourceOf("chat.zip", torn)], { ...noPerhaps, redact });
      expect(parted.ok ? "" : parted.error).toMatch(/^chat\.zip has a damaged part that cannot go by itself\. Hold it back whole/);
    }
  });

  test("more names than there are numbers for", async () => {
    const names = ["Ada", "Bea", "Cas", "Dee", "Eve", "Fay", "Gus", "Hal", "Ida", "Jay"];
    const many = file("WhatsApp Chat with Sam Okafor.txt", names.map((name) => `01/03/2026, 09:00 - Sam Okafor: ${name}\n`).join(""));
    const choice = await choose([], [many], { ...noPerhaps, redact: names });
    expect(choice.ok ? "" : choice.error).toMatch(/^--redact: at most 9 names/);
  });
});
