import type { Page } from "playwright-core";
import { pressOn } from "../../test/journeys/by-keyboard.ts";
import type { Sheet, Shot } from "./lay-sheet.ts";
import { fills, inTurn, lookAt, presses, sees, withoutNetwork, writes } from "./look.ts";
import { type Ask, type NorthDraft, type Seeded, completeNorth, day } from "./order-screens.ts";

/** Each screen of orders that was not drawn, in every state of the sheet of states that can happen there. */

/** Who is at the desk: a supervisor who writes, a coordinator, the second person, and an investigator who is on none of these cases. */
interface Officers {
  readonly ruth: Page;
  readonly owen: Page;
  readonly gwen: Page;
  readonly tom: Page;
}

/** A force’s desk. */
export interface DeskOfOrders {
  readonly officers: Officers;
  readonly ask: (page: Page) => Ask;
  /** Writes an event of an order. */
  readonly write: (page: Page, order: string, kind: string, body: object) => Promise<void>;
}

/** What the sheets are made from. */
export interface OrderStage extends DeskOfOrders {
  readonly of: Seeded;
}

/** What stands in place of every part of an order alike: who may not, what waits, and what fails. */
async function around({ officers: { ruth, tom } }: DeskOfOrders, part: string, order: string, opened?: string): Promise<readonly Shot[]> {
  const at = `/orders/${order}/${part}`;
  return [
    await lookAt("Refused, need to know: nothing is shown, not even a name; logged", { page: tom, at, opens: "refused" }),
    ...(opened === undefined ? [] : [await anyway(tom, at, opened)]),
    await lookAt("It is being opened", { page: ruth, at, opens: "waits" }),
    await lookAt("No network at the opening", { page: ruth, at, opens: "no network" }),
  ];
}

/** Opens a case without need to know, and its order with it; it is closed afterwards. */
async function anyway(page: Page, at: string, opened: string): Promise<Shot> {
  await page.setViewportSize({ width: 1_440, height: 900 });
  await page.goto(new URL(`/cases/${opened}`, page.url()).href);
  await page.locator(".reasons").waitFor();
  await page.keyboard.press("1");
  await page.getByText("What would allow it").waitFor();
  await page.keyboard.press("b");
  await page.keyboard.insertText("999 log 0091: he is at the door.");
  await page.keyboard.press("Control+Enter");
  await page.locator(".band").getByText("without need to know").waitFor();
  await page.getByRole("navigation", { name: /^Parts of case/ }).waitFor();
  await presses("g o")(page);
  await pressOn(page, new RegExp(at.split("/")[2] ?? ""));
  await page.locator(".reasons").waitFor();
  await page.keyboard.press("1");
  await page.locator("main.order-work h1").waitFor();
  const says = "Opened anyway: it says so all the time, and the panel says that a supervisor authorises";
  const shot = await lookAt(says, { page, at, look: "wide", isOpen: true });
  await page.getByRole("button", { name: "Close now" }).first().click();
  await page.locator(".band").waitFor({ state: "detached" });
  return shot;
}

/** Both write at once: what the second one typed stays. */
function meanwhile(other: () => Promise<void>): (page: Page) => Promise<void> {
  return inTurn(other, writes(/Not saved yet/));
}

const noNetwork = inTurn(withoutNetwork, writes(/No connection since/));

