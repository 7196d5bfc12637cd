import { type TimeStamping, timeStampBy } from "@unmask/pack";
import { certificatesInReply } from "@unmask/seal";

/** Time-stamping by an authority (RFC 3161) that `ask` reaches; `ask` gives undefined when no answer came. Only a hash leaves this machine. */
export function timeStampFrom(ask: (query: Uint8Array) => Promise<Uint8Array | undefined>): TimeStamping {
  return timeStampBy(async (query) => {
    const reply = await ask(query);
    const chain = reply && certificatesInReply(reply);
    return reply && chain !== undefined ? { reply, chain } : undefined;
  });
}
