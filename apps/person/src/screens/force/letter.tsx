import type { ReactElement } from "react";
import { Page } from "../../parts/page.tsx";
import type { LetterDraft } from "../../letter-draft.ts";
import type { Walk } from "../../session.ts";
import { Choice, DangerField, Field, Line, ReachFields } from "./letter-fields.tsx";

/** What the letter says: danger first. Everything can be left empty, and is then unsaid. */
export function LetterScreen({ session: { letter }, change, navigation }: Walk): ReactElement {
  const set = (said: Partial<LetterDraft>): void => change({ letter: { ...letter, ...said } });
  return (
    <Page title="What do you want to tell them?" actions={<Done onPress={navigation.back} />}>
      <p>Each of these may stay empty. It goes sealed, before any file.</p>
      <DangerField value={letter.danger} onChange={(danger) => set({ danger })} />
      <Field label="What happened, in your words">
        {(id) => <textarea id={id} dir="auto" rows={5} value={letter.account} onChange={({ target }) => set({ account: target.value })} />}
      </Field>
      <Field label="What you want, and what you do not want">
        {(id) => (
          <textarea
            id={id}
            dir="auto"
            rows={3}
            maxLength={longestWishes}
            value={letter.wishes}
            onChange={({ target }) => set({ wishes: target.value })}
          />
        )}
      </Field>
      <Choice
        legend="Who is it about?"
        value={letter.reporter}
        options={[
          ["self", "Me"],
          ["another", "Somebody for whom I write"],
          ["witness", "Somebody else: I saw it"],
        ]}
        onChange={(reporter) => set({ reporter })}
      />
      <Line label="Your name (without one they do not know who you are)" value={letter.name} onChange={(name) => set({ name })} />
      <Line label="The language you want to speak" value={letter.language} onChange={(language) => set({ language })} />
      <Line label="Where it happens: a town is enough" value={letter.place} onChange={(place) => set({ place })} />
      <Choice
        legend="Which part of the country?"
        value={letter.jurisdiction}
        options={[
          ["", "I can’t say"],
          ["EW", "England or Wales"],
          ["NI", "Northern Ireland"],
          ["SCO", "Scotland"],
        ]}
        onChange={(jurisdiction) => set({ jurisdiction })}
      />
      <Choice
        legend="May they tell people who help (an advocate, a helpline) about you?"
        value={letter.referral}
        options={[
          ["", "I can’t say"],
          ["yes", "Yes"],
          ["no", "No"],
        ]}
        onChange={(referral) => set({ referral })}
      />
    </Page>
  );
}

/** Characters of her wishes: as many as a force reads (docs/formats/submission.md). */
const longestWishes = 4_000;
/** How she can be reached without anybody else learning of it. It stands in the letter and nowhere else. */
export function ReachScreen({ session: { letter }, change, navigation }: Walk): ReactElement {
  const set = (said: Partial<LetterDraft>): void => change({ letter: { ...letter, ...said } });
  return (
    <Page title="How may they reach you?" actions={<Done onPress={navigation.back} />}>
      <p>Only ways that nobody else sees or hears. Left empty, they can answer only to your seven words.</p>
      <ReachFields said={letter} onChange={set} />
    </Page>
  );
}

function Done({ onPress }: { readonly onPress: () => void }): ReactElement {
  return (
    <button type="button" className="primary" onClick={onPress}>
      Done
    </button>
  );
}
