// A whole small site in memory, valid by itself: each test breaks one thing in it.
import type { ContentFile } from '../../src/build/content-files.ts';

const SITE = `name: Parauga klientu apkalpošanas centrs
shortName: Parauga KAC
institution: Parauga pašvaldība
english: true
address:
  value: { street: Gaujas iela 4, locality: Paraugi, parish: Paraugu pagasts, municipality: Paraugu novads, postalCode: LV-4125 }
phone: { value: "+371 60000001" }
trustPhone: { value: "+371 60000002" }
email: { value: kac@paraugs.example }
municipalityEmail: { value: dome@paraugs.example }
dataProtection: { value: dati@paraugs.example }
security: { value: { contact: drosiba@paraugs.example } }
posts:
  - { id: specialists, title: Speciālists }
  - { id: izpilddirektors, title: Izpilddirektors }
holders:
  - { id: pasvaldiba, name: Parauga pašvaldība, short: Pašvaldība, level: municipality, url: "https://www.paraugs.example/" }
lifeEvents:
  - { id: dzivesvieta, title: Dzīvesvieta }
`;

const CALENDAR = `from: 2026
through: 2026
statutoryHolidays: { source: Likuma 1. pants, checked: 2026-11-22 }
shorterBeforeHoliday: true
shorterBeforeHolidaySource: { source: Likuma 135. pants, checked: 2026-11-22 }
years:
  - { year: 2026, movedDays: none, follows: false, source: Rīkojuma nav, checked: 2026-11-22 }
movedDays: []
oneOffHolidays: []
songFestivalClosingDays: []
`;

const POLICY = `policies:
  - inForce: 2026-03-01
    title: Atbildes termiņi
    reply:
      term: { workingDays: 10 }
      law: Likuma 5. pants
      source: Likuma 5. pants
      checked: 2026-11-22
    forward:
      term: { workingDays: 5 }
      law: Likuma 5. pants
      source: Likuma 5. pants
      checked: 2026-11-22
`;

const RULES = `---
title: Klientu apkalpošanas noteikumi
shortTitle: KAC noteikumi
issuer: Parauga dome
legalBasis: Izdoti saskaņā ar likumu
inForce: 2017-11-06
signatory: Domes priekšsēdētājs
status: Publicēti vārds vārdā
source: Oficiālais teksts
summaries:
  - { chapter: I, text: Kam noteikumi domāti un ko tie nosaka. }
  - { chapter: II, text: Kas noteikumos teikts pašās beigās. }
---

## I. Vispārīgie jautājumi

1. Pirmais punkts.

2. Otrais punkts:

2.1. pirmais apakšpunkts;

2.2. otrais apakšpunkts.

## II. Noslēgums

3. Trešais punkts.
`;

const SERVICE = `---
title: Dzīvesvietas deklarēšana
summary: Kā paziņot pašvaldībai jaunu dzīvesvietas adresi.
holder: pasvaldiba
lifeEvents: [dzivesvieta]
recipient: Ikviens iedzīvotājs
channels:
  - kind: counter
documents: []
steps:
  - Atnākt uz centru
processingTime: { workingDays: 0 }
cost: { amount: 0 }
result: Izziņa par dzīvesvietu
contest: Mēneša laikā iestādē
legalBasis:
  - { title: Likums, url: "https://likumi.lv/ta/id/1" }
responsible: specialists
checked: { on: 2026-11-22, source: Likuma teksts }
---

Pakalpojuma apraksts.
`;

const STAFF = `---
name: Anna Parauga
post: specialists
room: "1"
phone: "+371 60000001"
email: anna@paraugs.example
topics: [Dzīvesvieta]
reception:
  monday: ["09:00-12:00"]
---

Anna palīdz.
`;

const HOURS = `---
title: Klātiene
channel: counter
validFrom: 2026-01-01
weekly:
  monday: ["08:30-12:30", "13:00-17:00"]
---
`;

const SURVEY = `---
title: Klientu aptauja
summary: Aptauja ikvienam klientam.
audience: public
version: 1
opens: 2026-01-01
closes: 2026-12-31
thanks: Paldies par atbildēm!
sections:
  - id: apkalposana
    questions:
      - kind: choice
        id: kanals
        label: Kā saņēmāt pakalpojumu?
        options:
          - { id: klatiene, label: Klātienē }
          - { id: talrunis, label: Pa tālruni }
      - kind: scale
        id: pieklajiba
        label: Darbinieks bija pieklājīgs.
        rulePoint: "2.1"
        low: Nepiekrītu
        high: Piekrītu
  - id: beigas
    questions:
      - kind: text
        id: uzlabot
        label: Ko mums uzlabot?
---
`;

