import { type ContactDetail, createContactFinder } from "../disclosure/contact-inside.ts";
import { cutLines } from "../disclosure/cut-copy.ts";
import type { HeldThing } from "../disclosure/held-things.ts";
import type { BodyOf } from "../event.ts";
import type { CaseState } from "../fold/case-state.ts";
import { type CutCopy, type DisclosureItem, isAgreed, isScheduleAgreed, markOf } from "../fold/disclosures.ts";
import { type Command, type Refusal, refuse } from "./command.ts";

/** What a command of disclosure is held against beside the case: all that is held, and how its people are reached. */
export interface BesideDisclosure {
  readonly held: readonly HeldThing[];
  readonly contact: readonly ContactDetail[];
}

/** Why something is not listed, cut, read or disclosed (docs/formats/disclosure.md): nothing goes before a second person read it. */
export function refusedDisclosure(command: Command, { disclosures }: CaseState, beside: BesideDisclosure): Refusal | undefined {
  const { items } = disclosures;
  switch (command.kind) {
    case "disclosure-marked":
      return markRefuses(command.body, command.by, items, beside);
    case "disclosure-cut":
      return cutRefuses(command.body, command.by, items, beside);
    case "disclosure-read":
      return readRefuses(command.body, command.by, disclosures);
    case "disclosure-given":
      return giveRefuses(command.body, disclosures, beside);
    case "disclosure-asked": {
      const { item, says } = command.body;
      return item !== undefined && !items.some((one) => one.item === item) ? noItem() : contactRefuses([says], beside, "what is asked for");
    }
    case "disclosure-refused": {
      const { asked, reason } = command.body;
      return openRequest(asked, disclosures) ?? contactRefuses([reason], beside, "the reason");
    }
    default:
      return undefined;
  }
}

type Items = CaseState["disclosures"]["items"];

const withoutThing: ReadonlySet<string> = new Set(["elsewhere", "nothing-held"]);

function markRefuses(body: BodyOf<"disclosure-marked">, by: string, items: Items, beside: BesideDisclosure): Refusal | undefined {
  const { item, of, describes, reason } = body;
  const known = items.find((one) => one.item === item);
  const same = withoutThing.has(of) ? known : items.find((one) => one.of === of);
  if (same?.item !== known?.item || (known !== undefined && known.of !== of))
    return refuse("listed-already", `This is listed as ${same?.item ?? item} already. Mark that one anew.`, "disclosure-marked");
  if (known === undefined && !withoutThing.has(of) && !beside.held.some(({ key }) => key === of))
    return refuse("not-held", "Nothing of this case is held under that number.", "disclosure-marked");
  if (known === undefined && item !== `D-${items.length + 1}`)
    return refuse("item-number", `The next item is D-${items.length + 1}.`, "disclosure-marked");
  if (known?.copies.some((copy) => hadAHand(copy, by)) === true)
    return refuse("officer-of-disclosure", "Who cut or read a copy of this item does not mark it.", "disclosure-marked");
  return contactRefuses([describes], beside, "the description") ?? contactRefuses([reason], beside, "the reason");
}

function cutRefuses(body: BodyOf<"disclosure-cut">, by: string, items: Items, beside: BesideDisclosure): Refusal | undefined {
  const { item, lines, taken, leftIn } = body;
  const known = items.find((one) => one.item === item);
  if (known === undefined) return noItem();
  if (known.marks.some((mark) => mark.by === by))
    return refuse("officer-of-disclosure", "Who marks an item sees only its copy, and does not cut it.", "disclosure-marked");
  const whole = beside.held.find(({ key }) => key === known.of)?.lines ?? undefined;
  if (whole === undefined)
    return refuse("no-text", "This is a file, or lies elsewhere. Its copy is made there; here it is described.", "disclosure-marked");
  const copy = cutLines(whole, taken);
  const stray = leftIn.find(({ line }) => line > whole.length);
  if ("cannot" in copy || stray !== undefined)
    return refuse("not-the-copy", "cannot" in copy ? copy.cannot : `There is no line ${stray?.line ?? 0}.`, "disclosure-cut");
  if (copy.lines.length !== lines.length || copy.lines.some((line, i) => line !== lines[i]))
    return refuse("not-the-copy", "These lines are not what is left of the text by what was taken out.", "disclosure-cut");
  const said = [...taken.flatMap(({ what, why }) => [what, why]), ...leftIn.map(({ why }) => why)];
  return contactRefuses(lines, beside, "the copy") ?? contactRefuses(said, beside, "what is said of the copy");
}

