// One view of the survey at a time. After a change it takes no tap for a moment: a second tap on the same spot, or a hand
// that rests on the glass, must not answer the next question.

/** Longer than a double tap (browsers and platforms: 300 to 500 ms), shorter than reading a question. */
const GUARD_MS = 700;

export interface Views {
  /** Shows the view of this name and hides the others. `move`: the focus goes to its heading, so that it is read out. */
  show(name: string, move: boolean): HTMLElement | undefined;
  /** Whether the view that is shown takes taps by now. */
  isOpen(): boolean;
}

/** @param now milliseconds that only grow */
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
