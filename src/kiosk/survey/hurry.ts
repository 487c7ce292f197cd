// An abandoned question: the screen announces that it will continue, counts down, and continues. Any touch or
// key restarts the wait (WCAG 2.2.1 requires a warning of at least twenty seconds).

/** Seconds. */
const QUIET = 10;
const WARNING = 20;

export interface Hurry {
  /** Starts to wait for the person; calls `then` when nobody reacts. */
  start(then: () => void): void;
  stop(): void;
}

/**
 * The warnings on the page: `data-hurry` with a status line that screen readers announce once, and the
 * remaining seconds, which they do not.
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
