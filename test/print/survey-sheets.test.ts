// Which surveys have a sheet: public ones, while they are open.
import { expect, it } from 'vitest';
import { printedSurveys, surveySheet } from '../../src/print/survey-sheets.ts';
import { everyKind } from '../surveys/paper-sample.ts';

const entry = (id: string, changed: object = {}) => ({
  id,
  data: { ...everyKind, title: 'Aptauja', ...changed },
});

it('prints open public surveys alone, from their first day through their last', () => {
  const surveys = [
    entry('b', { title: 'Žurnāls' }),
    entry('a', { title: 'Āda' }),
    entry('kiosks', { audience: 'kiosk' }),
    entry('darbinieki', { audience: 'staff' }),
    entry('beigusies', { opens: '2026-01-01', closes: '2026-10-14' }),
    entry('gaidama', { opens: '2026-12-02' }),
  ];
  const on = (day: string) => printedSurveys(surveys, day).map(({ id }) => id);
  expect(on('2026-12-01')).toEqual(['a', 'b']);
  expect(on('2026-10-15')).toEqual(['a', 'b']);
  expect(on('2026-10-14')).toEqual(['beigusies']);
  expect(on('2026-12-31')).toEqual(['gaidama', 'a', 'b']);
  expect(on('2027-01-01')).toEqual([]);
});

it('has its own address', () => {
  const sheet = surveySheet(entry('klientu-aptauja'));
  expect(sheet).toMatchObject({ route: '/drukai/aptauja-klientu-aptauja/', paper: 'A4' });
});
