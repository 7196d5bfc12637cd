import type { Page } from "playwright-core";

/** What can be wrong with a screen of hers or of the desk for whoever reads it from right to left, in colours of their own, or by the keyboard. */

/** Faults from right to left and in forced colours, light and dark; the window keeps its size, and the page is left as it was found, by day. */
export async function otherMeansFaults(page: Page): Promise<string[]> {
  const faults: string[] = [];
  await page.evaluate(() => (document.documentElement.dir = "rtl"));
  faults.push(...(await page.evaluate(sticksOutAtAnEnd)).map((fault) => `from right to left: ${fault}`));
  await page.evaluate(() => document.documentElement.removeAttribute("dir"));
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, forcedColors: "active" });
    faults.push(...(await page.evaluate(lostInForcedColours)).map((fault) => `forced colours, ${colorScheme}: ${fault}`));
  }
  await page.emulateMedia({ colorScheme: "light", forcedColors: "none" });
  return faults;
}

/**
 * A step that leaves the focus nowhere says nothing to whoever hears the page, and begins the next Tab at its top. Where no heading takes the
 * focus, there was no step: a page was opened.
 */
export async function focusFaultOf(page: Page): Promise<string[]> {
  const isNowhere = await page.evaluate(
    () => document.activeElement === document.body && document.querySelector("h1[tabindex='-1']") !== null,
  );
  return isNowhere ? ["the focus stands nowhere"] : [];
}

/** Runs in the page: what stands beyond either end of the window, where nothing scrolls that a keyboard reaches. */
function sticksOutAtAnEnd(): string[] {
  const wide = document.documentElement.scrollWidth - innerWidth;
  const found = wide > 0 ? [`the page scrolls sideways by ${wide}`] : [];
  for (const part of document.querySelectorAll("body *")) {
    const { width, left, right } = part.getBoundingClientRect();
    if (width < 2 || (left >= -1 && right <= innerWidth + 1)) continue;
    if (part.closest("[tabindex='0'], textarea, input, svg, dialog, .skip, .unseen, .case-index ul, .bottom-bar") !== null) continue;
    if (getComputedStyle(part.parentElement ?? part).overflowX !== "visible") continue;
    const says = (part.textContent ?? "").slice(0, 30);
    found.push(`${part.tagName} ${part.className} “${says}” stands from ${Math.round(left)} to ${Math.round(right)} of ${innerWidth}`);
  }
  return found.slice(0, 3);
}

/** Runs in the page, in forced colours: controls without an edge, what is chosen and told by its colour alone, and pictures that nobody sees. */
function lostInForcedColours(): string[] {
  const seen = (one: Element): boolean => one.getBoundingClientRect().width > 1 && one.checkVisibility();
  const say = (one: Element): string => `${one.tagName} ${one.getAttribute("class") ?? ""} “${(one.textContent ?? "").slice(0, 30)}”`;
  const found: string[] = [];
  for (const control of document.querySelectorAll("button, input, textarea, select, summary, a[href]")) {
    const { borderTopWidth, borderTopStyle, borderBottomStyle, textDecorationLine, opacity } = getComputedStyle(control);
    const isOwn = control.matches("input[type=radio], input[type=checkbox], input[type=file], .in-line, summary, a, dialog a");
    const hasEdge = (borderTopStyle !== "none" && Number.parseFloat(borderTopWidth) > 0) || textDecorationLine !== "none";
    if (seen(control) && opacity !== "0" && !isOwn && !hasEdge && borderBottomStyle === "none") found.push(`${say(control)} has no edge`);
  }
  const lookOf = (one: Element): string => {
    const parts = [one, ...one.querySelectorAll("span, strong, td, th")];
    return parts
      .map((part) => {
        const { outlineStyle, outlineWidth, borderWidth, borderStyle, fontWeight, textDecorationLine, backgroundColor } =
          getComputedStyle(part);
        return [outlineStyle, outlineWidth, borderWidth, borderStyle, fontWeight, textDecorationLine, backgroundColor].join();
      })
      .join("|");
  };
  const chosen = "[aria-current], [aria-pressed=true], [aria-selected=true], label:has(> input:checked), input:checked + span";
  for (const one of document.querySelectorAll(chosen)) {
    const own = one.matches("span") ? one.previousElementSibling : one.querySelector("input");
    const box = own?.getBoundingClientRect();
    const isDrawn = box !== undefined && box.width > 8 && own !== null && getComputedStyle(own).opacity !== "0";
    // A radio button or a box that the browser draws shows by itself what is chosen.
    if (!seen(one) || isDrawn) continue;
    const others = [...(one.closest("ul, ol, nav, fieldset, tbody, .segments, .answers")?.querySelectorAll(one.tagName) ?? [])];
    const other = others.find((two) => two !== one && !two.matches(chosen) && two.className === one.className && seen(two));
    const isTold = one.textContent?.trim() !== other?.textContent?.trim() && other !== undefined && lookOf(one) === lookOf(other);
    if (isTold) found.push(`${say(one)} is chosen, and looks like those that are not`);
  }
  const canvas = document.createElement("p");
  canvas.style.color = "Canvas";
  document.body.append(canvas);
  const ground = getComputedStyle(canvas).color;
  canvas.remove();
  for (const picture of document.querySelectorAll("svg")) {
    if (!seen(picture)) continue;
    const shapes = [...picture.querySelectorAll("path, rect, circle, line, text, polygon, polyline, use")];
    const isShown = shapes.some((shape) => {
      const { fill, stroke } = getComputedStyle(shape);
      return [fill, stroke].some((colour) => colour !== "none" && colour !== ground && !/^rgba\(.*, 0\)$/.test(colour));
    });
    if (shapes.length > 0 && !isShown) found.push(`${say(picture)} is drawn in the colour of the page`);
  }
  return found.slice(0, 4);
}
