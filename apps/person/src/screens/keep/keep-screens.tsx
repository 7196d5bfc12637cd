import type { ReactElement } from "react";
import type { Walk } from "../../session.ts";
import { BeenHere } from "./been-here.tsx";
import { CheckScreen } from "./check.tsx";
import { CopyScreen } from "./copy.tsx";
import type { KeepScreen } from "./keep-screen.ts";
import { Keys, NewPassphrase, NewWords, OrdinaryNotesKey, PasskeyScreen } from "./keys.tsx";
import { Kept, Make, MakeOrdinary, MakePassphrase } from "./make.tsx";
import { Openings } from "./openings.tsx";
import { Proof } from "./proof.tsx";
import { Remove } from "./remove.tsx";
import { Settings } from "./settings.tsx";
import { SheetScreen } from "./sheet.tsx";

/** What is kept on this device: making it, what opens it, copies, openings, removing. */
export function KeepScreens({ screen, ...walk }: Walk & { readonly screen: KeepScreen }): ReactElement {
  switch (screen.at) {
    case "settings":
      return <Settings {...walk} />;
    case "make":
      return <Make {...walk} />;
    case "passphrase":
      return <MakePassphrase {...walk} />;
    case "ordinary":
      return <MakeOrdinary {...walk} />;
    case "sheet":
      return <SheetScreen {...walk} />;
    case "proof":
      return <Proof {...walk} />;
    case "kept":
      return <Kept {...walk} />;
    case "keys":
      return <Keys {...walk} />;
    case "new-passphrase":
      return <NewPassphrase {...walk} />;
    case "new-words":
      return <NewWords {...walk} whose="hers" />;
    case "second-sheet":
      return <NewWords {...walk} whose="trusted" />;
    case "passkey":
      return <PasskeyScreen {...walk} />;
    case "ordinary-notes":
      return <OrdinaryNotesKey {...walk} />;
    case "copy":
      return <CopyScreen {...walk} />;
    case "check":
      return <CheckScreen {...walk} />;
    case "been-here":
      return <BeenHere {...walk} />;
    case "openings":
      return <Openings {...walk} />;
    case "remove":
      return <Remove {...walk} />;
  }
}
