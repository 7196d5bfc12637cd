import { dipFindings, dipRule, drawDips, longestDipWords, whyNotChecked } from "@unmask/case";
import { count, daysFromCivil, fault, lineFromJson, object, oneOf, parseCivilDay, startOfDay, text } from "@unmask/core";
import { bytesToHex, sha256HexOf, textToBytes } from "@unmask/seal";
import { asMachine } from "../../access/as-machine.ts";
import { type DeskRoute, deskRoute, noBody, refuseByState } from "../../access/desk-route.ts";
import { addDaysToCivil, civilDay } from "../../orders/civil-day.ts";
import { london } from "../../orders/london-zone.ts";
import { closedOrDecided, findDipDraw, putDipCheck, putDipDraw, whoDecided } from "../../sql/case/dips.ts";
import { listOfficers } from "../../sql/case/officers.ts";
import { countOpenDuties, countReportsWith } from "../../sql/case/workload.ts";
import { closedNumbers, dipsShown, drawInLog } from "../../supervision/dips-shown.ts";
import { reviewDates } from "../../supervision/review-dates.ts";
import { whatWaits } from "../../supervision/what-waits.ts";
import { workOf } from "../../supervision/workload.ts";

/** What a supervisor keeps an eye on: what waits for a second person, how much is with whom, and samples to be checked. */

/** Bytes of a seed: enough that nobody draws a second time by chance. */
const seedBytes = 8;
/** Days back from which something is drawn: of an older one nobody can put anything right. */
const mostDays = 366;

/** Everything that waits for a second person, work, days to come, and samples. Each case, report and order that it names is an entry. */
export const supervision: DeskRoute = deskRoute({
  method: "GET",
  path: "/desk/supervision",
  operation: "see-supervision",
  body: noBody,
  run: async (call) => {
    const { tx, parts, now } = call;
    const force = parts.force.id;
    const { rows, more, isMore, timesSet, also, cases, nameOf } = await whatWaits(call);
    const closed = await closedNumbers(call);
    // Counts are of the whole force.
    const { reports, duties } = await asMachine(tx, call, async () => ({
      reports: await countReportsWith(tx, force),
      duties: await countOpenDuties(tx, force),
    }));
    const dates = await reviewDates(call, cases);
    const officers = await listOfficers(tx, force);
    return {
      body: {
        now,
        rows,
        more,
        work: workOf(cases, { officers, reports, duties: duties.filter((one) => one.case === null || !closed.has(one.case)), now }),
        isMore,
        timesSet,
        dates: dates.rows,
        draws: await dipsShown(call, nameOf),
      },
      shown: [],
      also: [...also, ...dates.also],
    };
  },
});

const readDraw = object(({ must }) => ({
  from: must("from", (value, path) => {
    const day = text(value, path);
    return parseCivilDay(day) === undefined ? fault(path, "is no civil day") : day;
  }),
}));

/** Draws a sample of what was closed or decided. The seed is the machine's, so that nobody chooses which are read. */
export const dipDrawn: DeskRoute = deskRoute({
  method: "POST",
  path: "/desk/supervision/draws",
  operation: "draw-dips",
  body: readDraw,
  run: async (call) => {
    const { tx, parts, officer, now, body } = call;
    const today = civilDay(now);
    const day = parseCivilDay(body.from);
    if (day === undefined || body.from > today || body.from < addDaysToCivil(today, -mostDays))
      return refuseByState({
        rule: "draw-day",
        says: `A sample is drawn of what was closed or decided on a day of the last ${mostDays}, up to today. Nothing was drawn.`,
        allows: "Choose another day.",
      });
    const closed = await closedNumbers(call);
    // It draws among numbers of the whole force, and shows ten of them.
    return asMachine(tx, call, async () => {
      const since = startOfDay(daysFromCivil(day), london);
      const numbers = (await closedOrDecided(tx, parts.force.id, { since, until: now })).filter((one) => !closed.has(one));
      if (numbers.length === 0)
        return refuseByState({
          rule: "nothing-to-draw",
          says: "Nothing was closed or decided since that day.",
          allows: "Choose an earlier day.",
        });
      const seed = `${today}/${bytesToHex(parts.random(seedBytes))}`;
      const drawn = drawDips(seed, numbers, hashText);
      const draw = { rule: dipRule, seed, from: body.from, numbers, drawn, by: officer.id, at: now };
      const number = await putDipDraw(tx, parts.force.id, draw);
      return { body: { number }, shown: [], entry: { item: drawInLog({ number, seed }) }, also: drawn.map(aboutOf) };
    });
  },
});

function hashText(words: string): string {
  return sha256HexOf(textToBytes(words));
}

function aboutOf(id: string): { readonly report: string } | { readonly case: string } {
  return id.startsWith("R-") ? { report: id } : { case: id };
}

const readCheck = object(({ must }) => ({
  draw: must("draw", count),
  found: must("found", oneOf(dipFindings)),
  says: must("says", (value, path) => {
    const words = value === "" ? "" : lineFromJson(value, path);
    return words.length > longestDipWords ? fault(path, `is longer than ${longestDipWords}`) : words;
  }),
}));

/** Writes what a check of a case came to. */
export const caseChecked: DeskRoute = checked("case", "/desk/cases/:case/dip-check");
/** The same of a report. */
export const reportChecked: DeskRoute = checked("report", "/desk/reports/:reference/dip-check");

function checked(of: "case" | "report", path: string): DeskRoute {
  const idIn = (params: Readonly<Record<string, string>>): string => (of === "case" ? params["case"] : params["reference"]) ?? "";
  return deskRoute({
    method: "POST",
    path,
    operation: "check-dip",
    about: ({ params }) => (of === "case" ? { case: idIn(params) } : { report: idIn(params) }),
    body: readCheck,
    run: async (call) => {
      const { tx, parts, officer, now, params, body, standing } = call;
      const id = idIn(params);
      const force = parts.force.id;
      const drawn = (await findDipDraw(tx, force, body.draw))?.drawn ?? [];
      const refused = whyNotChecked({
        ...{ by: officer.id, found: body.found, says: body.says, isDrawn: drawn.includes(id) },
        doneBy: await whoDecided(tx, force, { of, id }),
      });
      if (refused !== undefined) refuseByState(refused);
      const check = { draw: body.draw, subject: id, found: body.found, says: body.says, by: officer.id, at: now, case: standing.case };
      await asMachine(tx, call, () => putDipCheck(tx, force, check));
      return { body: {}, shown: [], entry: { item: `draw ${body.draw} ${body.found}` } };
    },
  });
}
