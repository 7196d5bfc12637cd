import { t } from "@lingui/core/macro";
import type { ReactElement } from "react";
import type { SupportNeed } from "@unmask/law";
import { Page } from "../../parts/page.tsx";
import type { Walk } from "../../session.ts";
import { EmergencyWords, supportShownNow } from "../support/support.tsx";
import { FourWords, LawHere } from "./law-here.tsx";
import { Methods } from "./methods-view.tsx";
import type { TopicId } from "./topic-ids.ts";
import { readTopics } from "./topics.ts";

/** Who can help with each: what they are called on the button, and for which need they are then shown. */
const readHelpers = (): Readonly<Partial<Record<TopicId, readonly [need: SupportNeed, says: string]>>> => ({
  digital: ["digital", t`Who can help with phones`],
  watched: ["digital", t`Who can help with phones`],
  report: ["police", t`How to reach the police`],
  advocate: ["side", t`Who stands beside people`],
});

/** One thing to know. */
export function LearnTopic(walk: Walk & { readonly topic: TopicId }): ReactElement {
  const { topic, session, change, navigation } = walk;
  const { title, mind, parts } = readTopics()[topic];
  const [need, says] = readHelpers()[topic] ?? (["talk", t`People who can help`] as const);
  return (
    <Page
      title={title}
      actions={
        <button
          type="button"
          className="primary"
          onClick={() => {
            change({ asked: { ...session.asked, need } });
            navigation.go({ name: "support" });
          }}
        >
          {says}
        </button>
      }
    >
      {(topic === "report" || topic === "friend") && <EmergencyWords {...supportShownNow(walk)} />}
      {topic !== "digital" && mind !== undefined && <Mind mind={mind} />}
      {parts.map((part) => (
        <section key={JSON.stringify(part)}>
          {part.title !== undefined && <h2>{part.title}</h2>}
          {part.says?.map((one) => (
            <p key={one}>{one}</p>
          ))}
          {part.list && (
            <ul>
              {part.list.map((one) => (
                <li key={one}>{one}</li>
              ))}
            </ul>
          )}
        </section>
      ))}
      {topic === "digital" && mind !== undefined && <Mind mind={mind} />}
      {topic === "stalking" && <FourWords />}
      {topic === "digital" && <Methods />}
      {topic === "law" && <LawHere {...walk} topics={["stalking", "orders"]} />}
      {topic === "report" && <LawHere {...walk} topics={["police"]} />}
    </Page>
  );
}

function Mind({ mind: [when, says] }: { readonly mind: readonly [when: string, says: string] }): ReactElement {
  return (
    <div className="mind">
      <p>
        <strong>{when}</strong> {says}
      </p>
    </div>
  );
}