/** An appeal to the Crown Court. */
export async function appealSheet(stage: OrderStage): Promise<Sheet> {
  const { officers, of, write } = stage;
  const { ruth, owen } = officers;
  const at = `/orders/${of.appealed}/appeal`;
  const ours = fills("c p", [
    ["Who appeals", "we do"],
    ["Against which result", "made the order"],
    ["Day of the appeal", day(-2)],
    ["On which grounds", "Two years are too few."],
  ]);
  const his = fills("c p", [
    ["Who appeals", "another force"],
    ["Against which result", "made the order"],
    ["Day of the appeal", day(-1)],
    ["On which grounds", "Westmere wrote that it appeals as well."],
  ]);
  const found = { day: day(-1), address: "9 Mill Lane", ground: { says: "His landlord’s call", knowing: "account" } };
  const shots = [
    await lookAt("The screen: an appeal that is not decided", { page: ruth, at, look: "wide" }),
    await lookAt("Empty: none is written", { page: ruth, at: `/orders/${of.live}/appeal` }),
    await lookAt("Refused by law: an appeal of ours that does not lie, with its section", {
      ...{ page: ruth, at, act: inTurn(ours, writes(/We can appeal against/)) },
    }),
    await lookAt("A field is missing: said above the buttons, nothing is sent", {
      ...{ page: ruth, at, act: inTurn(fills("c p", [["Who appeals", "we do"]]), writes(/Against which result/)) },
    }),
    await lookAt("Two people saved: what was typed stays", {
      ...{
        page: ruth,
        at,
        act: inTurn(
          his,
          meanwhile(() => write(owen, of.appealed, "address-changed", found)),
        ),
      },
    }),
    await lookAt("No network at the saving: what was typed stays", { page: ruth, at, act: inTurn(his, noNetwork) }),
    ...(await around(stage, "appeal", of.appealed)),
    await lookAt("By night, the form", { page: ruth, at, look: "night", act: fills("c p", []) }),
    await lookAt("On a phone", { page: ruth, at, look: "phone" }),
    await lookAt("On a phone by night: empty", { page: ruth, at: `/orders/${of.live}/appeal`, look: "phone by night" }),
    await lookAt("320 px wide, the form", { page: ruth, at, look: "narrow", act: fills("c p", []) }),
  ];
  return {
    ...{ title: "Appeal", shots },
    never: [
      "no self-approval and waiting for a second person. An appeal is a fact that is noted; what the court above decides is typed and read against its copy on “What the court did”.",
      "a clock. No time limit is in the Act as read, and the screen says so in its place.",
      "opened anyway by a supervisor or a coordinator: they keep the register of the whole force. How an order looks to whoever opened its case stands on the sheet of Northern Ireland.",
    ],
  };
}

/** An order of Northern Ireland: while it is written, and when it is sent on. */
export async function northSheets(stage: DeskOfOrders, north: NorthDraft): Promise<readonly [Sheet, Sheet]> {
  const { officers, ask, write } = stage;
  const { ruth, owen, gwen } = officers;
  const at = `/orders/${north.order}/conditions`;
  const { order: bare } = await ask(ruth)(`cases/${north.case}/orders`, {
    ...{ jurisdiction: "NI", subject: { name: "Declan Roe" }, route: "s1-application", says: "He was named by two neighbours." },
  });
  const rewrite = fills("c 2", [["Necessary because", "He waited there on four evenings."]]);
  const first = [
    await lookAt("The screen: a draft of which something is missing", { page: ruth, at, look: "wide" }),
    await lookAt("Empty: nothing is written yet", { page: ruth, at: `/orders/${bare}/conditions` }),
    await lookAt("The form of a condition, with a last day of its own", { page: ruth, at, act: fills("c 2", []) }),
    await lookAt("Refused by law: a period under the least one, with its section", {
      page: ruth,
      at: `/orders/${north.order}/periods`,
      act: inTurn(
        fills("c p", [
          ["The day on which", day(20)],
          ["It runs", "to a last day"],
          ["Last day", day(200)],
        ]),
        writes(/The refusal is written/),
      ),
    }),
    await lookAt("Refused by law: sent on before it is whole", {
      ...{
        page: ruth,
        at: `/orders/${north.order}/course`,
        act: inTurn(fills("c s", []), writes(/The refusal is written/)),
      },
    }),
    await lookAt("Two people saved: what was typed stays", {
      page: ruth,
      at,
      act: inTurn(
        rewrite,
        meanwhile(() => write(owen, north.order, "period-proposed", { made: day(21), period: { until: day(21 + 900) } })),
      ),
    }),
    await lookAt("No network at the saving: what was typed stays", { page: ruth, at, act: inTurn(rewrite, noNetwork) }),
    await lookAt("Who may apply: what is not known of Northern Ireland", { page: ruth, at: `/orders/${north.order}/applicant` }),
    await lookAt("By night: how long each condition runs", { page: ruth, at: `/orders/${north.order}/periods`, look: "night" }),
    await lookAt("On a phone", { page: ruth, at, look: "phone" }),
    await lookAt("320 px wide, the form", { page: ruth, at, look: "narrow", act: fills("c 1", []) }),
  ];
  await completeNorth(ask(ruth), north.order);
  await write(ruth, north.order, "sent-to-second", {});
  const criteria = `/orders/${north.order}/criteria`;
  const second = [
    await lookAt("Waiting for the second person: the text is fixed", { page: ruth, at }),
    await lookAt("No self-approval: the writer reads who may", {
      page: ruth,
      at: criteria,
      isBeside: true,
      act: sees(/You wrote a part of it/),
    }),
    await lookAt("The second person: a button that cannot act says why", {
      page: gwen,
      at: criteria,
      isBeside: true,
      act: sees(/are not read/),
    }),
    ...(await around(stage, "conditions", north.order, north.case)),
    await lookAt("On a phone: the second person", { page: gwen, at: criteria, look: "phone", act: sees(/are not read/) }),
    await lookAt("On a phone by night: the text is fixed", { page: ruth, at, look: "phone by night" }),
  ];
  return [
    {
      ...{ title: "An order of Northern Ireland in the editor, while it is written", shots: first },
      never: [
        "a clock: no duty runs before a court made an order and a service of it was confirmed.",
        "a verdict on a file: the editor takes in none.",
      ],
    },
    {
      ...{ title: "An order of Northern Ireland in the editor, when it is sent on; and whoever may not", shots: second },
      never: ["an authorising by the machine, or by whoever wrote a word of it."],
    },
  ];
}

