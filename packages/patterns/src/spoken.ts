import type { Finding, Statement, Timeline } from "@unmask/core";
import { type Voice, inVoice, pageVoice } from "@unmask/words";
import type { Asked, Pattern, Telling } from "./pattern.ts";
import { type Line, toldLine } from "./reading/line.ts";

/** To her, with no moment. */
const onPage: Telling = { voice: pageVoice };

/** A finding before it is told: its sentences hold marks where the two people stand (words/voice.ts), and its line has several spellings. */
export interface MarkedFinding extends Omit<Finding, "line" | "drawing"> {
  readonly line: Line;
}

/** A pattern that writes with marks. */
interface MarkedPattern extends Omit<Pattern, "find"> {
  find(timeline: Timeline, statement: Statement, asked: Asked): readonly MarkedFinding[];
}

/** The pattern of which the findings are told in the voice that is asked for; by default in the second person, for her page. */
export function spoken(pattern: MarkedPattern): Pattern {
  return {
    id: pattern.id,
    looksFor: pattern.looksFor,
    find: (timeline, statement, telling = onPage) =>
      pattern.find(timeline, statement, telling).map((finding) => toldIn(telling.voice, finding)),
  };
}

function toldIn(voice: Voice, finding: MarkedFinding): Finding {
  const { line, says, how, couldChange, table } = finding;
  const tell = (text: string): string => inVoice(text, voice);
  return {
    ...finding,
    line: toldLine(line, voice),
    says: tell(says),
    how: tell(how),
    couldChange: couldChange.map(tell),
    table: {
      columns: table.columns.map(tell),
      rows: table.rows.map((row) => row.map((cell) => (typeof cell === "string" ? tell(cell) : cell))),
    },
  };
}
