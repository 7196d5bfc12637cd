import { t } from "@lingui/core/macro";
import type { SupportNeed } from "@unmask/law";

/** What somebody can need, as she is asked. */
export const readNeedWords = (): Readonly<Record<SupportNeed, string>> => ({
  talk: t`To talk it through`,
  police: t`To tell the police`,
  digital: t`Phones, accounts, the web`,
  side: t`Somebody at my side`,
  family: t`A partner, an ex or family`,
  pictures: t`Private pictures`,
  low: t`It is too much for me`,
  read: t`To read more`,
  own: t`My own behaviour`,
});