/** Whether an identity is told. */
export async function identitySheet(stage: OrderStage): Promise<Sheet> {
  const { officers, of, write } = stage;
  const { ruth, owen } = officers;
  const at = `/orders/${of.live}/identity`;
  const told = `/orders/${of.told}/identity`;
  const not = fills("c i", [
    ["Who asked", "Imogen Vance asks who it is."],
    ["Decision", "do not tell"],
    ["On what it rests", "She knows him by another name, and it would lead to his mother’s door."],
    ["What could come", "She could look for him there."],
    ["What the person", "To know whom to keep away from."],
  ]);
  const found = { day: day(-1), address: "9 Mill Lane", ground: { says: "His landlord’s call", knowing: "account" } };
  const shots = [
    await lookAt("The screen: it was decided to tell", { page: ruth, at: told, look: "wide" }),
    await lookAt("Empty: nobody has decided", { page: ruth, at }),
    await lookAt("Refused by role: the button says who decides", { page: owen, at }),
    await lookAt("A field is missing: said above the buttons, nothing is sent", {
      ...{ page: ruth, at, act: inTurn(fills("c i", [["Who asked", "Imogen Vance asks who it is."]]), writes(/Decision/)) },
    }),
    await lookAt("Two people saved: what was typed stays", {
      ...{
        page: ruth,
        at,
        act: inTurn(
          not,
          meanwhile(() => write(owen, of.live, "address-changed", found)),
        ),
      },
    }),
    await lookAt("No network at the saving: what was typed stays", { page: ruth, at, act: inTurn(not, noNetwork) }),
    ...(await around(stage, "identity", of.live)),
  ];
  await write(ruth, of.told, "identity-disclosure-decided", {
    ...{ asked: "Marek Zielony asks for his address as well.", decision: "do-not" },
    ...{ basis: "The name is enough to keep away.", risk: "A meeting at his door.", wish: "He wants to know where." },
  });
  return {
    title: "Telling an identity",
    shots: [
      ...shots,
      await lookAt("A later decision overrules, and the first one stays", { page: ruth, at: told }),
      await lookAt("By night, the form", { page: ruth, at, look: "night", act: fills("c i", []) }),
      await lookAt("On a phone", { page: ruth, at: told, look: "phone" }),
      await lookAt("On a phone by night: refused by role", { page: owen, at, look: "phone by night" }),
      await lookAt("320 px wide, the form", { page: ruth, at, look: "narrow", act: fills("c i", []) }),
    ],
    never: [
      "refused by law. No rule that is in force was read: the screen says so, and asks on what the decision rests.",
      "no self-approval and waiting for a second person. One supervisor decides it, with reasons that stay; no rule that asks for two was read.",
      "a clock. No day by which it is decided was read.",
    ],
  };
}

