// What administrators see about the backups on their start page.
import { expect, it } from 'vitest';
import type { BackupState } from '../../api/domain/backups.ts';
import { startApp } from '../api/harness.ts';
import { get } from '../register/desk.ts';
import { htmlProblems } from '../support/html-check.ts';
import { staffMember } from '../support/staff.ts';

const LAST = new Date('2026-11-24T01:04:00Z');

it.each<[BackupState, string]>([
  [{ check: 'ok', last: LAST }, 'Pēdējā rezerves kopija izveidota 2026. gada 24. novembrī plkst. 03.04'],
  [{ check: 'ok', last: null }, 'Rezerves kopijas vēl nav; serveris to izveidos pats.'],
  [{ check: 'failed', last: LAST }, 'Rezerves kopiju izveidot neizdodas'],
  [{ check: 'failed', last: null }, 'Nevienas kopijas vēl nav.'],
  [{ check: 'off', last: null }, 'Serveris tās pats neveido'],
])('%j', async (state, text) => {
  const test = await startApp();
  Object.assign(test.deps, { backups: () => state });
  const administrator = await staffMember(test, { roles: ['administrator'] });
  const page = await (await get(test, '/registrs/cilveki/', administrator)).text();
  expect(page).toContain(text);
  expect(await htmlProblems(page)).toEqual([]);
  const health = await (await test.app.request('/api/health')).json();
  expect(health).toMatchObject({
    status: state.check === 'failed' ? 'degraded' : 'ok',
    checks: { backups: state.check },
  });
});

it('nothing is said where nobody makes them', async () => {
  const test = await startApp();
  const administrator = await staffMember(test, { roles: ['administrator'] });
  const page = await (await get(test, '/registrs/cilveki/', administrator)).text();
  expect(page).toContain('Cilvēki');
  expect(page).not.toMatch(/ezerves kopij/);
});
