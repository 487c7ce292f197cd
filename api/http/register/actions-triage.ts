// The case's kind, the people it is hidden from, and corrections.
import { addDays, addMonths } from '../../../src/calendar/dates.ts';
import { parseReference } from '../../domain/codes.ts';
import { exclude, lift, recuse } from '../../domain/register/actions/conflicts.ts';
import { RECTIFIABLE, rectify, redact } from '../../domain/register/actions/content.ts';
import {
  classify,
  clearSpam,
  confirmSpam,
  link,
  markWhistleblower,
  unlink,
  unmarkWhistleblower,
} from '../../domain/register/actions/triage.ts';
import { keptGroups } from '../../domain/register/kept-from.ts';
import type { OfficeCase } from '../../domain/register/office-case.ts';
import { type CaseAction, relationOf } from '../../domain/register/rights.ts';
import { receivedOn } from '../../domain/register/term.ts';
import type { Content } from '../../domain/submission.ts';
import { forgetWords } from '../../store/register/words.ts';
import {
  bareForm,
  classifyForm,
  excludeForm,
  liftForm,
  linkForm,
  ordinaryForm,
  rectifyForm,
  recuseForm,
  redactForm,
  unlinkForm,
  whistleblowerForm,
} from '../../views/register/forms-triage.ts';
import { remark } from '../../views/register/remarks.ts';
import { whistleblowerWords } from '../../views/register/words-triage.ts';
import { dateIn } from '../../views/words.ts';
import type { ActionEntry } from './action-entry.ts';
import { deskOf } from './desk.ts';
import type { RegisterContext } from './env.ts';

const contentOf = ({ of }: OfficeCase): Content => of.content ?? {};
const notOpen = (_: RegisterContext, { of }: OfficeCase) => (of.content ? null : ('sealed' as const));
const noSuspicion = (_: RegisterContext, { of }: OfficeCase) =>
  of.submission.suspicions.length > 0 && of.standing.spam !== 'cleared' ? null : ('nothing-asked' as const);

/** Colleagues the case is not hidden from yet. */
const colleagues = (c: RegisterContext, { of, people }: OfficeCase) => ({
  person: [...people.values()]
    .filter(person => person.active && person.id !== c.var.person.id)
    .filter(person => relationOf(person, of.standing) !== 'conflicted')
    .map(({ id, name }) => ({ id, label: name })),
});

/** Those the case is kept from, each human being once. */
const groupsIn = (c: RegisterContext, { of, people }: OfficeCase) =>
  keptGroups(of.standing.conflicts, { people: [...people.values()], directory: deskOf(c).directory });

/** The same by name. */
function kept(c: RegisterContext, of: OfficeCase) {
  const nameOf = (who: string) =>
    of.people.get(who)?.name ?? deskOf(c).directory.find(({ id }) => id === who)?.name ?? who;
  return { who: groupsIn(c, of).map(({ who }) => ({ id: who, label: nameOf(who) })) };
}

function whistleblowerTerms({ of }: OfficeCase): string {
  const received = receivedOn(of);
  if (received === null) return '';
  const [day7, day60] = [addDays(received, 7), addMonths(received, 2)].map(day => dateIn(day, 'lv'));
  return whistleblowerWords.terms(day7 ?? '', day60 ?? '');
}

/** The referenced case, if the user may see it. */
async function namedCase(c: RegisterContext, typed: unknown): Promise<string | null> {
  const reference = parseReference(String(typed ?? ''));
  const seen = reference ? await c.var.deps.worklist.visible([reference], c.var.person) : [];
  return seen[0]?.reference ?? null;
}

const spam: ActionEntry = {
  form: bareForm.spam,
  unavailable: noSuspicion,
  decide: () => confirmSpam,
  direct: true,
};

export const TRIAGE = {
  'clear-spam': { form: bareForm.clear, unavailable: noSuspicion, decide: () => clearSpam, direct: true },
  'confirm-spam': spam,
  recuse: {
    form: recuseForm,
    above: () =>
      remark('warn', 'Pēc tam lietu vairs neredzēsiet. Kāpēc atstatījāties, redzēs kolēģi lietas vēsturē.'),
    decide: (_, { people }) => recuse([...people.values()]),
    leavesCase: true,
  },
  exclude: {
    form: excludeForm,
    choices: colleagues,
    decide: (_, { people }) => exclude([...people.values()]),
  },
  'lift-conflict': {
    form: liftForm,
    unavailable: (_, { of }) => (of.standing.conflicts.length > 0 ? null : 'nothing-asked'),
    choices: kept,
    decide: (c, of) =>
      lift(
        groupsIn(c, of).map(({ ids }) => ids),
        [...of.people.values()],
      ),
  },
  'mark-whistleblower': {
    form: whistleblowerForm,
    unavailable: (_, { of }) => (of.standing.handling === 'ordinary' ? null : 'nothing-changed'),
    above: (_, of) => remark('warn', `${whistleblowerWords.before} ${whistleblowerTerms(of)}`),
    decide: () => markWhistleblower,
    leavesCase: true,
  },
  'unmark-whistleblower': {
    form: ordinaryForm,
    unavailable: (_, { of }) => (of.standing.handling === 'whistleblower' ? null : 'nothing-changed'),
    above: (_, of) => remark('info', whistleblowerTerms(of)),
    decide: () => unmarkWhistleblower,
  },
  link: {
    form: linkForm,
    decide: async (c, _, sent) => link(await namedCase(c, sent['reference'])),
  },
  unlink: {
    form: unlinkForm,
    unavailable: (_, of) => (of.links.length > 0 ? null : 'nothing-asked'),
    choices: (_, of) => ({ other: of.links.map(({ reference }) => ({ id: reference, label: reference })) }),
    decide: () => unlink,
  },
  classify: {
    form: c => classifyFor(c),
    choices: c => ({ service: c.var.deps.site.services.map(({ id, label }) => ({ id, label })) }),
    start: (_, { of }) => ({
      service: of.submission.service ?? '',
      rulePoints: [...of.submission.rulePoints],
    }),
    decide: () => classify,
  },
  rectify: {
    form: rectifyForm,
    unavailable: notOpen,
    above: () =>
      remark(
        'info',
        'Labo tikai to, ko iesniedzējs pats pateicis. Iepriekšējie dati nekur nepaliek; notikumu redz arī iesniedzējs.',
      ),
    start: (_, of) =>
      Object.fromEntries(RECTIFIABLE.map(field => [field, String(contentOf(of)[field] ?? '')])),
    decide: (_, of) => rectify(contentOf(of)),
    alongside:
      (_, { of }) =>
      async () => [forgetWords(of.submission.reference)],
  },
  redact: {
    form: redactForm,
    unavailable: notOpen,
    decide: (_, of) => redact(contentOf(of), { messages: of.of.messages, notes: of.notes }),
  },
} as const satisfies Partial<Record<CaseAction, ActionEntry>>;

/** One form per site, because its schema is cached by the form. */
const classifyForms = new WeakMap<object, typeof classifyForm>();

function classifyFor(c: RegisterContext): typeof classifyForm {
  const { site } = c.var.deps;
  const known = classifyForms.get(site);
  if (known) return known;
  const options = site.rulePoints.map(({ id, label }) => ({ id, label }));
  const made = {
    ...classifyForm,
    sections: classifyForm.sections.map(section => ({
      ...section,
      fields: section.fields.map(field => (field.kind === 'checkboxes' ? { ...field, options } : field)),
    })),
  };
  classifyForms.set(site, made);
  return made;
}
