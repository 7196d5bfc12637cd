import type { Drawing, Finding, Statement, Timeline } from "@unmask/core";
import { type Voice, pageVoice } from "@unmask/words";
import { type TimelineCounts, countTimeline } from "../reading/timeline-counts.ts";
import { drawDays } from "./days.ts";
import type { DrawingSize } from "./drawing-size.ts";
import { drawHoursByMonth } from "./hours.ts";
import { marksOnALine } from "./marks-on-a-line.ts";
import { toldDrawing } from "./told-drawing.ts";
import { drawWhoWhen } from "./who-when.ts";

/** Which picture shows what a pattern found; patterns that are not listed are sentences and a table. */
const drawByPattern: Readonly<Record<string, (counts: TimelineCounts, size: DrawingSize) => Drawing>> = {
  frequency: drawDays,
  "contact-after-stop": marksOnALine,
  "channel-switching": marksOnALine,
  "identities-as-one": drawWhoWhen,
  "night-time": drawHoursByMonth,
};

/**
 * Findings with their pictures. Each picture is drawn once, beside the first finding that it shows; where no finding calls for the line of
 * marks, the first finding without a picture carries it, because it is what a reader looks at first.
 */
export function illustrate(
  findings: readonly Finding[],
  timeline: Timeline,
  { statement, size, voice = pageVoice }: { statement: Statement; size: DrawingSize; voice?: Voice },
): readonly Finding[] {
  const counts = countTimeline(timeline, statement);
  const drawn = new Set<unknown>();
  const illustrated = findings.map((finding) => {
    const draw = drawByPattern[finding.pattern];
    if (!draw || drawn.has(draw)) return finding;
    drawn.add(draw);
    return { ...finding, drawing: toldDrawing(draw(counts, size), voice) };
  });
  if (drawn.has(marksOnALine)) return illustrated;
  const bare = illustrated.findIndex(({ drawing }) => drawing === undefined);
  return illustrated.map((finding, i) => (i === bare ? { ...finding, drawing: toldDrawing(marksOnALine(counts, size), voice) } : finding));
}