/** The register of an order whose subject moves. */
export async function transferSheet(stage: OrderStage): Promise<Sheet> {
  const { officers, of, write } = stage;
  const { ruth, owen } = officers;
  const at = `/orders/${of.moved}/register`;
  const free = `/orders/${of.live}/register`;
  const tells = (force: string, on: number) =>
    fills("c f", [
      ["Which force", force],
      ["Told on", day(on)],
      ["Who there was told", "Sgt Ada Lunn, by D. Parry"],
      ["Why", "He has lived there since the first of the month."],
    ]);
  const shots = [
    await lookAt("The screen: told, and nobody there has taken it", { page: ruth, at, look: "wide" }),
    await lookAt("Empty: no other force was told", { page: ruth, at: free, act: sees(/^Which force has it/) }),
    await lookAt("Refused: that force has it already", {
      ...{ page: ruth, at: free, act: inTurn(tells("Northshire Police (invented)", -1), writes(/has it already/)) },
    }),
    await lookAt("Refused: a day that has not come", {
      ...{ page: ruth, at: free, act: inTurn(tells("Westmere Police", 3), writes(/has not come/)) },
    }),
    await lookAt("A field is missing: said above the buttons, nothing is sent", {
      ...{ page: ruth, at: free, act: inTurn(fills("c f", [["Which force", "Westmere Police"]]), writes(/Told on/)) },
    }),
    await lookAt("Two people saved: what was typed stays", {
      page: ruth,
      at: free,
      act: inTurn(
        tells("Westmere Police", -1),
        meanwhile(() =>
          write(owen, of.live, "name-used", {
            name: "T. Quill-Marsh",
            day: day(-9),
            ground: { says: "A parcel in that name", knowing: "record" },
          }),
        ),
      ),
    }),
    await lookAt("No network at the saving: what was typed stays", {
      ...{ page: ruth, at: free, act: inTurn(tells("Westmere Police", -1), noNetwork) },
    }),
    await lookAt("Clocks: overdue, in words, with the day and the section", { page: ruth, at: free }),
    await lookAt("Clocks: undecided, told at a station elsewhere", { page: ruth, at: `/orders/${of.appealed}/register` }),
    await lookAt("Taken by us, from another force", { page: ruth, at: `/orders/${of.taken}/register` }),
    ...(await around(stage, "register", of.moved)),
    await lookAt("By night: the form of who took it", { page: ruth, at, look: "night", act: fills("c t", []) }),
    await lookAt("On a phone", { page: ruth, at, look: "phone", act: sees(/^Which force has it/) }),
    await lookAt("320 px wide, the form", { page: ruth, at: free, look: "narrow", act: fills("c f", []) }),
  ];
  await write(owen, of.moved, "transferred", {
    ...{ to: "Westmere Police", day: day(0), told: "Sgt Ada Lunn, by D. Parry", taken: "Sgt Ada Lunn", words: "Her mail of today." },
  });
  const gone = await lookAt("Taken there: another force runs its clocks", { page: ruth, at });
  const goneNight = await lookAt("On a phone by night: taken there", {
    page: ruth,
    at,
    look: "phone by night",
    act: sees(/^Which force has it/),
  });
  return {
    ...{ title: "Transfer, when the subject moves", shots: [...shots, gone, goneNight] },
    never: [
      "no self-approval and waiting for a second person: what is waited for is the other force, by name, and until then the clocks stay.",
      "a refusal with a section: no section about a move between forces was read. Scotland has another order, and the screen says so.",
    ],
  };
}

/** A possible breach on a phone: its steps. */
export async function breachSheet(stage: OrderStage): Promise<Sheet> {
  const { officers, of, write } = stage;
  const { ruth, owen } = officers;
  const at = `/orders/${of.broken}/breach`;
  const step = (n: number) => ({ page: ruth, at, look: n % 2 === 0 ? "phone" : "phone by night", act: presses(`s ${n}`) }) as const;
  const opens = (on: number) =>
    fills("c b", [
      ["Which condition", "full order, condition 1"],
      ["On which day", day(on)],
      ["What happened", "He rang from a withheld number."],
    ]);
  const note = { name: "M. Doyle-Ross", day: day(-2), ground: { says: "The name on the card", knowing: "record" } };
  const shots = [
    await lookAt("Step 1: what", { page: ruth, at, look: "phone", act: presses("s 1") }),
    await lookAt("Step 2: evidence", step(2)),
    await lookAt("Step 3: served or known, not written", step(3)),
    await lookAt("Step 4: nobody was asked", step(4)),
    await lookAt("Step 5: closed, and says why", step(5)),
    await lookAt("Step 6, 320 px wide", { page: ruth, at, look: "narrow", act: presses("s 6") }),
    await lookAt("Empty: none was opened", { page: ruth, at: `/orders/${of.empty}/breach`, look: "phone" }),
    await lookAt("Refused by law: a day before the order", {
      ...{ page: ruth, at, look: "phone", act: inTurn(opens(-600), writes(/The refusal is written/)) },
    }),
    await lookAt("A field is missing", {
      ...{
        page: ruth,
        at,
        look: "phone",
        act: inTurn(presses("s 2"), fills("c e", [["What shows it", "A neighbour."]]), writes(/does not show/)),
      },
    }),
    await lookAt("Two people saved: what was typed stays", {
      page: ruth,
      at,
      look: "phone",
      act: inTurn(
        presses("s 4"),
        fills("c o", [
          ["Asked again on", day(7)],
          ["What has to answer first", "The post office, about the day of the stamp."],
        ]),
        meanwhile(() => write(owen, of.broken, "name-used", note)),
      ),
    }),
  ];
  return {
    ...{ title: "A possible breach on a phone, until it is decided", shots },
    never: ["a clock: a breach of a condition has no period of its own; what the label says is how far the excuse was asked."],
  };
}

