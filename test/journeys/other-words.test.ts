import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { axe, runAxe } from "./axe.ts";
import { type Stage, setStage } from "./stage.ts";
import { walkApp, walkFirstPage } from "./walk-screens.ts";

/** Every screen in the shapes that other languages have: with words two fifths longer, and written from right to left. */

const root = fileURLToPath(new URL("../../", import.meta.url));
const dist = join(root, "apps/person/dist");

const sizes = [
  { width: 320, height: 568 },
  { width: 390, height: 844 },
  { width: 1280, height: 900 },
] as const;

/** What is cut off, sticks out of its place, or makes the page wider than its window. */
function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const wide = document.documentElement.scrollWidth - innerWidth;
    const places = document.querySelectorAll<HTMLElement>("h1, h2, p, a, button, label, legend, summary, li, dt, dd, figcaption");
    const cut = [...places].flatMap((place) => {
      // What is for the ear alone, and what scrolls by itself and says so.
      if (place.closest(".unseen, .sideways, svg") || place.clientWidth === 0) return [];
      const { overflowX, overflowY } = getComputedStyle(place);
      const isOver = place.scrollWidth > place.clientWidth + 1 || (overflowY !== "visible" && place.scrollHeight > place.clientHeight + 1);
      const { left, right } = place.getBoundingClientRect();
      return isOver || overflowX === "clip" || left < -1 || right > innerWidth + 1 ? [place.outerHTML.slice(0, 160)] : [];
    });
    return [...(wide > 0 ? [`sticks out by ${wide}`] : []), ...cut];
  });
}

/** Walks past every screen, and gives what is wrong with each in the sizes. */
async function faultsOnTheWay(stage: Stage, direction: "ltr" | "rtl", shape?: () => void): Promise<string[]> {
  const faults: string[] = [];
  for (const way of ["first page", "app"] as const) {
    const { page, context, wrong } = await stage.open();
    await context.addInitScript(axe);
    if (shape) await context.addInitScript(shape);
    await page.reload();
    const seen = async (screen: string): Promise<void> => {
      for (const size of sizes) {
        await page.setViewportSize(size);
        for (const says of await cutOff(page)) faults.push(`${screen}, ${size.width}: ${says}`);
      }
      await page.setViewportSize({ width: 390, height: 844 });
      const written = await page.evaluate(() => getComputedStyle(document.body).direction);
      if (written !== direction) faults.push(`${screen}: written ${written}`);
      for (const says of await runAxe(page)) faults.push(`${screen}: ${says}`);
    };
    if (way === "app") await walkApp(page, { seen, tableSeen: () => seen("finding") });
    else await walkFirstPage(page, seen);
    faults.push(...wrong);
    await context.close();
  }
  return faults;
}

describe("words that are two fifths longer", () => {
  const folder = join(root, ".cache/person-longer");
  const vite = join(root, "node_modules/vite/bin/vite.js");
  const asked = [
    "build",
    join(root, "apps/person"),
    "--mode",
    "longer",
    "--outDir",
    "../../.cache/person-longer",
    "--emptyOutDir",
    "--logLevel",
    "error",
  ];
  execFileSync(process.execPath, [vite, ...asked], { cwd: root, env: { ...process.env, NODE_ENV: "production" } });
  const stage = setStage(folder);

  it("are longer on the first page and in the app, and are not in what people get", () => {
    const textOf = (built: string): string =>
      [
        "index.html",
        ...readdirSync(join(built, "assets"))
          .filter((name) => name.endsWith(".js"))
          .map((name) => `assets/${name}`),
      ]
        .map((name) => readFileSync(join(built, name), "utf8"))
        .join();
    for (const says of ["Help nowHelp", "Bring in what you have exportedBring in what"]) {
      expect(textOf(folder)).toContain(says);
      expect(textOf(dist)).not.toContain(says);
    }
  });

  it("are cut off on no screen, and nothing scrolls sideways", async () => {
    expect(await faultsOnTheWay(stage, "ltr")).toEqual([]);
  });
});

describe("words from right to left", () => {
  const stage = setStage();

  it("are cut off on no screen, and nothing scrolls sideways", async () => {
    const faults = await faultsOnTheWay(stage, "rtl", () => {
      const look = new CSSStyleSheet();
      look.replaceSync("* { unicode-bidi: isolate-override; }");
      document.adoptedStyleSheets = [look];
      // The page is not there yet.
      new MutationObserver(() => (document.documentElement.dir = "rtl")).observe(document, { childList: true });
    });
    expect(faults).toEqual([]);
  });
});
