// Shows one view of the survey at a time. After a change it ignores taps for a moment, so that a second tap
// on the same spot, or a resting hand, does not answer the next question.

/** Longer than a double tap (300 to 500 ms on common platforms), shorter than reading a question. */
const GUARD_MS = 700;

export interface Views {
  /**
   * Shows the view of this name and hides the others. `move`: the focus moves to its heading, so that it is
   * read out.
   */
  show(name: string, move: boolean): HTMLElement | undefined;
  /** True when the visible view accepts taps. */
  isOpen(): boolean;
}

/** @param now a monotonic time in milliseconds */
export function viewsIn(root: HTMLElement, now: () => number): Views {
  const all = [...root.querySelectorAll<HTMLElement>('[data-view]')];
  let openFrom = 0;
  return {
    isOpen: () => now() >= openFrom,
    show: (name, move) => {
      openFrom = now() + GUARD_MS;
      const shown = all.find(({ dataset }) => dataset['view'] === name);
      for (const view of all) view.hidden = view !== shown;
      if (!move) return shown;
      scrollTo(0, 0);
      shown?.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
      return shown;
    },
  };
}