/** Its decision, by two people, and whoever may not read it. */
export async function breachDecidedSheet(stage: OrderStage): Promise<Sheet> {
  const { officers, of, ask, write } = stage;
  const { ruth, gwen, tom } = officers;
  const at = `/orders/${of.broken}/breach`;
  const { events } = await ask(ruth)(`orders/${of.broken}`);
  const service = events.findLast(({ kind }) => kind === "service-confirmed")?.body["attempt"];
  const record = { says: "Served at the door, and confirmed.", knowing: "record" };
  await write(ruth, of.broken, "breach-knew", { breach: "b-1", service, ground: record });
  for (const question of await questionsAt(ruth, at))
    await write(ruth, of.broken, "excuse-asked", {
      breach: "b-1",
      question,
      found: "He says that it was for their daughter.",
      of: "Marcus Doyle",
      knowing: "account",
    });
  const open = await lookAt("Step 5: open, nothing is proposed", {
    ...{ page: ruth, at, look: "phone" as const },
    act: async (page) => {
      await write(ruth, of.broken, "excuse-assessed", { breach: "b-1", says: "The card speaks of her, and not of the daughter." });
      await page.keyboard.press("Shift+r");
      await page.getByRole("heading", { name: /^5 Decision/ }).waitFor();
    },
  });
  const decided = { breach: "b-1", decision: "interview", until: day(4), words: "He is asked before anything else is done." };
  await write(ruth, of.broken, "breach-decided", decided);
  const five = presses("s 5");
  const second = [
    open,
    await lookAt("No self-approval, and waiting for another", { page: ruth, at, look: "phone", act: five }),
    await lookAt("The second person reads it", { page: gwen, at, look: "phone by night", act: inTurn(five, fills("c r", [])) }),
    await lookAt("Who does not agree says why: refused", {
      ...{ page: gwen, at, look: "phone", act: inTurn(five, fills("c r", [["Do you agree", "no"]]), writes(/says why/)) },
    }),
    await lookAt("No network at the saving", {
      ...{ page: gwen, at, look: "phone", act: inTurn(five, fills("c r", [["Do you agree", "yes"]]), noNetwork) },
    }),
  ];
  await write(gwen, of.broken, "breach-decision-read", { breach: "b-1", agrees: true });
  const rest = [
    await lookAt("Decided: a second person agrees", { page: ruth, at, look: "phone", act: five }),
    await lookAt("Step 6: what each person reads", { page: ruth, at, look: "phone", act: presses("s 6") }),
    await lookAt("Refused, need to know; logged", { page: tom, at, look: "phone", opens: "refused" }),
    await lookAt("It is being opened", { page: ruth, at, look: "phone", opens: "waits" }),
    await lookAt("No network at the opening", { page: ruth, at, look: "narrow", opens: "no network" }),
  ];
  return {
    ...{ title: "A possible breach on a phone, its decision; and whoever may not", shots: [...second, ...rest] },
    never: ["a decision by the machine: nothing is proposed, and each choice needs words."],
  };
}

/** The questions about an excuse, as they stand on the screen. */
async function questionsAt(page: Page, at: string): Promise<readonly string[]> {
  await page.setViewportSize({ width: 1_440, height: 900 });
  await page.goto(new URL(at, page.url()).href);
  await page.locator(".reasons").waitFor();
  await page.keyboard.press("1");
  await page.locator(".asked-row").first().waitFor();
  const shown = await page.locator(".asked-row > bdi").allInnerTexts();
  return shown.map((one) => one.replace("Marcus Doyle", "the subject"));
}
