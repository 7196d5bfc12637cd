import { expect, test } from "vitest";
import { shareSync } from "./shared-sync.ts";

/** A disk whose syncs end when told. */
function slowDisk(): { readonly sync: () => Promise<void>; readonly begun: () => number; readonly end: (error?: Error) => void } {
  const running: { resolve: () => void; reject: (error: Error) => void }[] = [];
  let begun = 0;
  return {
    sync: () => {
      begun += 1;
      return new Promise((resolve, reject) => running.push({ resolve, reject }));
    },
    begun: () => begun,
    end: (error) => (error ? running.shift()?.reject(error) : running.shift()?.resolve()),
  };
}

test("who asks while the disk is busy waits for the next turn of it, which all share: the turn that runs may have begun too early", async () => {
  const disk = slowDisk();
  const sync = shareSync(disk.sync);
  const over: string[] = [];
  const first = sync().then(() => over.push("first"));
  const others = [sync(), sync(), sync()].map((one) => one.then(() => over.push("other")));
  disk.end();
  await first;
  await Promise.resolve();
  expect(over).toEqual(["first"]);
  expect(disk.begun()).toBe(2);
  disk.end();
  await Promise.all(others);
  expect(disk.begun()).toBe(2);
  const later = sync();
  expect(disk.begun()).toBe(3);
  disk.end();
  await later;
});

test("after a disk that failed nothing is promised any more", async () => {
  const disk = slowDisk();
  const sync = shareSync(disk.sync);
  const first = sync();
  const second = sync();
  disk.end(new Error("EIO"));
  await expect(first).rejects.toThrow("EIO");
  await expect(second).rejects.toThrow("EIO");
  await expect(sync()).rejects.toThrow("EIO");
  expect(disk.begun()).toBe(1);
});
