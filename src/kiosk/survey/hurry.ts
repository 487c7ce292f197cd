// A question nobody answers any more: the screen says that it will go on, counts down, and goes on. Any touch or key starts
// the quiet anew (WCAG 2.2.1 wants twenty seconds of warning at least).

/** Seconds. */
const QUIET = 10;
const WARNING = 20;

export interface Hurry {
  /** Begins to wait for the person; `then` when nobody is there. */
  start(then: () => void): void;
  stop(): void;
}

/**
 * The warnings in the page: `data-hurry` with a status line, whose words are told to screen readers once, and the seconds
 * left, which are not.
 */
export function hurryIn(root: HTMLElement): Hurry {
  const warnings = [...root.querySelectorAll<HTMLElement>('[data-hurry]')];
  let passed = 0;
  let timer: ReturnType<typeof setInterval> | undefined;

  function warn(left: number | null): void {
    for (const warning of warnings) {
      const [status, figure] = warning.children;
      const words = left === null ? '' : (warning.dataset['hurry'] ?? '');
      if (status && status.textContent !== words) status.textContent = words;
      if (figure) figure.textContent = left === null ? '' : String(left);
    }
  }
  const again = () => {
    passed = 0;
    warn(null);
  };
  for (const touch of ['pointerdown', 'keydown', 'wheel', 'touchmove'])
    addEventListener(touch, again, { capture: true, passive: true });
  const stop = () => {
    clearInterval(timer);
    again();
  };
  return {
    stop,
    start: then => {
      stop();
      timer = setInterval(() => {
        passed += 1;
        const left = QUIET + WARNING - passed;
        if (left <= 0) then();
        else if (left <= WARNING) warn(left);
      }, 1000);
    },
  };
}
