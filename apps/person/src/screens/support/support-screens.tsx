import type { ReactElement } from "react";
import type { SupportScreen } from "../../navigation.ts";
import type { Walk } from "../../session.ts";
import { Learn } from "../learn/learn.tsx";
import { LearnTopic } from "../learn/learn-topic.tsx";
import { NumberScreen } from "./number.tsx";
import { Support } from "./support.tsx";

/** Who can help, and what is known. */
export function SupportScreens({ screen, ...walk }: Walk & { readonly screen: SupportScreen }): ReactElement {
  switch (screen.name) {
    case "support":
      return <Support {...walk} />;
    case "support-number":
      return <NumberScreen {...screen} />;
    case "learn":
      return <Learn {...walk} />;
    case "learn-topic":
      return <LearnTopic {...walk} topic={screen.topic} />;
  }
}
