// Who may do what with a case: one table, used by the page that offers an action and again in the turn that
// stores it.
import { isExamined, type Kind } from '../../../src/contract/kinds.ts';
import { CLOSED, type State } from '../submission.ts';
import type { Person, Role } from './people.ts';

/** A person's relation to a case. */
export type Relation =
  /** Assigned to them. */
  | 'assignee'
  /** Not assigned. */
  | 'free'
  /** Assigned to another person. */
  | 'colleague'
  /** It is, or may be, about them (Iesniegumu likums 5(2); rule point 5.4). */
  | 'conflicted';

type Group = 'open' | 'closed';

/** What a person may do by role alone, without a case. */
export const DESK_RIGHTS = {
  /** See the worklist and search. */
  work: ['clerk', 'director', 'deputy'],
  /** Record an oral, telephone or paper submission (rule points 5.2.2, 10.1). */
  record: ['clerk', 'director', 'deputy'],
  /** Enter questionnaires that came on paper. */
  surveyEntry: ['clerk', 'director', 'deputy'],
  figures: ['clerk', 'director', 'deputy', 'auditor'],
  chain: ['director', 'deputy', 'auditor'],
  exportCases: ['director', 'deputy'],
  /** See and withdraw publications. */
  publications: ['director', 'deputy'],
  /** Dry run and destruction of expired cases. */
  retention: ['director', 'deputy'],
  /** Find, export and correct personal data (GDPR 15, 16). */
  personalData: ['director', 'deputy', 'clerk'],
  /** See results of surveys (rule points 10, 10.1, 10.2). */
  surveys: ['clerk', 'director', 'deputy', 'auditor'],
  whistleblower: ['director', 'deputy'],
  /** Make invitations to staff surveys (rule point 10.2). */
  surveyInvitations: ['director', 'deputy'],
  people: ['administrator'],
  /** Read survey texts that were cleared of names: of clients, and of staff (rule points 10.1, 10.2). */
  surveyTexts: ['clerk', 'director', 'deputy'],
  staffSurveyTexts: ['director', 'deputy'],
  /** Read texts before clearing, black out, clear and withhold. */
  surveyClearing: ['director', 'deputy'],
} as const satisfies Record<string, readonly Role[]>;
export type DeskRight = keyof typeof DESK_RIGHTS;

interface Rule {
  readonly in: readonly Group[];
  readonly as: readonly Relation[];
  readonly roles: readonly Role[];
  /** Roles for complaints (rule point 13); the same as `roles` when missing. */
  readonly complaint?: readonly Role[];
}

const ALL: readonly Role[] = ['clerk', 'director', 'deputy'];
const HEADS: readonly Role[] = ['director', 'deputy'];
const ANY: readonly Group[] = ['open', 'closed'];
const OPEN: readonly Group[] = ['open'];
const SHUT: readonly Group[] = ['closed'];
/** The assignee works on a case; the first step on an unassigned case assigns it. */
const OWN: readonly Relation[] = ['assignee', 'free'];
const EVERYBODY: readonly Relation[] = ['assignee', 'free', 'colleague'];

