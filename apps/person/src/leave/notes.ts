import "@unmask/fittings-screen/tokens.css";
import "./notes.css";
import { tidyUp } from "../ports/tidy-up.ts";

/** The empty notes page. It keeps nothing that is typed into it, and removes what the page before it may have left. */
void tidyUp();

// A new step in the browser's history takes all that lie before it: Forward leads to none of our screens.
history.pushState(null, "");
history.back();
