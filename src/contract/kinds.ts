// The kinds of submissions: one table, from which forms, deadlines, retention, rights and letters take what they need.
// A new kind is a new entry here; a fact left out is a compile error. Pure.

interface KindFacts {
  /** The public form that takes it in. */
  readonly form: 'complaint' | 'feedback';
  /**
   * The term of the deadline policy (`content/policy/iesniegumi.yaml`) within which it is answered; null when no reply
   * is owed (Iesniegumu likums 5(4)).
   */
  readonly term: 'reply' | null;
  /**
   * True when it is examined as a complaint: the answer gives reasons and an outcome (Iesniegumu likums 5(5)), and who
   * decides follows rule point 13.
   */
  readonly examined: boolean;
  /** `chosen`: the submitter chooses how the reply comes. `email`: an address is asked only for the reply. */
  readonly replyBy: 'chosen' | 'email';
}

const FACTS = {
  complaint: { form: 'complaint', term: 'reply', examined: true, replyBy: 'chosen' },
  suggestion: { form: 'feedback', term: 'reply', examined: false, replyBy: 'email' },
  gratitude: { form: 'feedback', term: null, examined: false, replyBy: 'email' },
  question: { form: 'feedback', term: 'reply', examined: false, replyBy: 'email' },
  site: { form: 'feedback', term: null, examined: false, replyBy: 'email' },
} as const satisfies Readonly<Record<string, KindFacts>>;

export type Kind = keyof typeof FACTS;

/** The kinds that a form takes in. */
export type KindOf<Form extends KindFacts['form']> = {
  [K in Kind]: (typeof FACTS)[K]['form'] extends Form ? K : never;
}[Kind];

/** All kinds, in the order in which lists show them. */
export const KINDS = Object.keys(FACTS) as Kind[] as [Kind, ...Kind[]];

/** The facts of a kind. */
export const kindFacts = (kind: Kind): KindFacts => FACTS[kind];

/** The kinds that a form takes in, in order. */
export const kindsOf = <Form extends KindFacts['form']>(form: Form): readonly KindOf<Form>[] =>
  KINDS.filter((kind): kind is KindOf<Form> => kindFacts(kind).form === form);

/** True when the law owes the submitter a reply. */
export const owesReply = (kind: Kind): boolean => kindFacts(kind).term !== null;

/** True when it is examined as a complaint (see `KindFacts.examined`). */
export const isExamined = (kind: Kind): boolean => kindFacts(kind).examined;
