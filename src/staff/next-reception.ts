// In the browser: shows beside each plan when that person receives next, in Riga time, and keeps it up to
// date.
import { nextIn, type ReceptionPlan, receptionText } from './next.ts';

const riga = new Intl.DateTimeFormat('en-US', {
  timeZone: 'Europe/Riga',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

function show(): void {
  const part = Object.fromEntries(riga.formatToParts(new Date()).map(({ type, value }) => [type, value]));
  const today = `${part['year']}-${part['month']}-${part['day']}`;
  for (const line of document.querySelectorAll<HTMLElement>('[data-plan]')) {
    const plan: ReceptionPlan = JSON.parse(line.dataset['plan'] ?? '');
    const next = nextIn(plan, today, `${part['hour']}:${part['minute']}`);
    line.textContent = next && receptionText(next, today);
  }
}

show();
// A page may stay open past the end of a reception, or wake up the next morning.
setInterval(show, 20_000);
addEventListener('pageshow', show);
