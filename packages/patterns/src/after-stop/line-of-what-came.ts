import { type Statement, type Zone, beginningOf, dayIn } from "@unmask/core";
import { marks, sayCount, sayDay, sayNumber, sayRange } from "@unmask/words";
import { type Line, lineOf, quotingLine } from "../reading/line.ts";
import { isHersSaid } from "./say-hers.ts";
import { sayBegins, sayBriefWhen, sayByWhat, sayService, sayStop, sayWhen, sayWrittenDown, shortStops } from "./say-stops.ts";
import { type Case, type Stops, spanOfStops } from "./stops-held.ts";
import { type Elsewhere, type WhatCameSaid, sayAside, sayThreats, sayWhileBlocked } from "./came.ts";

/** How much came and what she sent meanwhile, in three lengths. */
interface CameSaid {
  readonly full: string;
  readonly brief: string;
  readonly least: string;
  /** Where her words and the figures have no room together: how many came and how many she sent, and that some went elsewhere. */
  readonly bare: string;
  /** Where even that has no room beside her words: no number of hers. */
  readonly came: string;
}

/** The line of what came after a stop: around her words, where the stop is an act of hers. */
export function lineOfWhatCame(stops: Stops, said: WhatCameSaid, inCase: Case): Line {
  const { kind, first } = stops;
  const { zone } = inCase.statement;
  const came = sayCame(stops, said, inCase);
  const without =
    kind === "order in force" ? linesInForce(stops, { came, statement: inCase.statement }) : linesWithoutWords(stops, said, { came, zone });
  const [brief, briefest] = [undefined, "1st or 2nd"].map((which) => `${sayBriefWhen(first, zone, which)}${sayWrittenDown(said.act)}`);
  return said.act === undefined
    ? without
    : [
        ...quotingLine(said.act, {
          around: [
            (words) => `${brief}: ${words}. Then ${came.full}`,
            (words) => `${brief}: ${words}. Then ${came.brief}`,
            (words) => `${briefest}: ${words}. Then ${came.least}`,
            ...(said.besideAgreed === "" && !said.isTheirsAgreed
              ? []
              : [
                  (words: string) => `${briefest}: ${words}. Then ${came.bare}`,
                  (words: string) => `${briefest}: ${words}. Then ${came.came}`,
                ]),
          ],
          without: [],
          isStop: true,
        }),
        ...quotingLine(said.act, { around: [(words) => `${briefest}: ${words}. Then ${came.bare}`], without, isStop: true }),
      ];
}

function sayCame({ kind, first }: Stops, said: WhatCameSaid, inCase: Case): CameSaid {
  const { after, within, perhapsAfter, perhaps, hers, elsewhere, block, sent, notNamed, notNamedSaid } = said;
  const count = sayCount(after.length, "act");
  const threats = sayThreats(said);
  const aside = sayAside(said);
  const apart = aside === "" ? "" : ", agreed apart";
  // The number of both with one word for what is apart: her words need the room.
  const bare = aside === "" || sent.number === undefined ? `${apart}${sent.bare}` : `; by ${marks.Me} ${sent.number}${apart}`;
  const whileBlocked = block === undefined ? "" : `, ${sayWhileBlocked(block)} while blocked`;
  // On the day itself: told below, as it is of most stops of a day.
  const open = perhapsAfter + (beginningOf(first).exact === "day" ? 0 : within);
  const mayHave = open > 0 ? `, ${sayNumber(open)} more may have` : "";
  const more = perhaps > 0 ? `, perhaps ${sayNumber(perhaps)} more` : "";
  const moreBriefly = perhaps + open > 0 ? `, perhaps ${sayNumber(perhaps + open)} more` : "";
  const openFully = notNamed > 0 ? `, and ${notNamedSaid} by accounts not named` : "";
  const openBriefly = notNamed > 0 ? `, ${notNamedSaid} not named` : "";
  const isSaid = kind === "blocked" && isHersSaid(hers, inCase);
  const briefly = `${count}${apart}${sayElsewhereBriefly(elsewhere)}${threats}${whileBlocked}${moreBriefly}${openBriefly}`;
  const barely = `${perhaps + open > 0 ? `${sayNumber(after.length)} to ${sayCount(after.length + perhaps + open, "act")}` : count}${elsewhere.toOthers + elsewhere.toGroups > 0 ? ", some to others" : ""}${threats}${openBriefly}`;
  return {
    full: `${count} came${aside}${sayElsewhere(elsewhere)}${threats}${whileBlocked}${mayHave}${more}${openFully}${isSaid ? "" : sent.full}.`,
    brief: `${briefly}${isSaid ? "" : sent.brief}.`,
    least: `${briefly}${isSaid ? "" : sent.least}.`,
    bare: `${barely}${isSaid ? apart : bare}.`,
    came: `${barely}${apart}.`,
  };
}

