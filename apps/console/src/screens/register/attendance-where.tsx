import type { ReactElement } from "react";
import { Segments } from "../../parts/segments.tsx";
import type { Change } from "./attendance-names.tsx";
import type { AttendanceDraft } from "./attendance-words.ts";

/** When they came and to which station; one outside the local police area is told, and nobody is sent away. */
export function WhenAndWhere({ draft, change }: { readonly draft: AttendanceDraft; readonly change: Change }): ReactElement {
  return (
    <>
      <div className="pair">
        <label className="field">
          <span>Day</span>
          <input type="date" max="9999-12-31" value={draft.day} onChange={(event) => change({ day: event.target.value })} />
        </label>
        <label className="field">
          <span>Hour</span>
          <input type="time" value={draft.at} onChange={(event) => change({ at: event.target.value })} />
        </label>
      </div>
      <label className="field">
        <span>Station</span>
        <input
          type="text"
          autoComplete="off"
          maxLength={200}
          value={draft.station}
          onChange={(event) => change({ station: event.target.value })}
        />
      </label>
      <h3>Is it in the local police area of where they live?</h3>
      <Segments
        legend="In the local police area"
        options={[
          { value: "local", says: "Yes" },
          { value: "elsewhere", says: "No" },
          { value: "unknown", says: "Not known" },
        ]}
        chosen={draft.area}
        choose={(area) => change({ area })}
      />
      {draft.area !== undefined && draft.area !== "local" && (
        <div className="notice minded" role="status">
          <p>
            <b className="mind">
              {draft.area === "elsewhere"
                ? "This station is not in the local police area."
                : "It is not known whether this station is in the local police area."}
            </b>
          </p>
          <p>
            <b>Do not send them away.</b> Write down what they say and when. Tell them that another visit may be asked for.
          </p>
        </div>
      )}
    </>
  );
}
