import "@unmask/fittings-screen/tokens.css";
import "@unmask/fittings-screen/screen.css";
import "./style/desk.css";
import "./style/shell.css";
import "./style/rows.css";
import "./style/entry.css";
import "./style/assess.css";
import "./style/case.css";
import "./style/referral.css";
import "./style/act.css";
import "./style/link.css";
import "./style/telephone.css";
import "./style/decisions.css";
import "./style/shift.css";
import "./style/exhibits.css";
import "./style/when-due.css";
import "./style/orders.css";
import "./style/order-live.css";
import "./style/kept-file.css";
import "./style/register.css";
import "./style/look-ahead.css";
import "./style/retention.css";
import "./style/learn.css";
import "./style/disclosure.css";
import "./style/supervision.css";
import { createRoot } from "react-dom/client";
import { readClock } from "@unmask/fittings-browser";
import { App } from "./app.tsx";
import { createAddresses } from "./ports/addresses.ts";
import { readChosen } from "./ports/chosen-file.ts";
import { copyText } from "./ports/copy-text.ts";
import { createDesk } from "./ports/desk.ts";
import { newFormId } from "./ports/form-id.ts";
import { createPasskeys } from "./ports/passkeys.ts";
import { createPictures } from "./ports/pictures.ts";
import { saveCsv, saveFile } from "./ports/save-file.ts";
import { createSettingsStore } from "./ports/settings.ts";

const place = document.getElementById("desk");
if (!place) throw new Error("the page has no place for the desk");

createRoot(place).render(
  <App
    world={{
      desk: createDesk(),
      passkeys: createPasskeys(),
      addresses: createAddresses(),
      settings: createSettingsStore(),
      pictures: createPictures(),
      saveCsv,
      saveFile,
      readChosen,
      copyText,
      newFormId,
      now: readClock,
    }}
  />,
);