function sayElsewhere({ toOthers, toGroups }: Elsewhere): string {
  const others = toOthers > 0 ? `, ${sayNumber(toOthers)} to other people` : "";
  return `${others}${toGroups > 0 ? `, ${sayNumber(toGroups)} to ${toGroups === 1 ? "a group" : "groups"}` : ""}`;
}

function sayElsewhereBriefly(elsewhere: Elsewhere): string {
  const { toOthers, toGroups } = elsewhere;
  return toOthers > 0 && toGroups > 0 ? `, ${sayNumber(toOthers + toGroups)} to others or groups` : sayElsewhere(elsewhere);
}

/** "Told to stop: 3 March 2026. After it 5 acts came": the stop without its words, the fullest first. */
function linesWithoutWords(stops: Stops, { block }: WhatCameSaid, { came, zone }: { readonly came: CameSaid; readonly zone: Zone }): Line {
  const { kind, first } = stops;
  const { isAlone, isEnding } = spanOfStops(stops);
  const begins = sayBegins(stops, zone);
  const end = isAlone && first.lastDay ? sayDay(dayIn(zone, first.lastDay.earliest)) : undefined;
  const held = begins && `, in force ${begins}`;
  const [until, to] = held ? [held, held] : end === undefined ? ["", ""] : [`, until ${end}`, ` to ${end}`];
  const during = isEnding ? (isAlone ? "While it held" : "While one held") : held ? "Since then" : "After it";
  const endedOn = block === undefined ? "" : `, ended on ${block.ended.brief}`;
  const head = `${shortStops[kind]}${sayByWhat(first)}: ${sayBriefWhen(first, zone)}${to}${endedOn}`;
  const before = held ? ":" : `. ${during}${isEnding ? ":" : ""}`;
  return [
    `${sayStop[kind]}${sayByWhat(first)} on ${sayWhen(first, zone)}${until}${endedOn}. ${during} ${came.full}`,
    `${head}. ${during} ${came.full}`,
    `${head}${before} ${came.brief}`,
    `${head}${before} ${came.least}`,
    ...(block === undefined
      ? []
      : [
          `Blocked ${block.ended.sameYear(sayDay(first.day))}, ended ${block.ended.brief}. Then ${came.brief}`,
          `Blocked ${sayDay(first.day)}, ended ${block.ended.briefest}. Then ${came.brief}`,
          `Blocked ${sayDay(first.day)}, ended ${block.ended.briefest}. Then ${came.least}`,
        ]),
    `${head}${before} ${came.bare}`,
  ];
}

/** The line of an order in force: with whether it was served, because who was never told of an order has not broken it. */
function linesInForce(
  { first, all, tooLate }: Stops,
  { came, statement }: { readonly came: CameSaid; readonly statement: Statement },
): Line {
  const { zone } = statement;
  const from = sayWhen(first, zone);
  const service = sayService({ all, tooLate }, statement);
  if (all.length > 1) {
    const during = all.some(({ served }) => served !== undefined) ? "Before service" : "While one held";
    const head = `Orders in force, the first from ${from}${service === undefined ? "" : `; ${service.brief}`}`;
    return lineOf(`${head}. ${during} ${came.full}`, `${head}: ${came.brief}`, `${head}: ${came.least}`);
  }
  if (first.served !== undefined) {
    const served = sayWhen(first.served, zone);
    return lineOf(
      `Order in force from ${from}. Before it was served, on ${served}, ${came.full}`,
      `Order from ${from}, before service on ${served}: ${came.brief}`,
      `Order from ${from}, before service on ${served}: ${came.least}`,
    );
  }
  const range = first.lastDay && first.exact === "day" ? sayRange(first.day, dayIn(zone, first.lastDay.earliest)) : `from ${from}`;
  return lineOf(
    `Order in force ${range}; ${service?.full}. ${first.lastDay ? "While it held" : "Since then"} ${came.full}`,
    `Order in force ${range}; ${service?.brief}. ${first.lastDay ? "While it held" : "Since then"} ${came.full}`,
    `Order in force ${range}, ${service?.brief}: ${came.brief}`,
    `Order ${range}, ${service?.brief}: ${came.brief}`,
    `Order ${range}, ${service?.brief}: ${came.least}`,
  );
}
