import type { Transaction } from "kysely";
import { type ReadValue, fault, isDrawnAsTyped, lineFromJson, object, oneOf, orNull, text } from "@unmask/core";
import { afterDangerFromJson, longHoursFromJson, roles, ruleInWords } from "@unmask/case";
import { asMachine } from "../../access/as-machine.ts";
import { type DeskCall, type DeskRoute, deskRoute, noBody, refuse, refuseByState } from "../../access/desk-route.ts";
import { makeLink } from "../../access/enrolment.ts";
import { isPlainName, looksAlike, mostNameLetters } from "../../access/plain-name.ts";
import { dayOnTheWall } from "../../desk/clock-words.ts";
import { queueRuleOf } from "../../desk/desk-rules.ts";
import { giveBack } from "../../desk/give-back.ts";
import { projectRowsOfCase } from "../../desk/project.ts";
import { uuidV7 } from "../../access-log/uuid-v7.ts";
import type { CaseTables } from "../../sql/case/case-tables.ts";
import { takenBy } from "../../sql/case/handed-over.ts";
import { casesOfOfficer } from "../../sql/case/membership.ts";
import { addOfficer, endKeys, findOfficer, letGo, listOfficers, offEveryCase, setRole, setTeam } from "../../sql/case/officers.ts";
import { setSignInName, signInNames } from "../../sql/case/sign-in-names.ts";
import { endSessions } from "../../sql/case/sessions.ts";
import {
  type ForceSettings,
  readContactWords,
  readSettings,
  writeContactWords,
  writeQueueRuleSet,
  writeSettings,
} from "../../sql/case/settings.ts";

/** The administrator's work: who works here, in which role, with which key. */

const readNew = object(({ must, may }) => ({
  name: must("name", text),
  role: must("role", oneOf(roles)),
  ...may("signInName", lineFromJson),
}));
const readSignInName = object(({ must }) => ({ signInName: must("signInName", orNull(lineFromJson)) }));
const readRole = object(({ must }) => ({ role: must("role", oneOf(roles)) }));
const reasonBefore: ReadValue<ForceSettings["reasonBefore"]> = oneOf(["open", "preview"]);
const searchTells: ReadValue<ForceSettings["searchTells"]> = oneOf(["case", "nothing"]);
const settingNames = ["lockMinutes", "shiftHours", "reasonBefore", "searchTells"] as const;

const readChanged = object(({ must, may }) => ({
  lockMinutes: must("lockMinutes", minutes),
  shiftHours: must("shiftHours", hours),
  reasonBefore: must("reasonBefore", reasonBefore),
  searchTells: must("searchTells", searchTells),
  ...may("contactWords", contactWords),
  ...may(
    "queueRule",
    object((one) => ({ afterDanger: one.must("afterDanger", afterDangerFromJson), longHours: one.must("longHours", longHoursFromJson) })),
  ),
}));

/** One line, as it stands in an acknowledgement; empty: what is shipped. Everybody reads it: nothing in it turns a number round. */
function contactWords(value: unknown, path: string): string {
  const line = value === "" ? value : lineFromJson(value, path);
  return isDrawnAsTyped(line) ? line : fault(path, "holds a sign that turns letters round, or marks upon marks");
}

/** Everybody, those who left as well. */
export const officers: DeskRoute = deskRoute({
  method: "GET",
  path: "/desk/officers",
  operation: "manage-officers",
  body: noBody,
  run: async ({ tx, parts }) => ({
    body: { officers: await listOfficers(tx, parts.force.id), provider: parts.provider?.says ?? null },
    shown: [],
  }),
});

/** Somebody new: the answer holds the one-time link, once. */
export const officerNew: DeskRoute = deskRoute({
  method: "POST",
  path: "/desk/officers",
  operation: "manage-officers",
  body: readNew,
  run: async ({ tx, parts, officer, now, body }) => {
    const id = uuidV7(now, parts.random);
    const sign_in_name = await freeSignInName(tx, parts.force.id, body.signInName ?? null);
    const name = body.name.trim();
    mustBePlain(name, "officer-name");
    // Those who left as well: what they wrote stands under their name.
    if ((await listOfficers(tx, parts.force.id)).some((one) => looksAlike(one.name, name)))
      refuseByState({
        rule: "officer-name",
        says: "An officer here has, or had, this name or one that looks like it. Nobody could tell what each of them wrote.",
        allows: "Write it with their number, or in another way that tells them apart.",
      });
    await addOfficer(tx, { id, force: parts.force.id, name, role: body.role, made_at: now, made_by: officer.id, sign_in_name });
    return { body: { officer: id, link: await makeLink(tx, parts, id) }, shown: [], entry: { item: id } };
  },
});