const RULES = {
  open: { in: ANY, as: EVERYBODY, roles: ALL },
  note: { in: ANY, as: EVERYBODY, roles: ALL },
  /** Also from a colleague who is away; the history shows it. */
  take: { in: OPEN, as: ['free', 'colleague'], roles: ALL },
  assign: { in: OPEN, as: EVERYBODY, roles: ALL },
  /** Declares oneself partial: the case is hidden from then on. */
  recuse: { in: ANY, as: EVERYBODY, roles: ALL },
  /** Declares a colleague partial. */
  exclude: { in: ANY, as: EVERYBODY, roles: HEADS },
  /** Declares that a colleague was excluded wrongly. */
  'lift-conflict': { in: ANY, as: EVERYBODY, roles: HEADS },
  message: { in: ANY, as: EVERYBODY, roles: ALL },
  /** Adds a document that came by post, at the counter or by e-mail. */
  'add-document': { in: ANY, as: EVERYBODY, roles: ALL },
  read: { in: ANY, as: EVERYBODY, roles: ALL },
  ask: { in: OPEN, as: OWN, roles: ALL },
  extend: { in: OPEN, as: OWN, roles: ALL },
  /** Prepares the answer that another person gives. */
  draft: { in: OPEN, as: EVERYBODY, roles: ALL },
  forward: { in: OPEN, as: OWN, roles: ALL },
  answer: { in: OPEN, as: OWN, roles: ALL, complaint: HEADS },
  'take-note': { in: OPEN, as: OWN, roles: ALL, complaint: HEADS },
  'leave-unexamined': { in: OPEN, as: OWN, roles: ALL, complaint: HEADS },
  /** At the submitter's request at the counter or by phone. */
  withdraw: { in: OPEN, as: EVERYBODY, roles: ALL },
  'clear-spam': { in: ANY, as: EVERYBODY, roles: ALL },
  'confirm-spam': { in: OPEN, as: EVERYBODY, roles: ALL },
  'mark-whistleblower': { in: ANY, as: EVERYBODY, roles: ALL },
  /** Returns it to the ordinary register. */
  'unmark-whistleblower': { in: ANY, as: EVERYBODY, roles: HEADS },
  link: { in: ANY, as: EVERYBODY, roles: ALL },
  unlink: { in: ANY, as: EVERYBODY, roles: ALL },
  classify: { in: ANY, as: EVERYBODY, roles: ALL },
  /** Records the day on which a reply by post or e-address was sent. */
  dispatch: { in: SHUT, as: EVERYBODY, roles: ALL },
  reopen: { in: SHUT, as: EVERYBODY, roles: ALL, complaint: HEADS },
  'decline-review': { in: SHUT, as: EVERYBODY, roles: HEADS },
  'answer-erasure': { in: ANY, as: EVERYBODY, roles: HEADS },
  rectify: { in: ANY, as: EVERYBODY, roles: ALL },
  redact: { in: ANY, as: EVERYBODY, roles: HEADS },
  publish: { in: SHUT, as: EVERYBODY, roles: HEADS },
  hold: { in: ANY, as: EVERYBODY, roles: HEADS },
  print: { in: ANY, as: EVERYBODY, roles: ALL },
} as const satisfies Record<string, Rule>;

export type CaseAction = keyof typeof RULES;
export const CASE_ACTIONS = Object.keys(RULES) as CaseAction[];

/** The facts of a case on which rights depend. */
export interface Rightful {
  readonly kind: Kind;
  readonly state: State;
  readonly assignee: string | null;
  readonly handling: 'ordinary' | 'whistleblower';
  /** Person ids and directory entries the case is, or may be, about. */
  readonly conflicts: readonly string[];
}

/** A person's relation to the case. */
export function relationOf({ id, directoryId }: Person, of: Rightful): Relation {
  const mine = (who: string) => who === id || (directoryId !== null && who === directoryId);
  if (of.conflicts.some(mine)) return 'conflicted';
  if (of.assignee === null) return 'free';
  return of.assignee === id ? 'assignee' : 'colleague';
}

/** Why a person may not. */
export type Denial = 'conflicted' | 'role' | 'state' | 'not-yours' | 'whistleblower';

/** The reason why a person may not do this with this case, or null. */
export function denialOf(person: Person, action: CaseAction, of: Rightful): Denial | null {
  const rule: Rule = RULES[action];
  const relation = relationOf(person, of);
  if (relation === 'conflicted') return 'conflicted';
  if (!person.active) return 'role';
  const roles = isExamined(of.kind) && rule.complaint ? rule.complaint : rule.roles;
  if (!person.roles.some(role => roles.includes(role))) return 'role';
  // Outside the ordinary register: only those entrusted by the head of the institution (facts §10).
  if (of.handling === 'whistleblower' && !mayAtDesk(person, 'whistleblower')) return 'whistleblower';
  if (!rule.in.includes(CLOSED.has(of.state) ? 'closed' : 'open')) return 'state';
  return rule.as.includes(relation) ? null : 'not-yours';
}

export const may = (person: Person, action: CaseAction, of: Rightful): boolean =>
  denialOf(person, action, of) === null;

/** True when a role of the person allows this. */
export const mayAtDesk = ({ active, roles }: Pick<Person, 'active' | 'roles'>, right: DeskRight): boolean =>
  active && DESK_RIGHTS[right].some(role => roles.includes(role));
