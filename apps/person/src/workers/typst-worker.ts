import type { ReportDocument } from "@unmask/pack";
import { setReport } from "../ports/typst-web.ts";

/** Sets one report; its thread is ended afterwards, because the typesetter blocks it and its memory never shrinks. */
self.onmessage = ({ data }: MessageEvent<ReportDocument>) => {
  void setReport(data).then((outcome) => self.postMessage(outcome));
};
