import { type Finding, printedOrderRule } from "@unmask/core";
import { importExports, settleStatement } from "@unmask/corridor";
import { findAll } from "@unmask/patterns";
import { parseArguments } from "../arguments.ts";
import { askAll, sayNothingOpen } from "../ask.ts";
import { coverShape, readCover } from "../cover.ts";
import type { ExitCode } from "../exit-code.ts";
import { exitCodeOfImport, sayCaveats, sayNotThere, sayPassedOver } from "../import-caveats.ts";
import { openFiles } from "@unmask/fittings-node";
import { pageVoice, sayCount } from "@unmask/words";
import { sayEmptied } from "../not-this.ts";
import { oneLine } from "../one-line.ts";
import { ownPapersIn } from "../own-papers.ts";
import { parseReadingTerms, readingShape, readingWorld } from "../reading-options.ts";
import {
  readStatedFiles,
  sayMarksAgainstFile,
  sayNobodyNamed,
  saySaidTwice,
  sayNotHers,
  sayStray,
  statedIn,
  statementShape,
} from "../statement.ts";
import type { World } from "../world.ts";
import { refuse, refuseUsage } from "./refuse.ts";

/** `unmask pattern`: what the patterns find, in words or as JSON (docs/formats/finding.md). */
export async function pattern(args: readonly string[], world: World): Promise<ExitCode> {
  const given = parseArguments(args, { ...readingShape, ...statementShape, ...coverShape, json: "yes" });
  if (!given.ok) return refuseUsage(world, given.error);
  const terms = parseReadingTerms(given.value, world);
  if (!terms.ok) return refuseUsage(world, terms.error);
  const statedFiles = await readStatedFiles(given.value, world.signal);
  if (!statedFiles.ok) return refuseUsage(world, statedFiles.error);
  const stated = statedIn(given.value, terms.value, statedFiles.value);
  if (!stated.ok) return refuseUsage(world, stated.error);
  const asked = await readCover(given.value, stated.value.terms, world.signal);
  if (!asked.ok) return refuseUsage(world, asked.error);
  const files = await openFiles(given.value.words, world.signal);
  if (!files.ok) return refuse(world, files.error);

  const { terminal } = world;
  const imported = await importExports(files.value.sources, stated.value.terms, {
    ...readingWorld(world),
    ownPapers: await ownPapersIn(given.value, world),
    takesIn: given.value.texts("take-in"),
  });
  await files.value.close();
  // Of half a file nothing is found: it would read as if it were the whole.
  world.signal.throwIfAborted();
  const { statement, timeline, openChats, statedTwins, groups, shown, notHers, saidTwice } = settleStatement(stated.value.statement, {
    timeline: imported.timeline,
    cover: asked.value.cover,
  });
  const against = sayMarksAgainstFile(timeline, statement);
  if (against !== undefined) return refuseUsage(world, against);
  const telling = { voice: pageVoice, at: imported.terms.at };
  const findings = findAll(timeline, statement, telling);
  terminal.endProgress();
  await terminal.write(given.value.isSet("json") ? `${JSON.stringify({ findings })}\n` : sayAll(findings));
  const isNobodyNamed = sayNobodyNamed(statement, terminal);
  if (findings.length === 0 && !isNobodyNamed)
    terminal.say("No pattern was found in these files. That says nothing about what is not in them.");
  sayEmptied(findings, { timeline, statement, telling, terminal });
  saySaidTwice(saidTwice, terminal);
  sayStray(timeline, statement, terminal);
  sayNotHers(notHers, terminal);
  const isNothingOpen = askAll({ timeline, statement, unblocks: imported.unblocks, shown, openChats, statedTwins, groups }, terminal);
  sayPassedOver(files.value, terminal);
  sayCaveats(imported.caveats, terminal);
  sayNotThere(given.value.texts("take-in"), imported.caveats, terminal);
  sayNothingOpen(isNothingOpen && !isNobodyNamed, imported.caveats, terminal);
  return exitCodeOfImport(imported.caveats);
}

function sayAll(findings: readonly Finding[]): string {
  return [...findings.map(sayFinding), ...(findings.length > 1 ? [`${printedOrderRule}\n`] : [])].join("\n");
}

function sayFinding({ line, says, acts, how, couldChange, rule }: Finding): string {
  const lines = [
    line,
    `  ${says}`,
    `  Rests on ${sayCount(acts.length, "act")}.`,
    `  How this was worked out: ${how}`,
    ...couldChange.map((one) => `  What could change it: ${one}`),
    ...(rule ? [`  Read against: ${rule.section}. ${rule.says}`] : []),
  ];
  return lines.map((one) => `${oneLine(one)}\n`).join("");
}