/** Another link for an officer who lost every key: the old ones end that minute. */
export const officerLink: DeskRoute = deskRoute({
  method: "POST",
  path: "/desk/officers/:officer/link",
  operation: "manage-officers",
  body: noBody,
  run: async ({ tx, parts, officer, params }) => {
    const other = await someoneElse(params["officer"], officer.id, (id) => findOfficer(tx, parts.force.id, id));
    if (other === undefined) return { status: 404, body: {}, shown: [] };
    await endKeys(tx, other.id);
    await endSessions(tx, other.id);
    return { body: { link: await makeLink(tx, parts, other.id) }, shown: [], entry: { item: other.id } };
  },
});

/** By which name an officer comes in from the force's own sign-in; null: by passkeys alone. A session that the name before opened ends. */
export const officerSignInName: DeskRoute = deskRoute({
  method: "POST",
  path: "/desk/officers/:officer/sign-in-name",
  operation: "manage-officers",
  body: readSignInName,
  run: async ({ tx, parts, officer, params, body }) => {
    const other = await someoneElse(params["officer"], officer.id, (id) => findOfficer(tx, parts.force.id, id));
    if (other === undefined) return { status: 404, body: {}, shown: [] };
    // Given anew to the same officer, it is held anew as well: whoever it was the last time is forgotten.
    await setSignInName(tx, other.id, null);
    await setSignInName(tx, other.id, await freeSignInName(tx, parts.force.id, body.signInName));
    await endSessions(tx, other.id);
    return { body: {}, shown: [], entry: { item: other.id } };
  },
});

const readTeam = object(({ must }) => ({ team: must("team", orNull(lineFromJson)) }));

/** In which team an officer works, as the force calls it; null: in none. It changes nothing of what they may see. */
export const officerTeam: DeskRoute = deskRoute({
  method: "POST",
  path: "/desk/officers/:officer/team",
  operation: "manage-officers",
  body: readTeam,
  run: async ({ tx, parts, params, body }) => {
    const other = await findOfficer(tx, parts.force.id, params["officer"] ?? "");
    if (other === undefined || other.left_at !== null) return { status: 404, body: {}, shown: [] };
    const team = body.team?.trim() ?? "";
    if (team !== "" && !isPlainName(team))
      refuseByState({
        rule: "team-name",
        says: `This name holds something that cannot be seen on a page, or a letter that only looks like one, or is longer than ${mostNameLetters} letters. Nothing was changed.`,
        allows: "Type it by hand, with one blank between its words.",
      });
    await setTeam(tx, other.id, team === "" ? null : team);
    return { body: {}, shown: [], entry: { item: other.id } };
  },
});

/** A name that no officer has, nor one that looks like it: one that two have lets neither in. */
async function freeSignInName(tx: Transaction<CaseTables>, force: string, name: string | null): Promise<string | null> {
  if (name === null) return null;
  mustBePlain(name, "sign-in-name");
  if ((await signInNames(tx, force)).some((one) => looksAlike(one, name)))
    refuseByState({
      rule: "sign-in-name",
      says: "An officer here has this name at the force’s own sign-in already, or one that looks like it. Nothing was changed.",
      allows: "Take it from that officer first, or give another.",
    });
  return name;
}

function mustBePlain(name: string, rule: "sign-in-name" | "officer-name"): void {
  if (!isPlainName(name))
    refuseByState({
      rule,
      says: `This name holds something that cannot be seen on a page, or a letter that only looks like one, or is longer than ${mostNameLetters} letters. Nothing was changed.`,
      allows:
        rule === "officer-name"
          ? "Type it by hand, with one blank between its words."
          : "Type it by hand, as the force’s own sign-in writes it.",
    });
}

/** A mover: sessions end, they come off every case, and nothing of what the old role allowed is left. */
export const officerRole: DeskRoute = deskRoute({
  method: "POST",
  path: "/desk/officers/:officer/role",
  operation: "manage-officers",
  body: readRole,
  run: async (call) => {
    const { tx, parts, officer, params, body } = call;
    const other = await someoneElse(params["officer"], officer.id, (id) => findOfficer(tx, parts.force.id, id));
    if (other === undefined) return { status: 404, body: {}, shown: [] };
    await setRole(tx, other.id, body.role);
    // An administrator sees no case, and takes the mover off all of them.
    await offTheirCases(call, other.id, () => offEveryCase(tx, other.id));
    await endSessions(tx, other.id);
    return { body: {}, shown: [], entry: { item: other.id } };
  },
});