const SURVEY_VERSIONS = `versions:
  - version: 1
    recorded: 2026-01-01
    audience: public
    threshold: 5
    questions:
      - id: kanals
        kind: choice
        label: Kā saņēmāt pakalpojumu?
        options: [{ id: klatiene, label: Klātienē }, { id: talrunis, label: Pa tālruni }]
      - { id: pieklajiba, kind: scale, label: Darbinieks bija pieklājīgs., points: 5, low: Nepiekrītu, high: Piekrītu, cantSay: true }
      - { id: uzlabot, kind: text, label: Ko mums uzlabot? }
`;

const STAFF_SURVEY = `---
title: Darbinieku aptauja
summary: Aptauja visiem centra darbiniekiem.
audience: staff
version: 1
opens: 2026-01-01
closes: 2026-12-31
thanks: Paldies par atbildēm!
sections:
  - id: darbs
    questions:
      - kind: choice
        id: vieta
        label: Kur strādājat?
        group: true
        options:
          - { id: zale, label: Zālē }
          - { id: birojs, label: Birojā }
      - kind: scale
        id: slodze
        label: Darba slodze ir samērīga.
        labels: [Nemaz, Drīzāk nē, Daļēji, Drīzāk jā, Pilnīgi]
---
`;

const KIOSK_SURVEY = `---
title: Kā Jums veicās?
summary: Viena poga pēc apmeklējuma.
audience: kiosk
version: 1
opens: 2026-01-01
closes: 2026-12-31
thanks: Paldies par atbildi!
sections:
  - id: viss
    questions:
      - kind: scale
        id: apmierinatiba
        label: Vai esat apmierināts?
        labels: [Nemaz, Drīzāk nē, Daļēji, Drīzāk jā, Pilnīgi]
        cantSay: false
      - kind: choice
        id: kapec
        label: Kas traucēja?
        showIf: { question: apmierinatiba, atMost: 2 }
        options:
          - { id: rinda, label: Rinda }
          - { id: attieksme, label: Attieksme }
---
`;

const PAGE = `---
title: Par mums
summary: Kas ir centrs un ko tajā var nokārtot.
updated: 2026-11-22
---

Skatiet [noteikumus](/noteikumi/#p-2.1).
`;

const SYNONYMS = `groups:
  - [suns, kucēns]
  - [darba laiks, kad strādā, cikos]
`;

const REPLIES = `replies:
  - id: atvainosanas
    title: Atvainošanās par kļūdu
    rulePoints: ["2.1"]
    services: [dzivesvieta]
    text: |
      Pārbaudījām, kas notika [datums], un atvainojamies.
  - id: paldies
    title: Paldies par ierosinājumu
    text: Paldies par ierosinājumu. To ņemsim vērā.
`;

const RETENTION = `policies:
  - inForce: 2017-01-01
    title: Glabāšanas termiņi
    countFrom: year-end
    classes:
      - id: surogatpasts
        title: Surogātpasts
        only: { spam: true }
        term: { months: 12 }
        law: Arhīvu likums
        source: Lietu nomenklatūra
        checked: 2026-11-24
      - id: visas
        title: Visas lietas
        only: { kinds: [complaint, suggestion, gratitude, question, site] }
        term: { years: 5 }
        law: Arhīvu likums
        source: Lietu nomenklatūra
        checked: 2026-11-24
    surveys:
      term: { years: 5 }
      figures: keep
      law: Arhīvu likums
      source: Lietu nomenklatūra
      checked: 2026-11-24
`;

/** The valid files by path. */
export const SOUND: Readonly<Record<string, string>> = {
  'content/site.yaml': SITE,
  'content/calendar/kalendars.yaml': CALENDAR,
  'content/policy/iesniegumi.yaml': POLICY,
  'content/rules/2017-11-06.mdx': RULES,
  'content/services/dzivesvieta.mdx': SERVICE,
  'content/staff/anna.mdx': STAFF,
  'content/hours/klatiene.mdx': HOURS,
  'content/surveys/aptauja.mdx': SURVEY,
  'content/survey-versions/aptauja.yaml': SURVEY_VERSIONS,
  'content/pages/par-mums.mdx': PAGE,
  'content/synonyms.yaml': SYNONYMS,
  'content/replies.yaml': REPLIES,
  'content/policy/glabasana.yaml': RETENTION,
};

/** Valid files that are not in the small site. */
export const MORE: Readonly<Record<string, string>> = {
  'content/surveys/darbiniekiem.mdx': STAFF_SURVEY,
  'content/surveys/zale.mdx': KIOSK_SURVEY,
};

/** The valid site with some files replaced, added or (null) removed. */
export function siteWith(changes: Readonly<Record<string, string | null>>): readonly ContentFile[] {
  return Object.entries({ ...SOUND, ...changes }).flatMap(([path, text]) =>
    text === null ? [] : [{ path, text, utf8: true }],
  );
}

/** A valid file with one piece of its text replaced; fails when the piece is missing. */
export function edited(path: string, from: string, to: string): string {
  const text = SOUND[path] ?? MORE[path] ?? '';
  if (!text.includes(from)) throw new Error(`${path} holds no “${from}”`);
  return text.replace(from, () => to);
}
