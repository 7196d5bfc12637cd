import type { ReactElement } from "react";
import { ActList } from "../parts/act-list.tsx";
import { Hindrance } from "../parts/mind.tsx";
import { NobodyIsYou } from "../parts/nobody-is-you.tsx";
import { Page } from "../parts/page.tsx";
import { sayOutsidePicture, saySides } from "../parts/say-sides.ts";
import { sayCount } from "../parts/say.ts";
import { Twin } from "../parts/twin.tsx";
import type { Walk } from "../sitting.ts";
import { useLook } from "../use-look.ts";

/** One line of time: what they did by each way of reaching her, hers first, and below it the acts one by one. */
export function TimelineScreen(walk: Walk): ReactElement {
  const { sitting, trail, corridor } = walk;
  useLook(walk);
  const { look, findings, hindrance } = sitting;
  if (!look) {
    return (
      <Page title={hindrance === undefined ? "Drawing the timeline" : "There is no timeline"} actions={<ToFiles {...walk} />}>
        {hindrance !== undefined && <Hindrance says={hindrance} />}
      </Page>
    );
  }
  const outside = sayOutsidePicture(look);
  const isBare = findings?.length === 0;
  return (
    <Page
      kicker={saySides(look)}
      title={look.line.desktop.title}
      finding="timeline"
      actions={
        <button type="button" className="primary" onClick={() => trail.go(isBare ? { name: "report" } : { name: "finding", index: 0 })}>
          {isBare ? "Go on to the report" : `See the pattern${findings ? `: ${sayCount(findings.length, "finding")}` : ""}`}
        </button>
      }
    >
      {!look.isHerSideKnown && <NobodyIsYou trail={trail} />}
      <Twin drawing={look.line} table={look.lineTable} caption="Acts by week and way" />
      {outside !== "" && <p className="second">In the list below and not in the picture: {outside}.</p>}
      {isBare && <p>Our rules found no pattern in these acts. That says nothing about how it was for you.</p>}
      <h2 className="section">One by one</h2>
      <ActList corridor={corridor} total={look.acts} months={look.months} />
    </Page>
  );
}

function ToFiles({ sitting, trail }: Walk): ReactElement | undefined {
  if (sitting.hindrance === undefined) return undefined;
  return (
    <button type="button" className="primary" onClick={() => trail.go({ name: "files" })}>
      Back to the files
    </button>
  );
}
