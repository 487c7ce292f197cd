import { describe, expect, it } from 'vitest';
import { createCalendar } from '../../src/calendar/calendar.ts';
import { explainDeadline } from '../../src/calendar/deadline.ts';
import { explanationLines } from '../../src/calendar/explanation.ts';
import {
  formatDate,
  formatDay,
  formatDays,
  formatMonth,
  formatTermWithin,
  formatWeekday,
  type GrammaticalCase,
  listOf,
} from '../../src/calendar/format.ts';
import { realCalendarData } from './fixtures.ts';

const calendar = createCalendar(realCalendarData());

describe('Latvian dates', () => {
  it('stand in the nominative and the locative', () => {
    expect(formatDate('2026-11-22')).toBe('2026. gada 22. novembris');
    expect(formatDate('2026-06-09', 'locative')).toBe('2026. gada 9. jūnijā');
  });

  it.each<[GrammaticalCase, string]>([
    [
      'nominative',
      'janvāris februāris marts aprīlis maijs jūnijs jūlijs augusts septembris oktobris novembris decembris',
    ],
    [
      'genitive',
      'janvāra februāra marta aprīļa maija jūnija jūlija augusta septembra oktobra novembra decembra',
    ],
    [
      'accusative',
      'janvāri februāri martu aprīli maiju jūniju jūliju augustu septembri oktobri novembri decembri',
    ],
    [
      'locative',
      'janvārī februārī martā aprīlī maijā jūnijā jūlijā augustā septembrī oktobrī novembrī decembrī',
    ],
  ])('%s of every month', (grammatical, names) => {
    const months = Array.from({ length: 12 }, (_, i) => `2026-${String(i + 1).padStart(2, '0')}-01`);
    expect(months.map(date => formatDay(date, grammatical).slice(3)).join(' ')).toBe(names);
    expect(months.map(date => formatMonth(date.slice(0, 7), grammatical).slice(11)).join(' ')).toBe(names);
  });

  it('weekdays, lists and terms', () => {
    expect(formatWeekday('wednesday')).toBe('trešdiena');
    expect(formatWeekday('sunday', 'locative')).toBe('svētdienā');
    expect([listOf([]), listOf(['a']), listOf(['a', 'b', 'c'])]).toEqual(['', 'a', 'a, b un c']);
    expect(formatDays(['2026-03-31', '2026-04-01', '2026-04-02'])).toBe('31. marts; 1. un 2. aprīlis');
    expect(formatDays(['2026-12-30', '2027-01-04'])).toBe('2026. gada 30. decembris; 2027. gada 4. janvāris');
    expect([1, 10, 11, 21].map(n => formatTermWithin({ workingDays: n }))).toEqual([
      '1 darba dienas laikā',
      '10 darba dienu laikā',
      '11 darba dienu laikā',
      '21 darba dienas laikā',
    ]);
    expect([1, 2].map(n => formatTermWithin({ months: n }))).toEqual(['1 mēneša laikā', '2 mēnešu laikā']);
  });
});

describe('the explanation people read', () => {
  it('names the days counted and skipped', () => {
    expect(explanationLines(explainDeadline(calendar, '2026-06-08', { workingDays: 10 }))).toEqual([
      'Iesniegums saņemts 2026. gada 8. jūnijā.',
      'Skaitīšana sākas nākamajā dienā pēc saņemšanas – 2026. gada 9. jūnijā.',
      'Skaitītas 10 darba dienas: 9., 10., 11., 12., 15., 16., 17., 18., 19. un 25. jūnijs.',
      'Izlaistas nedēļas nogales: 13., 14., 20. un 21. jūnijs.',
      'Izlaistas svētku dienas un pārceltās dienas: 22. jūnijs (darba diena pārcelta uz 27. jūniju), 23. jūnijs (Līgo diena) un 24. jūnijs (Jāņu diena).',
      'Atbildes termiņš: 2026. gada 25. jūnijs.',
    ]);
  });

  it('leaves out what did not happen and takes another label', () => {
    expect(
      explanationLines(explainDeadline(calendar, '2026-11-23', { workingDays: 1 }), 'Pārsūtīšanas termiņš'),
    ).toEqual([
      'Iesniegums saņemts 2026. gada 23. novembrī.',
      'Skaitīšana sākas nākamajā dienā pēc saņemšanas – 2026. gada 24. novembrī.',
      'Skaitīta 1 darba diena: 24. novembris.',
      'Pārsūtīšanas termiņš: 2026. gada 24. novembris.',
    ]);
  });

  it('tells of a month without that date and of a moved end', () => {
    expect(explanationLines(explainDeadline(calendar, '2026-01-31', { months: 1 })).slice(2)).toEqual([
      'Termiņš ir 1 mēnesis, un tas beidzas mēneša pēdējā dienā – 2026. gada 28. februārī, jo 31. datuma šajā mēnesī nav.',
      'Termiņš pārcelts uz nākamo darba dienu, jo šīs nav darba dienas: 28. februāris (sestdiena) un 1. marts (svētdiena).',
      'Atbildes termiņš: 2026. gada 2. marts.',
    ]);
    expect(explanationLines(explainDeadline(calendar, '2026-06-01', { months: 1 })).slice(2)).toEqual([
      'Termiņš ir 1 mēnesis, un tas beidzas 2026. gada 1. jūlijā.',
      'Atbildes termiņš: 2026. gada 1. jūlijs.',
    ]);
  });
});
