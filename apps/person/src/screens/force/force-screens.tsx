import type { ReactElement } from "react";
import type { ForceScreen } from "../../navigation.ts";
import { type Walk, isLetterStanding } from "../../session.ts";
import { Forgotten } from "./forgotten.tsx";
import { LetterScreen, ReachScreen } from "./letter.tsx";
import { Receipt } from "./receipt.tsx";
import { Replies } from "./replies.tsx";
import { Send } from "./send.tsx";
import { SendingScreen } from "./sending.tsx";
import { WriteBack } from "./write-back.tsx";

/** What goes to a force, and what it answers. */
export function ForceScreens({ screen, ...walk }: Walk & { readonly screen: ForceScreen }): ReactElement {
  switch (screen.name) {
    case "send":
      return isLetterStanding(walk.session) ? <SendingScreen {...walk} /> : <Send {...walk} isAlone={screen.isAlone} />;
    case "letter":
      return <LetterScreen {...walk} />;
    case "reach":
      return <ReachScreen {...walk} />;
    case "sending":
      return <SendingScreen {...walk} />;
    case "receipt":
      return <Receipt {...walk} />;
    case "replies":
      return <Replies {...walk} />;
    case "forgotten":
      return <Forgotten {...walk} />;
    case "write-back":
      if (walk.session.about === undefined && walk.session.answering.going === undefined) return <Replies {...walk} />;
      return <WriteBack {...walk} about={walk.session.about ?? ""} />;
  }
}
