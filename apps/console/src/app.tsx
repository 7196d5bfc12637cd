import { type ReactElement, useCallback, useEffect, useState } from "react";
import { useWay } from "./address/use-place.ts";
import { queuePlace } from "./address/place.ts";
import type { Answer } from "./desk/answer.ts";
import { type Me, me as readMe } from "./desk/me.ts";
import type { WhyNobody } from "./desk/why-nobody.ts";
import { KeyboardProvider } from "./keys/keyboard.tsx";
import type { Settings } from "./keys/stored-settings.ts";
import { Desk } from "./desk.tsx";
import { Door } from "./parts/door.tsx";
import { Hindrance } from "./parts/hindrance.tsx";
import { CameBack } from "./screens/came-back.tsx";
import { Enrol } from "./screens/enrol.tsx";
import { SignIn } from "./screens/sign-in.tsx";
import { WhenDue } from "./screens/when-due.tsx";
import type { World } from "./world.ts";

/** Who is at the desk. What was read for one officer is never kept for the next: it stands below this, and goes with it. */
type Presence =
  | { readonly presence: "asking" }
  | { readonly presence: "nobody"; readonly why: WhyNobody }
  | { readonly presence: "here"; readonly me: Me }
  | { readonly presence: "hindered"; readonly by: Answer<Me> };

/** The desk, or its door while nobody is signed in. */
export function App({ world }: { readonly world: World }): ReactElement {
  const way = useWay(world.addresses);
  const [settings, setSettings] = useState(world.settings.read);
  const [presence, setPresence] = useState<Presence>({ presence: "asking" });
  const isEnrolling = way.place.screen === "enrol";
  const isBack = way.place.screen === "signed-in";
  const isWhenDue = way.place.screen === "when-due";
  const [hindrance, setHindrance] = useState("");

  const ask = useCallback(async (): Promise<void> => {
    const answer = await world.desk.get("me", readMe);
    setPresence(presenceOf(answer));
  }, [world]);
  useEffect(() => {
    // What is worked out without a sign-in asks the server nothing; whoever comes back from it is asked for anew.
    if (isWhenDue) setPresence({ presence: "asking" });
    else if (!isEnrolling && !isBack) void ask();
  }, [ask, isEnrolling, isBack, isWhenDue]);
  useEffect(() => {
    document.documentElement.dataset["text"] = settings.text;
  }, [settings.text]);

  const change = (changed: Settings): void => {
    world.settings.write(changed);
    setSettings(changed);
  };
  const sendBack = (says: string): void => {
    setHindrance(says);
    way.replace(queuePlace);
  };
  const leave = useCallback((why: WhyNobody): void => setPresence({ presence: "nobody", why }), []);

  return (
    <KeyboardProvider settings={settings.keys}>
      {isWhenDue ? (
        <WhenDue world={world} />
      ) : isEnrolling ? (
        <Enrol world={world} done={() => way.replace(queuePlace)} />
      ) : isBack ? (
        <CameBack world={world} done={way.replace} failed={sendBack} />
      ) : presence.presence === "here" ? (
        <Desk {...{ world, way, settings, leave }} key={presence.me.officer.id} me={presence.me} changeSettings={change} />
      ) : presence.presence === "nobody" ? (
        <SignIn world={world} why={presence.why} before={hindrance} done={ask} />
      ) : (
        <Door
          force=""
          says={presence.presence === "hindered" ? "Who is signed in is not known." : "Asking who is signed in."}
          now={world.now()}
        >
          {presence.presence === "hindered" && <Hindrance answer={presence.by} now={world.now()} again={() => void ask()} />}
        </Door>
      )}
    </KeyboardProvider>
  );
}

function presenceOf(answer: Answer<Me>): Presence {
  if (answer.came === "value") return { presence: "here", me: answer.value };
  return answer.came === "nobody" ? { presence: "nobody", why: "nobody" } : { presence: "hindered", by: answer };
}