/** Cases of one officer whose rows are worked out anew when that officer comes off them. */
const mostCases = 10_000;

/** Takes somebody off their cases, and no row says any more that the case, or a report that they took, is with them: it can be in danger. */
async function offTheirCases(
  call: Pick<DeskCall<unknown>, "tx" | "parts" | "officer" | "now">,
  who: string,
  takeOff: () => Promise<void>,
): Promise<void> {
  const { tx, parts, now } = call;
  await asMachine(tx, call, async () => {
    const reports = await takenBy(tx, parts.force.id, who);
    await giveBack(tx, { force: parts.force, now }, { reports, reason: "Whoever had it left, or has another role." });
    const refs = await casesOfOfficer(tx, { force: parts.force.id, officer: who, limit: mostCases });
    await takeOff();
    const rule = await queueRuleOf(tx, parts.force);
    for (const ref of refs) await projectRowsOfCase(tx, { force: parts.force.id, rule }, ref);
  });
}

/** A leaver: sessions end at once, keys and links are removed; tasks and what was written stay. */
export const officerLeaves: DeskRoute = deskRoute({
  method: "POST",
  path: "/desk/officers/:officer/leave",
  operation: "manage-officers",
  body: noBody,
  run: async (call) => {
    const { tx, parts, officer, now, params } = call;
    const other = await someoneElse(params["officer"], officer.id, (id) => findOfficer(tx, parts.force.id, id));
    if (other === undefined) return { status: 404, body: {}, shown: [] };
    await offTheirCases(call, other.id, () => letGo(tx, other.id, now));
    return { body: {}, shown: [], entry: { item: other.id } };
  },
});

/** The settings of the force. */
export const settings: DeskRoute = deskRoute({
  method: "GET",
  path: "/desk/settings",
  operation: "change-settings",
  body: noBody,
  run: async ({ tx, parts }) => {
    const { id } = parts.force;
    const rule = await queueRuleOf(tx, parts.force);
    return {
      body: {
        settings: { ...(await readSettings(tx, id)), contactWords: (await readContactWords(tx, id)) ?? "" },
        queueRule: { says: ruleInWords(rule), date: rule.date, longHours: rule.longHours, afterDanger: rule.afterDanger },
      },
      shown: [],
    };
  },
});

/** Changes them. */
export const settingsChanged: DeskRoute = deskRoute({
  method: "POST",
  path: "/desk/settings",
  operation: "change-settings",
  body: readChanged,
  run: async (call) => {
    const { tx, parts, body, now } = call;
    const { contactWords: words, queueRule, ...others } = body;
    const before = await readSettings(tx, parts.force.id);
    // Which were changed stands in the log; a text that is told to people stands there by its name alone.
    const changed = settingNames
      .filter((name) => others[name] !== before[name])
      .map((name) => `${name} ${before[name]} to ${others[name]}`);
    const wordsBefore = (await readContactWords(tx, parts.force.id)) ?? "";
    const rule = await queueRuleOf(tx, parts.force);
    const next = { ...rule, ...queueRule, date: dayOnTheWall(now) };
    const isNewRule = ruleInWords(next) !== ruleInWords(rule) || next.longHours !== rule.longHours;
    // The administrator sees no row of the queue; each goes to its place by itself.
    if (isNewRule) await asMachine(tx, call, () => writeQueueRuleSet(tx, parts.force.id, next));
    const saysRule = isNewRule
      ? [`queue ${ruleInWords(rule)}, long ${rule.longHours} hours to ${ruleInWords(next)}, long ${next.longHours} hours`]
      : [];
    const all = [...changed, ...saysRule, ...(words === undefined || words === wordsBefore ? [] : ["contact-words"])];
    await writeSettings(tx, parts.force.id, others);
    if (words !== undefined) await writeContactWords(tx, parts.force.id, words);
    return { body: {}, shown: [], entry: { item: all.length === 0 ? "nothing changed" : all.join(", ") } };
  },
});

/** An administrator changes nothing about themselves: another does. */
async function someoneElse<T extends { readonly left_at: unknown }>(
  id: string | undefined,
  self: string,
  find: (id: string) => Promise<T | undefined>,
): Promise<T | undefined> {
  if (id === self)
    refuse({ rule: "second-person", says: "Nobody changes their own role or keys here. Ask another administrator.", allows: [] });
  const found = await find(id ?? "");
  return found?.left_at === null ? found : undefined;
}

function minutes(value: unknown, path: string): number {
  return Number(oneOf(["5", "10", "15", "20", "30"])(String(value), path));
}

function hours(value: unknown, path: string): number {
  return Number(oneOf(["8", "9", "10", "12"])(String(value), path));
}
