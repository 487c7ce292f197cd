// Cumulative layout shift of a page, as the browser measures it (https://wicg.github.io/layout-instability/).
import type { Page } from '@playwright/test';

/** Adds up the shifts of every page opened from now on. */
export async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    let shift = 0;
    new PerformanceObserver(list => {
      for (const entry of list.getEntries() as unknown as { value: number }[]) shift += entry.value;
      Object.assign(window, { shift });
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

/** The sum for the page as it is now, once its fonts are there and what they changed has been painted. */
export async function shiftOf(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const frame = () => new Promise(done => requestAnimationFrame(done));
    await document.fonts.ready;
    await frame();
    await frame();
    // The observer is told in a task of its own.
    await new Promise(done => setTimeout(done));
    return (window as unknown as { shift?: number }).shift ?? 0;
  });
}