function readRefuses(
  body: BodyOf<"disclosure-read">,
  by: string,
  { items, marked, scheduleRead }: CaseState["disclosures"],
): Refusal | undefined {
  const own = "Nobody reads as the second person what they cut or marked themselves. Another who may see the whole does.";
  const item = items.find(({ copies }) => copies.some(({ number }) => number === body.of));
  if (item === undefined) {
    const mark = items.some(({ marks }) => marks.some(({ number }) => number === body.of));
    if (!mark) return refuse("no-copy", "There is no copy and no schedule of this number.", "disclosure-cut");
    if (body.of !== marked)
      return refuse("not-newest", "Something was marked since. Read the schedule as it stands now.", "disclosure-read");
    if (items.some(({ marks }) => marks.some((one) => one.by === by))) return refuse("officer-of-disclosure", own, "disclosure-read");
    return scheduleRead.some(({ of }) => of === marked)
      ? refuse("read-already", "A second person has read the schedule as it stands.", "disclosure-given")
      : undefined;
  }
  const copy = item.copies.at(-1);
  if (copy === undefined || copy.number !== body.of)
    return refuse("not-newest", "A later copy took its place. Read that one.", "disclosure-read");
  if (item.marks.some((one) => one.by === by)) return refuse("officer-of-disclosure", own, "disclosure-read");
  if (copy.by === by) return refuse("own-cut", own, "disclosure-read");
  return copy.readings.length > 0 ? refuse("read-already", "A second person has read this copy.", "disclosure-cut") : undefined;
}

function giveRefuses(
  body: BodyOf<"disclosure-given">,
  disclosures: CaseState["disclosures"],
  beside: BesideDisclosure,
): Refusal | undefined {
  const { copies, schedule, as, answers } = body;
  for (const number of copies) {
    const item = disclosures.items.find((one) => one.copies.some((copy) => copy.number === number));
    const copy = item?.copies.find((one) => one.number === number);
    if (item === undefined || copy === undefined) return refuse("no-copy", "There is no copy of this number.", "disclosure-cut");
    // Asked again: how somebody is reached can have been told since it was cut and read.
    const refused = copyRefuses(item, number, as) ?? contactRefuses(copy.lines, beside, `the copy of ${item.item}`);
    if (refused !== undefined) return refused;
  }
  if (schedule && !isScheduleAgreed(disclosures))
    return refuse("second-person", "A second person must read the schedule as it stands now. Nothing went.", "disclosure-read");
  return answers === undefined ? undefined : openRequest(answers, disclosures);
}

/** Why a copy of this item does not go to them; undefined: it may. */
export function copyRefuses(item: DisclosureItem, number: number, as: BodyOf<"disclosure-given">["as"]): Refusal | undefined {
  const copy = item.copies.at(-1);
  if (copy === undefined || copy.number !== number)
    return refuse("not-newest", `A later copy of ${item.item} took its place. Nothing went.`, "disclosure-given");
  if (!isAgreed(copy))
    return refuse("second-person", `A second person must read what was cut out of ${item.item}. Nothing went.`, "disclosure-read");
  const { mark } = markOf(item);
  const isHeldBack = (mark === "sensitive" && as !== "prosecutor" && as !== "court") || (mark === "not-decided" && as !== "prosecutor");
  return isHeldBack
    ? refuse("not-marked-so", `${item.item} is marked “${mark.replace("-", " ")}”. Nothing went.`, "disclosure-marked")
    : undefined;
}

function openRequest(number: number, { asked }: CaseState["disclosures"]): Refusal | undefined {
  const one = asked.find((each) => each.number === number);
  return one === undefined || one.refused !== undefined || one.given !== undefined
    ? refuse("no-request", "Nothing of this number was asked for that waits for an answer.", "disclosure-asked")
    : undefined;
}

/** Whether somebody cut a copy or read it. */
function hadAHand(copy: CutCopy, by: string): boolean {
  return copy.by === by || copy.readings.some((one) => one.by === by);
}

/** Says which field stands in which line, and never what stands there: the disclosure officer reads this. */
function contactRefuses(texts: readonly string[], { contact }: BesideDisclosure, where: string): Refusal | undefined {
  // Looked for over all of them: an address can begin in a line and end in the next.
  const whole = texts.join("\n");
  const found = createContactFinder(contact).firstIn(whole);
  if (found === undefined) return undefined;
  const line = texts.length > 1 ? `, line ${whole.slice(0, found.start).split("\n").length}` : "";
  return refuse("contact-inside", `How somebody is reached stands in ${where}${line}: ${found.field}. Take it out. Nothing was written.`);
}

function noItem(): Refusal {
  return refuse("no-item", "There is no item of this number on the schedule.", "disclosure-marked");
}
