/**
 * The intake as a force runs it, in a process of its own: `child-door.ts FOLDER [DATABASE]`. Writes its port, and ends when its input ends.
 * The work asked of a sender is the least there is: what is measured is the intake, and not what keeps a flood away from it.
 */
import { randomBytes } from "node:crypto";
import { createIdentity, parseSignerKey } from "@unmask/seal";
import { readClock } from "@unmask/fittings-node";
import { makeForce } from "../apps/server/src/force/new-force.ts";
import { signSet } from "../apps/server/src/force/sign-set.ts";
import { iterationsOfTry } from "../apps/server/src/intake/work-desk.ts";
import { openForceFolder } from "../apps/server/src/ports/force-folder.ts";
import { runIntake } from "../apps/server/src/ports/run-intake.ts";

const [, , folder = "", database] = process.argv;
await writeForce();
const running = await runIntake({
  folder,
  database,
  workFrom: Number.MAX_SAFE_INTEGER,
  place: { port: 0, tryPort: String },
  apps: new URL("../apps/", import.meta.url),
  tell: (line) => console.error(line),
});
if (!running.ok) throw new Error(running.error);
console.log(running.value.port);
process.stdin.resume().once("end", () => void running.value.close());

async function writeForce(): Promise<void> {
  const parts = { name: "Example Police", intake: null, identity: await createIdentity() };
  const { set, secrets } = await makeForce(parts, readClock(), (size) => new Uint8Array(randomBytes(size)));
  const signer = parseSignerKey(secrets.signer);
  if (!signer.ok) throw new Error(signer.error);
  const { json, signature } = signSet({ ...set, work: { floor: iterationsOfTry } }, signer.value);
  const files = openForceFolder(folder);
  await files.write("set", json);
  await files.write("signature", signature);
  await files.write("mailboxSecret", secrets.mailboxSecret);
}
