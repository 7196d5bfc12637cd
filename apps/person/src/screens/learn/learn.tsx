import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import type { ReactElement } from "react";
import { Icon } from "../../parts/icon.tsx";
import { Page } from "../../parts/page.tsx";
import type { Walk } from "../../session.ts";
import { topicIds } from "./topic-ids.ts";
import { readTopics } from "./topics.ts";

/** What can be read about. */
export function Learn({ navigation }: Walk): ReactElement {
  const topics = readTopics();
  return (
    <Page
      title={t`What is good to know`}
      actions={
        <button type="button" className="primary" onClick={() => navigation.go({ name: "support" })}>
          <Trans>People who can help</Trans>
        </button>
      }
    >
      <div className="onward">
        {topicIds.map((topic) => (
          <button key={topic} type="button" className="row" onClick={() => navigation.go({ name: "learn-topic", topic })}>
            <span>
              <strong>{topics[topic].title}</strong>
              <span className="second brief">{topics[topic].brief}</span>
            </span>
            <Icon name="onward" />
          </button>
        ))}
        <button type="button" className="row" onClick={() => navigation.go({ name: "accessibility" })}>
          <strong>
            <Trans>Accessibility</Trans>
          </strong>
          <Icon name="onward" />
        </button>
      </div>
    </Page>
  );
}
